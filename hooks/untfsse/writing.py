"""Puts a file where its folder may not be yet."""

from __future__ import annotations

from pathlib import Path


def put(file: Path, content: bytes) -> None:
    """Write `content`; a folder is made where it is missing, and not asked for where it is not."""
    try:
        file.write_bytes(content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
