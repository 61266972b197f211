"""What the pages of the site say of the data: every field with its meaning, every file with its address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from untfsse.links import absolute
from untfsse.open_data import FOLDER, KINDS, SINGULAR
from untfsse.open_data.envelope import Date, Pages, Reference, Story, Words
from untfsse.open_data.fields import Field, fields_of, name_of
from untfsse.records import KINDS as RECORDS
from untfsse.records.base import Party, Place, Source
from untfsse.records.site_facts import SiteFacts
from untfsse.strings import Strings
from untfsse.vocabulary import Term

_SHARED: tuple[type[BaseModel], ...] = (Words, Date, Party, Place, Source, Reference)
"""What stands in many fields and is explained once."""

_FORMS: dict[str, type[BaseModel]] = {"text": Words, "date": Date}

_EXPLAINED: dict[str, type[BaseModel]] = {**RECORDS, "news": Story, "vocabularies": Term, "site": SiteFacts}


class FieldRow(NamedTuple):
    """A field as the page shows it."""

    name: str
    """With the names of the fields around it, and `[]` where those are lists: `versions[].isbn`."""

    value: str
    meaning: str


class FileRow(NamedTuple):
    """What can be downloaded of one subject: file names with their paths from the root."""

    title: str
    document: tuple[str, str] | None
    table: tuple[str, str] | None
    schema: tuple[str, str] | None


def field_rows(strings: Strings, subject: str) -> Iterator[FieldRow]:
    """Yield the fields of a kind of record, or of what many of them share."""
    if subject == "shared":
        for model in _SHARED:
            yield from _rows(strings, model, f"{name_of(model)}.")
    else:
        yield from _rows(strings, _EXPLAINED[subject], "")


def file_rows(strings: Strings) -> Iterator[FileRow]:
    """Yield what there is to download, its tables in the language of `strings`."""
    for name in ("all", *KINDS, "vocabularies", "site"):
        table = "" if name in ("all", "site") else f"{name}.{strings.language}.csv"
        schema = f"schemas/{SINGULAR.get(name, name)}.json"
        yield FileRow(strings(f"data.schema.{name}"), _file(f"{name}.json"), _file(table), _file(schema))
    yield FileRow(strings("data.schema.references"), None, _file("references.csv"), None)
    yield FileRow(strings("data.files.package"), _file("datapackage.json"), None, None)
    yield FileRow(strings("data.schema.index"), _file("index.json"), None, _file("schemas/index.json"))


def curl(site_url: str) -> str:
    """Return a command that downloads everything."""
    return f"curl --fail --remote-name {absolute(f'{FOLDER}/all.json', site_url)}"


def _file(name: str) -> tuple[str, str] | None:
    return (name.rpartition("/")[2], f"{FOLDER}/{name}") if name else None


def _rows(strings: Strings, model: type[BaseModel], above: str) -> Iterator[FieldRow]:
    for field in fields_of(model):
        name = above + field.name
        yield FieldRow(name, _value(strings, field), field.meaning(strings))
        if field.part and field.part not in (*_SHARED, Pages):
            yield from _rows(strings, field.part, f"{name}[]." if field.many else f"{name}.")


def _value(strings: Strings, field: Field) -> str:
    if field.choices:
        said = strings("data.choices", values=", ".join(field.choices))
    elif field.listed:
        said = strings("data.listed", name=field.listed)
    elif field.refers:
        said = strings(f"data.id.{field.refers}")
    elif field.part and field.part in (*_SHARED, Pages):
        said = strings(f"data.part.{name_of(field.part)}")
    else:
        said = strings(f"data.form.{field.form}")
    shared = _FORMS.get(field.form, field.part)
    if shared and shared in _SHARED:
        said = strings("data.shared", what=said, name=name_of(shared))
    said = strings("data.many", what=said) if field.many else said
    return strings("data.optional", what=said) if field.optional else said
