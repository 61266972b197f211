"""References of earlier builds, so that only new ones are made.

The file may be deleted at any time; where it is damaged, all are made again.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path


class Kept:
    """A file with one entry for each reference."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._there = _read(file)
        self._used: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """Return what was kept under `key`, or None."""
        if key in self._there:
            self._used[key] = self._there[key]
        return self._used.get(key)

    def put(self, key: str, text: str) -> None:
        """Keep `text`."""
        self._used[key] = text

    def save(self) -> None:
        """Write what this build used, if it is not what was there; the file appears whole or not at all."""
        if self._used == self._there:
            return
        new = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps(self._used, ensure_ascii=False, sort_keys=True, indent=0), "utf-8")
            new.replace(self._file)
        self._there = dict(self._used)


def _read(file: Path) -> dict[str, str]:
    try:
        read = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    whole = isinstance(read, dict) and all(isinstance(text, str) for text in read.values())
    return read if whole else {}
