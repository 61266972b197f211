"""Writes fields as the YAML that the other records are written in."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from untfsse.mending.order import field_order
from untfsse.yaml_source import Unreadable, parse

_WIDTH = 108
_SHORT = {"sdgs", "countries", "languages"}
"""Lists that stand in one line."""


def as_yaml(fields: dict[str, Any], model: type[BaseModel]) -> str:
    """Return the fields of a record, or of the top of a page, in the order of its model."""
    order = field_order(model)
    there = sorted(fields, key=lambda name: order.index(name) if name in order else len(order))
    return "".join(f"{line}\n" for name in there for line in _field(name, fields[name], ""))


def _field(name: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{indent}{name}:"
        for key, inner in value.items():
            yield from _field(key, inner, indent + "  ")
    elif isinstance(value, list) and name in _SHORT:
        yield f"{indent}{name}: [{', '.join(_scalar(one, in_line=True) for one in value)}]"
    elif isinstance(value, list):
        yield f"{indent}{name}:"
        for item in value:
            if isinstance(item, dict):
                lines = [line for key, inner in item.items() for line in _field(key, inner, indent + "    ")]
                yield f"{indent}  - {lines[0].strip()}"
                yield from lines[1:]
            else:
                yield f"{indent}  - {_scalar(item)}"
    else:
        yield from _text(name, str(value), indent)


def _text(name: str, value: str, indent: str) -> Iterator[str]:
    if len(indent) + len(name) + len(value) > _WIDTH:
        inner = indent + "  "
        lines = textwrap.wrap(value, _WIDTH - len(inner), break_long_words=False, break_on_hyphens=False)
        folded = [f"{indent}{name}: >-", *(inner + line for line in lines)]
        if _read("\n".join(line.removeprefix(indent) for line in folded)) == {name: value}:
            yield from folded
            return
    yield f"{indent}{name}: {_scalar(value)}"


def _scalar(value: str, in_line: bool = False) -> str:
    """A value as it may stand: as it is where YAML then reads it so, else in quotes."""
    shown, held = (f"[{value}]", [value]) if in_line else (value, value)
    if _read(f"x: {shown}") == {"x": held} and _read(f"- {shown}") == [held]:
        return value
    return json.dumps(value, ensure_ascii=False)


def _read(text: str) -> Any:
    try:
        return parse(text)
    except Unreadable:
        return None
