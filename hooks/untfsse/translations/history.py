"""What a source said before, and until when: found in the history of its file by the fingerprint kept."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from untfsse.prose import body_of, top_span
from untfsse.translations.blocks import split
from untfsse.translations.commits import git
from untfsse.translations.units import fingerprint
from untfsse.yaml_source import Unreadable, parse

_MOST = 200
"""Commits of one file that are looked into."""


class Version(NamedTuple):
    """A file as a commit left it."""

    day: date
    """Of the commit, in UTC."""

    text: str


class Days:
    """On which days words came into files and left them."""

    def __init__(self, versions: Mapping[str, list[Version]]) -> None:
        """`versions` are those of each file, the newest first."""
        self._versions = versions
        self._read: dict[tuple[str, int], frozenset[str]] = {}

    def left(self, file: str, fingerprint: str) -> date | None:
        """Return the day of the commit after the last one with these words; None if it is not known."""
        for number, version in enumerate(self._versions.get(file, ())):
            if fingerprint in self._fingerprints(file, number, version):
                return self._versions[file][number - 1].day if number else None
        return None

    def came(self, file: str, fingerprint: str) -> date | None:
        """Return the day since which the words are there without a break; None if it is not known."""
        numbered = enumerate(self._versions.get(file, ()))
        there = takewhile(lambda one: fingerprint in self._fingerprints(file, *one), numbered)
        return min((version.day for _, version in there), default=None)

    def _fingerprints(self, file: str, number: int, version: Version) -> frozenset[str]:
        key = (file, number)
        if key not in self._read:
            self._read[key] = frozenset(_all_fingerprints(file, version.text))
        return self._read[key]


def days_of(root: Path, files: Iterable[str]) -> Days:
    """Return what the history knows of some files; nothing where it is missing or shallow."""
    wanted = sorted(files)
    if not wanted or git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return Days({})
    log = git(root, "log", "--format=%x00%H %ct", "--name-only", "--no-renames", "--relative", "--", *wanted)
    there: list[tuple[str, str, date]] = []
    commit, day = "", date.min
    for line in log.splitlines():
        if line.startswith("\0"):
            commit, _, seconds = line[1:].partition(" ")
            day = datetime.fromtimestamp(int(seconds), UTC).date()
        elif line in wanted:
            there.append((line, commit, day))
    versions: dict[str, list[Version]] = {}
    for (file, _, day), text in zip(there, _blobs(root, [one[:2] for one in there]), strict=True):
        versions.setdefault(file, []).append(Version(day, text))
    return Days(versions)


def _blobs(root: Path, places: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the text of each file at a commit, empty where it was taken away; one process for all."""
    asked = "".join(f"{commit}:./{file}\n" for file, commit in places)
    command = ["git", "cat-file", "--batch"]
    done = subprocess.run(command, cwd=root, input=asked.encode(), capture_output=True, check=False)
    answer = io.BytesIO(done.stdout)
    for _ in places:
        head = answer.readline().split()
        is_there = len(head) == 3 and head[1] == b"blob"
        yield answer.read(int(head[2])).decode("utf-8", "replace") if is_there else ""
        answer.read(1 if is_there else 0)


def _all_fingerprints(file: str, text: str) -> Iterator[str]:
    if file.endswith(".md"):
        start, end = top_span(text)
        yield from map(fingerprint, _words(_parsed(text[start:end])))
        yield from (fingerprint(block.text) for block in split(body_of(text)))
    else:
        yield from map(fingerprint, _words(_parsed(text)))


def said_before(root: Path, file: str, wanted: str) -> str:
    """Return the block of a page, or the line of its top, whose fingerprint is `wanted`, as it was.

    Empty if it is not found.
    """
    for text in _versions(root, file):
        start, end = top_span(text)
        for words in _words(_parsed(text[start:end])):
            if fingerprint(words) == wanted:
                return words
        for block in split(text):
            if fingerprint(block.text) == wanted:
                return block.text
    return ""


def field_before(root: Path, file: str, wanted: str) -> str:
    """The same for a text of a record or a strings file: any line or folded text of the file."""
    for text in _versions(root, file):
        for words in _words(_parsed(text)):
            if fingerprint(words) == wanted:
                return words
    return ""


def _parsed(text: str) -> object:
    try:
        return parse(text)
    except Unreadable:
        return None


def _words(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        for value in held.values():
            yield from _words(value)
    elif isinstance(held, list):
        for value in held:
            yield from _words(value)


@cache
def _versions(root: Path, file: str) -> tuple[str, ...]:
    """The text of a file at each of its commits, the newest first; also under the names it had before."""
    log = ("log", "--follow", f"--max-count={_MOST}", "--format=%x00%H", "--name-only", "--relative")
    places, commit = [], ""
    for line in git(root, *log, "--", file).splitlines():
        if line.startswith("\0"):
            commit = line[1:]
        elif line:
            places.append((line, commit))
    return tuple(_blobs(root, places))
