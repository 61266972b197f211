"""Walks a record: every text, every reference to another record, every value of a closed list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from untfsse.locales import Text
from untfsse.records.references import Listed, Refers

Path = tuple[str | int, ...]


Leaf = tuple[Path, Any, Any]
"""Path, then `Text`, a `Listed` or a `Refers`, then the value."""


def leaves(part: BaseModel, path: Path = ()) -> Iterator[Leaf]:
    """Yield the leaves of a record in the order of its fields; other values are passed over."""
    for name, written, marker in _fields(type(part)):
        value = getattr(part, name)
        if value is None or value == ():
            continue
        here = (*path, written)
        if type(value) is tuple:
            for index, item in enumerate(value):
                yield from _leaf((*here, index), marker, item)
        else:
            yield from _leaf(here, marker, value)


def _leaf(path: Path, marker: Listed | Refers | None, value: Any) -> Iterator[Leaf]:
    if isinstance(value, Text):
        yield path, Text, value
    elif isinstance(value, BaseModel):
        yield from leaves(value, path)
    elif marker is not None:
        yield path, marker, value


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, Listed | Refers | None], ...]:
    return tuple(
        (name, field.alias or name, _marker(field.annotation, field.metadata))
        for name, field in model.model_fields.items()
    )


def _marker(annotation: Any, metadata: Any) -> Listed | Refers | None:
    """The marker of the values of one field, not of the parts in it."""
    for one in metadata:
        if isinstance(one, Listed | Refers):
            return one
    inner = (_marker(arg, getattr(arg, "__metadata__", ())) for arg in get_args(annotation))
    return next((found for found in inner if found), None)


def markers(model: type[BaseModel]) -> Iterator[Listed | Refers]:
    """Yield the markers of all fields of a model, at any depth."""
    for field in model.model_fields.values():
        yield from _markers_in(field.annotation, field.metadata)


def _markers_in(annotation: Any, metadata: Any) -> Iterator[Listed | Refers]:
    yield from (one for one in metadata if isinstance(one, Listed | Refers))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from markers(annotation)
    for arg in get_args(annotation):
        yield from _markers_in(arg, getattr(arg, "__metadata__", ()))
