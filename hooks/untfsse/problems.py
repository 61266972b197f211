"""What is wrong with a file, and how an editor is told: one sentence with file, line, field and cure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from untfsse.wording import SOURCE, code_of, say, short

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class Problem(NamedTuple):
    """One mistake in one place. Problems sort by file, then line."""

    file: str
    """Path from the root of the project, with `/`."""

    line: int
    """Line, from 1; 0 where the whole file is meant."""

    column: int
    """Column, from 1."""

    field: str
    """Dotted name of the field, or empty."""

    key: str
    """Which message: a key of `messages/<language>.yml`."""

    values: Mapping[str, Any]
    """What the message says about this case."""

    @property
    def code(self) -> str:
        """The code of the message, which never changes."""
        return code_of(self.key)

    @property
    def place(self) -> str:
        """`file:line:column`, or the file alone where all of it is meant."""
        return printable(f"{self.file}:{self.line}:{self.column}" if self.line else self.file)

    def said(self, language: str = SOURCE) -> str:
        """Return what is wrong; what would be right."""
        return printable(say(self.key, self.values, language))

    def told(self, language: str = SOURCE) -> str:
        """Return `file:line:column: CODE field: what is wrong; what would be right`."""
        field = f"{printable(short(self.field))}: " if self.field else ""
        return f"{self.place}: {self.code} {field}{self.said(language)}"


class ProblemsFound(Exception):
    """The files have mistakes; `problems` holds them all, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set_of(problems), key=lambda one: (one.file, one.line, one.column, one.key))
        super().__init__(self.told())

    def told(self, language: str = SOURCE) -> str:
        """Return all of them, one a line."""
        return "\n".join(one.told(language) for one in self.problems)


def set_of(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without those that say the same of the same line."""
    unique: dict[Any, Problem] = {}
    for one in problems:
        unique.setdefault((one.file, one.line, one.field, one.key, str(one.values)), one)
    return list(unique.values())


def nearest(given: str, known: Iterable[str]) -> str:
    """Return the known value that looks most like `given`, or an empty string."""
    if given.isdigit():
        return ""
    folded = {one.lower(): one for one in known}
    close = difflib.get_close_matches(given.lower()[:200], list(folded), n=1)
    return folded[close[0]] if close else ""


def printable(text: str) -> str:
    """Return a text with what would end the line or steer a terminal shown as its escape."""
    return _UNSAFE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()
