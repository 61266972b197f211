"""What a source said before: found in the history of its file by the fingerprint that the ledger keeps."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from untfsse.prose import top_span
from untfsse.translations.blocks import split
from untfsse.translations.units import fingerprint
from untfsse.yaml_source import Unreadable, parse

_MOST = 200
"""Commits of one file that are looked into."""


class NoSuchCommit(Exception):
    """There is no commit of this name, or no history at all."""


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


def unpack(root: Path, commit: str, folder: Path) -> None:
    """Put `data` and `docs` as they were at a commit into `folder`; raise NoSuchCommit."""
    done = subprocess.run(
        ["git", "archive", "--format=tar", commit, "data", "docs"], cwd=root, capture_output=True, check=False
    )
    if done.returncode != 0:
        raise NoSuchCommit(commit)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")


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
    """The text of a file at each of its commits, the newest first."""
    log = _git(root, "log", f"--max-count={_MOST}", "--format=%H", "--", file)
    return tuple(_git(root, "show", f"{commit}:./{file}") for commit in log.split())


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""
