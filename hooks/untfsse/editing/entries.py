"""The fields of a record as an editor writes them, read from the models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from untfsse.locales import LANGUAGES, Text, Translations
from untfsse.open_data.fields import name_of, parts_of
from untfsse.open_data.fields import words_of as words_of_data
from untfsse.records.base import (
    Address,
    ByLanguage,
    Country,
    DocumentLanguage,
    Id,
    Party,
    Record,
    SiteLanguage,
    Source,
    Whole,
    YesNo,
)
from untfsse.records.dates import When
from untfsse.records.event import Zone
from untfsse.records.publication import Author, Doi, Isbn, Symbol
from untfsse.records.references import Listed, Refers
from untfsse.vocabulary import Colour

SHORT: dict[type[BaseModel], tuple[str, ...]] = {
    Party: ("member",),
    Author: ("member",),
    Source: ("url", "publication"),
}
"""Parts that may be written as a single value, and the fields that value may stand for."""

_MARKED = {
    "address": Address,
    "country": Country,
    "language": DocumentLanguage,
    "zone": Zone,
    "isbn": Isbn,
    "doi": Doi,
    "symbol": Symbol,
    "colour": Colour,
    "id": Id,
    "yes-no": YesNo,
    "number": Whole,
    "site-language": SiteLanguage,
}
_TYPES: dict[Any, str] = {Text: "text", Translations: "translations", When: "date", date: "day"}

_WORDS = {
    "record.draft": "fields.draft",
    "record.publish": "fields.publish",
    "record.withdraw": "fields.withdraw",
    "record.translation-differs": "fields.translation-differs",
    "site-facts.translation-differs": "fields.translation-differs",
    "term.translation-differs": "fields.translation-differs",
    "term.allowed": "fields.allowed",
    "term.avoid": "fields.avoid",
    "redirect.old": "fields.redirect.old",
    "redirect.to": "fields.redirect.to",
    "redirect.language": "fields.redirect.language",
    "redirect.merged": "fields.redirect.merged",
    "page-top.title": "data.story.title",
    "page-top.description": "data.story.description",
    "page-top.date": "data.story.date",
    "page-top.records": "data.story.records",
    "page-top.translation-differs": "fields.translation-differs",
}
"""Fields that are not published, and the key of the words that explain them; the others have `data.…`."""

_FIRST = ("id", "original_language")


@dataclass(frozen=True)
class Entry:
    """One field that an editor may write."""

    name: str
    """As it stands in the file."""

    words: str
    """The key of the words that say what it is."""

    form: str
    """A key of `_MARKED`, a value of `_TYPES`, `name`, `part`, `words`, or `line` for any other text."""

    required: bool = False
    part: type[BaseModel] | None = None
    """The model of what it holds, where `form` is `part`."""

    many: bool = False
    refers: str = ""
    """Kind of record that the value is the id of."""

    listed: str = ""
    """Closed list that the value stands in."""

    choices: tuple[str, ...] = ()
    """The only values there are."""


@cache
def entries(model: type[BaseModel]) -> tuple[Entry, ...]:
    """Return the fields of a model in the order of its files: those that every record has come last."""
    names = [name for name in model.model_fields if not (name == "id" and issubclass(model, Record))]
    if issubclass(model, Record):
        names.sort(key=lambda name: name in Record.model_fields)
    return tuple(_entry(model, name) for name in names)


def parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield each model that stands below `model` once, the outer before the inner."""
    return parts_of(model, entries)


def _entry(model: type[BaseModel], attribute: str) -> Entry:
    info = model.model_fields[attribute]
    owner = next(one for one in model.__mro__ if attribute in vars(one).get("__annotations__", {}))
    own = f"{name_of(owner)}.{attribute.replace('_', '-')}"
    read = _read(info.annotation, tuple(info.metadata))
    words = _WORDS.get(own) or words_of_data(model, attribute)
    return Entry(info.alias or attribute, words, required=info.is_required(), **read)


def _read(annotation: Any, metadata: tuple[Any, ...]) -> dict[str, Any]:
    """What an annotation says of the values: the arguments of `Entry`."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _read(inner, (*metadata, *more))
    if origin in (Union, UnionType):
        some = [_read(one, metadata) for one in get_args(annotation) if one is not NoneType]
        return some[0] if len(some) == 1 else {"form": "name"}
    if origin is tuple:
        return _read(get_args(annotation)[0], metadata) | {"many": True}
    if origin is Literal:
        return {"form": "line", "choices": get_args(annotation)}
    if annotation in _TYPES:
        return {"form": _TYPES[annotation]}
    if isinstance(annotation, type) and issubclass(annotation, ByLanguage):
        return {"form": "words"}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {"form": "part", "part": annotation}
    marked = (form for form, type_ in _MARKED.items() if get_args(type_)[-1] in metadata)
    form = next(marked, "line")
    return {
        "form": form,
        "refers": next((one.kind for one in metadata if isinstance(one, Refers)), ""),
        "listed": next((one.name for one in metadata if isinstance(one, Listed)), ""),
        "choices": tuple(LANGUAGES) if form == "site-language" else (),
    }
