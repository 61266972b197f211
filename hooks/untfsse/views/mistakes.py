"""The messages of the check as its help explains them: an example of each, wrong and right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from untfsse.links import address
from untfsse.problems import Problem
from untfsse.wording import SOURCE, Word, code_of, families, languages

PAGES = "contribute/mistakes"
"""Folder of the pages of help, one for each family of messages."""

FAMILIES = tuple(families())
_EXAMPLES = Path(__file__).parents[1] / "messages" / "examples.yml"


class Mistake(NamedTuple):
    """One message."""

    code: str
    anchor: str
    said: str
    """The sentence as it is told of the example."""

    file: str
    """Where the example stands; empty where it is the name of a file."""

    source: str
    """What the example is a translation of."""

    wrong: str
    right: str


class Family(NamedTuple):
    """The messages that are explained on one page."""

    title: str
    path: str
    codes: tuple[str, ...]


@cache
def examples() -> dict[str, dict[str, Any]]:
    """Return key of the message → its example, as `messages/examples.yml` has it."""
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(_EXAMPLES.read_text("utf-8"))
    return loaded


def spoken(language: str) -> str:
    """Return the language of the sentences on a page: its own, or English."""
    return language if language in languages() else SOURCE


def make(family: str, language: str) -> list[Mistake]:
    """Return the messages of a family in the order of their codes."""
    return [_mistake(key, spoken(language)) for key in families()[family].values()]


def overview(titles: Mapping[str, str], language: str) -> Iterator[Family]:
    """Yield the families that have a page; `titles` are those of the pages by name."""
    for family, codes in families().items():
        name = f"{PAGES}/{family}"
        if name in titles:
            yield Family(titles[name], address(name, language), tuple(codes))


def told(key: str, values: Mapping[str, Any], language: str) -> str:
    """Return the sentence of a message; values that are words in English stand in mappings."""
    return Problem("", 0, 1, "", key, {name: _value(value) for name, value in values.items()}).said(language)


def _mistake(key: str, language: str) -> Mistake:
    code, example = code_of(key), examples()[key]
    wrong, right = (str(example.get(name, "")).rstrip("\n") for name in ("wrong", "right"))
    said = told(key, example.get("values", {}), language)
    source = str(example.get("source", "")).rstrip("\n")
    return Mistake(code, code.lower(), said, example.get("file", ""), source, wrong, right)


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        parts = dict(value)
        return Word(parts.pop("word"), **parts)
    return value
