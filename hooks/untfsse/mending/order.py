"""Puts the fields of a record in the order of its model: lines are moved, with the comments above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from pydantic import BaseModel

from untfsse.locales import LANGUAGES
from untfsse.mending.lines import compose
from untfsse.records import Record
from untfsse.records.page_top import PageTop
from untfsse.validation import model_in

_FIRST = ("draft", "publish", "withdraw")
_LAST = ("note", "sources", "original_language", "translation_differs")
_MOST = 200
"""Parts of one file that are put in order."""


def field_order(model: type[BaseModel]) -> list[str]:
    """Return the fields of a model in the order in which they stand in a file.

    What all records have frames what only this kind has; the top of a page ends with its sources.
    """
    names = [field.alias or name for name, field in model.model_fields.items()]
    if model is PageTop:
        names.remove("sources")
        return [*names, "sources"]
    if not issubclass(model, Record):
        return names
    own = [name for name in names if name not in ("id", *_FIRST, *_LAST)]
    return [*_FIRST, *own, *_LAST]


def in_order(text: str, model: type[BaseModel]) -> str:
    """Return the YAML of a record, or of the top of a page, with its fields in order."""
    for _ in range(_MOST):
        wrong = next(_wrong(compose(text), model), None)
        if wrong is None:
            return text
        moved = _sorted(text, *wrong)
        if moved == text:
            return text
        text = moved
    return text


def _wrong(node: Any, model: type[BaseModel] | None) -> Iterator[tuple[yaml.MappingNode, list[str]]]:
    """Yield each part whose fields are not in order, with the order they should have; inner ones first."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _wrong(item, model)
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return
    keys = [key.value for key, _ in node.value]
    fields = {field.alias or name: field for name, field in model.model_fields.items()} if model else {}
    for key, value in node.value:
        if key.value in fields:
            yield from _wrong(value, model_in(fields[key.value].annotation))
    order = field_order(model) if model and set(keys) <= set(fields) else list(LANGUAGES)
    if set(keys) <= set(order) and keys != sorted(keys, key=order.index):
        yield node, order


def _sorted(text: str, node: yaml.MappingNode, order: Sequence[str]) -> str:
    """Return the text with the lines of one part in another order."""
    lines = text.split("\n")
    column = node.start_mark.column
    starts = [_with_comments(lines, key.start_mark.line, column) for key, _ in node.value]
    first = node.value[0][0].start_mark.line
    if lines[first][:column].strip():
        starts[0] = first  # after the hyphen of a list
    end = _end(lines, node, column)
    if len(set(starts)) < len(starts):
        return text
    before, lines[starts[0]] = lines[starts[0]][:column], " " * column + lines[starts[0]][column:]
    chunks = [lines[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]
    keyed = sorted(zip(node.value, chunks, strict=True), key=lambda one: order.index(one[0][0].value))
    moved = [line for _, chunk in keyed for line in chunk]
    if before.strip() and moved[0][column : column + 1] == "#":
        return text  # a comment would stand before the hyphen of the list
    moved[0] = before + moved[0][column:]
    return "\n".join([*lines[: starts[0]], *moved, *lines[end:]])


def _with_comments(lines: Sequence[str], start: int, column: int) -> int:
    """The first of the lines of comment right above a field."""
    comment = re.compile(rf" {{{column}}}#")
    while start > 0 and comment.match(lines[start - 1]):
        start -= 1
    return start


def _end(lines: Sequence[str], node: yaml.MappingNode, column: int) -> int:
    """Where a part ends: empty lines, and comments below it, stay where they are."""
    last = node.value[-1][0].start_mark.line
    end = min(node.end_mark.line + (node.end_mark.column > column), len(lines))
    inside = re.compile(rf" {{{column + 1}}}|{' ' * column}- ")
    while end > last + 1 and not inside.match(lines[end - 1]):
        end -= 1
    return end
