"""What else of the site changed: feeds, calendars, data and the like are counted, not shown."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

GROUPS = (
    "feeds",
    "calendars",
    "data",
    "citations",
    "embed",
    "share",
    "text",
    "search",
    "assets",
    "redirects",
    "other",
)
"""What is published beside pages, in the order in which it is told."""


@dataclass(frozen=True)
class Output:
    """One kind of file."""

    group: str
    changed: int
    added: int
    removed: int


def outputs(before: Path, after: Path, pages: set[str]) -> list[Output]:
    """Return how many files of each kind differ; `pages` are the paths of pages, which are told elsewhere."""
    old, new = _digests(before), _digests(after)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for path in old.keys() | new.keys():
        if old.get(path) == new.get(path) or path.removesuffix("index.html") in pages:
            continue
        counts[_group(path)][1 if path not in old else 2 if path not in new else 0] += 1
    return [Output(group, *counts[group]) for group in GROUPS if group in counts]


def _digests(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).digest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def _group(path: str) -> str:
    parts, suffix = PurePosixPath(path).parts, PurePosixPath(path).suffix
    if parts[:2] == ("assets", "share"):
        return "share"
    if "pagefind" in parts:
        return "search"
    for group in ("feeds", "calendars", "data", "citations", "embed", "assets"):
        if group in parts[:2]:
            return group
    if suffix in (".md", ".txt"):
        return "text"
    return "redirects" if suffix == ".html" else "other"
