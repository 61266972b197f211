"""What is wrong with a file, and how an editor is told: one sentence with file, line, field and cure."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_MESSAGES = Path(__file__).parent / "messages"


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
        field = f"{self.field}: " if self.field else ""
        return f"{place}: {field}{_messages(language)[self.key].format_map(_Values(self.values))}"


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
    close = difflib.get_close_matches(given.lower(), list(known), n=1, cutoff=0.5)
    return close[0] if close else ""


@cache
def _messages(language: str) -> dict[str, str]:
    loaded: dict[str, str] = yaml.safe_load((_MESSAGES / f"{language}.yml").read_text("utf-8"))
    return loaded


class _Values(dict[str, Any]):
    """Adds `{hint}`: “; did you mean "x"?” where a near value is known."""

    def __missing__(self, key: str) -> str:
        if key == "hint":
            near = self.get("near")
            return f'; did you mean "{near}"?' if near else ""
        return ""
