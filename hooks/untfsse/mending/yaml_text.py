"""Repairs of YAML: records, lists and the tops of pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from pydantic import BaseModel

from untfsse.locales import LANGUAGES
from untfsse.mending import french
from untfsse.mending.lines import compose, with_last_line_ended, without_blanks, without_tabs
from untfsse.mending.order import in_order
from untfsse.records.page_top import PageTop
from untfsse.yaml_source import Unreadable, parse

_SPACES = re.compile("[ \u00a0\u202f]+")
_NOTHING = object()
"""What is read where nothing can be read."""


def mended(text: str, model: type[BaseModel] | None, language: str = "") -> str:
    """Return repaired YAML; `model` says in which order its fields stand, `language` is that of a page."""
    data = _held(text)
    if data is _NOTHING:
        text, data = _with_tabs_gone(text)
    if data is _NOTHING:
        return text
    steps: tuple[Callable[[str], str], ...] = (
        lambda text: without_blanks(text, _lines_of_texts(text)),
        lambda text: in_order(text, model) if model else text,
        lambda text: _with_french_spaces(text, model, language),
        with_last_line_ended,
    )
    for step in steps:
        try:
            better = step(text)
        except (yaml.YAMLError, RecursionError):  # a stricter reader than the one before
            continue
        if says_the_same(data, _held(better)):
            text = better
    return text


def says_the_same(one: Any, other: Any) -> bool:
    """Whether two values that were read hold the same, spaces that do not break and NFC apart."""
    if isinstance(one, str) and isinstance(other, str):
        return _bare(one) == _bare(other)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(says_the_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(says_the_same, one, other))
    return bool(one == other)


def _bare(text: str) -> str:
    return _SPACES.sub("", unicodedata.normalize("NFC", text))


def _held(text: str) -> Any:
    try:
        return parse(text)
    except Unreadable:
        return _NOTHING


def _with_tabs_gone(text: str) -> tuple[str, Any]:
    """Return a text that can be read when its tabs are spaces, and what it holds.

    Only where all widths of a tab that can be read say the same is it certain what was meant.
    """
    found = [(one, held) for one in without_tabs(text) if (held := _held(one)) is not _NOTHING]
    if found and all(held == found[0][1] for _, held in found):
        return found[0]
    return text, _NOTHING


def _scalars(
    node: Any, key: str = "", beside: frozenset[str] = frozenset()
) -> Iterator[tuple[Any, str, frozenset[str]]]:
    """Yield every value with its key, and all keys of the part it stands in."""
    if isinstance(node, yaml.ScalarNode):
        yield node, key, beside
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        keys = frozenset(key.value for key, _ in node.value)
        for key_node, value in node.value:
            yield from _scalars(value, key_node.value, keys)


def _lines_of_texts(text: str) -> set[int]:
    """The lines of values of several lines: blanks at their ends are a part of what they say."""
    spans = ((one.start_mark.line, one.end_mark.line) for one, *_ in _scalars(compose(text)))
    return {line for start, end in spans if end > start for line in range(start, end)}


def _with_french_spaces(text: str, model: type[BaseModel] | None, language: str) -> str:
    places = []
    for node, key, beside in _scalars(compose(text)):
        is_text = key == "fr" and beside <= set(LANGUAGES)
        is_top = model is PageTop and language == "fr" and key in ("title", "description")
        if is_text or is_top:
            places.append((node.start_mark.index, node.end_mark.index))
    for start, end in sorted(places, reverse=True):
        text = text[:start] + french.mended(text[start:end]) + text[end:]
    return text
