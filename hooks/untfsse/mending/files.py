"""Which files are repaired, and how each is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from untfsse.folders import entries
from untfsse.locales import LANGUAGES
from untfsse.mending import markdown_text, yaml_text
from untfsse.mending.lines import with_plain_ends
from untfsse.mending.quotes import without_quotes
from untfsse.problems import Problem
from untfsse.prose import MAX_BYTES
from untfsse.records import KINDS


def files(root: Path) -> Iterator[str]:
    """Yield the path of every record, list and page, from the root; links are passed over."""
    for folder in ("", "vocabulary", *KINDS):
        here = root / "data" / folder
        for entry in entries(here):
            if entry.is_file(follow_symlinks=False) and entry.name.endswith(".yml"):
                yield Path(here, entry.name).relative_to(root).as_posix()
    for language in LANGUAGES:
        for place, folders, names in os.walk(root / "docs" / language):
            folders.sort()
            for name in sorted(names):
                path = Path(place, name)
                if name.endswith(".md") and not path.is_symlink():
                    yield path.relative_to(root).as_posix()


def mended(root: Path, file: str, problems: Sequence[Problem] = ()) -> bytes | None:
    """Return what a file should hold; None where it is right, or is no text.

    `problems` are what the check says of this file.
    """
    raw = (root / file).read_bytes()
    if len(raw) > MAX_BYTES:
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    better = mended_text(file, text, problems).encode()
    return None if better == raw else better


def mended_text(file: str, text: str, problems: Sequence[Problem] = ()) -> str:
    """Return the repaired text of a file, by its path."""
    text = without_quotes(with_plain_ends(text), problems)
    parts = file.split("/")
    if file.endswith(".md"):
        return markdown_text.mended(text, parts[1])
    return yaml_text.mended(text, KINDS.get(parts[1]))
