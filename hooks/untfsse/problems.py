"""What is wrong with a file, and how an editor is told: one sentence with file, line, field and cure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_MESSAGES = Path(__file__).parent / "messages"
_LONGEST_VALUE = 80
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

    def told(self, language: str = "en") -> str:
        """Return `file:line: field: what is wrong; what would be right`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        field = f"{_short(self.field)}: " if self.field else ""
        said = _messages(language)[self.key].format_map(_Values(self.values))
        return _UNSAFE.sub(_escaped, f"{place}: {field}{said}")


class ProblemsFound(Exception):
    """The files have mistakes; `problems` holds them all, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set_of(problems), key=lambda one: (one.file, one.line, one.column, one.key))
        super().__init__("\n".join(one.told() for one in self.problems))


def set_of(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without those that say the same of the same place."""
    unique = {(p.file, p.line, p.field, p.key, str(p.values)): p for p in problems}
    return list(unique.values())


def nearest(given: str, known: Iterable[str]) -> str:
    """Return the known value that looks most like `given`, or an empty string."""
    if given.isdigit():
        return ""
    close = difflib.get_close_matches(given.lower()[:200], list(known), n=1)
    return close[0] if close else ""


@cache
def _messages(language: str) -> dict[str, str]:
    loaded: dict[str, str] = yaml.safe_load((_MESSAGES / f"{language}.yml").read_text("utf-8"))
    return loaded


class _Values(dict[str, Any]):
    """Values as messages show them; a missing one is empty."""

    def __missing__(self, key: str) -> Any:
        return _Hint(self.get("near") or "") if key == "hint" else ""

    def __getitem__(self, key: str) -> Any:
        value = super().__getitem__(key)
        return _short(str(value)) if key == "given" else value


class _Hint(str):
    """`{hint:; otherwise}` is “; did you mean "x"?” where a near value is known, else the rest."""

    def __format__(self, otherwise: str) -> str:
        return f'; did you mean "{self!s}"?' if self else otherwise


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"


def _escaped(found: re.Match[str]) -> str:
    """Show a character that would end the line or steer a terminal as its escape."""
    return found[0].encode("unicode_escape").decode()
