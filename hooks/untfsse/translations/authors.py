"""Who changed a file last, as the history tells it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NamedTuple

from untfsse.dates import say_day
from untfsse.translations.commits import git


class Author(NamedTuple):
    """Of the last commit that changed a file; merges are none."""

    name: str
    day: date
    """On which the author wrote it."""

    def __str__(self) -> str:
        return f"{self.name} on {say_day(self.day, 'en')}"


def last_authors(root: Path, files: Collection[str]) -> dict[str, Author]:
    """Return file → who changed it last, without files that the history does not know; asks once for all."""
    if not files or git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = ("log", "--no-merges", "--no-renames", "--relative", "--name-only", "--format=%x00%as %an", "--")
    found: dict[str, Author] = {}
    author = Author("", date.min)
    for line in git(root, *log, *sorted(files)).splitlines():
        if line.startswith("\0"):
            day, _, name = line[1:].partition(" ")
            author = Author(name, date.fromisoformat(day))
        elif line in files:
            found.setdefault(line, author)
    return found
