"""The columns of the tables: the fields of a record laid flat, by rules that hold for every kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from untfsse.open_data.envelope import Pages, Reference
from untfsse.open_data.fields import Field, fields_of
from untfsse.records.base import Party, Source
from untfsse.records.publication import Version

_TYPES = {
    "number": "integer",
    "yes-no": "boolean",
    "first": "date",
    "last": "date",
    "instant": "datetime",
    "moment": "datetime",
}

_IN_LANGUAGE = {"text", "title", "label", "country-name", "body", "source", "page"}


@dataclass(frozen=True)
class Column:
    """One column."""

    name: str
    path: tuple[str, ...]
    """Names of the fields that lead to its value."""

    field: Field
    """The field it is about."""

    holds: str
    """What a cell holds: the form of the field, or a key of `cells.Cells`."""

    within_list: bool = False
    """Whether a cell has one item for each part of a list."""

    @property
    def type(self) -> str:
        """What Table Schema calls the values (Frictionless)."""
        return "string" if self.field.many or self.within_list else _TYPES.get(self.holds, "string")

    @property
    def in_language(self) -> bool:
        """Whether a cell depends on the language of the table."""
        return self.holds in _IN_LANGUAGE

    @property
    def words(self) -> str:
        """The key of the words that say what it adds to its field; empty where it is the field itself."""
        return "" if self.holds == self.field.form or self.holds == "page" else f"data.column.{self.holds}"


@cache
def columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    """Return the columns of the table of a model, in the order of its fields."""
    return tuple(column for field in fields_of(model) for column in _columns(field, ()))


def _columns(field: Field, above: tuple[str, ...]) -> Iterator[Column]:
    path = (*above, field.name)
    name = "_".join(path)
    if field.part is Reference:
        return  # these have a table of their own
    if field.part is Pages:
        yield Column("page", path, field, "page")
    elif field.part is Source:
        yield Column(name, path, field, "source")
    elif field.part is Party:
        yield Column(name, path, field, "body")
        yield Column(f"{name}_members", path, field, "member")
    elif field.part and field.many:
        if field.part is Version:
            yield Column("title", path, field, "title")
        yield from _of_parts(field.part, path)
    elif field.part:
        for inner in fields_of(field.part):
            yield from _columns(inner, path)
    else:
        yield Column(name, path, field, field.form)
        for holds, ending in _more(field):
            yield Column(f"{name}_{ending}", path, field, holds)


def _more(field: Field) -> Iterator[tuple[str, str]]:
    """What a field has columns for beside its own: what they hold, and the end of their names."""
    if field.form == "date":
        yield "first", "first_day"
        yield "last", "last_day"
        if field.owner in ("event", "registration"):  # others have no zone
            yield "instant", "instant"
    elif field.form == "country":
        yield "country-name", "names" if field.many else "name"
    elif field.listed:
        yield "label", "labels" if field.many else "label"


def _of_parts(part: type[BaseModel], path: tuple[str, ...]) -> Iterator[Column]:
    """One column for each short value of the parts of a list; the n-th items belong to the n-th part."""
    for inner in fields_of(part):
        if inner.part is None and (inner.form != "text" or inner.name == "title"):
            inside = (*path, inner.name)
            yield Column("_".join(inside), inside, inner, inner.form, within_list=True)
