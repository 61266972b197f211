"""The fields of the published data, read from the models of the records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Protocol, Union, get_args, get_origin

from pydantic import BaseModel

from untfsse.languages import SOURCE
from untfsse.locales import LANGUAGES, Text
from untfsse.names import language_name
from untfsse.open_data.envelope import AreaEnvelope, Envelope, Pages, Relations, Story, TermEnvelope, Words
from untfsse.records.base import Address, Country, DocumentLanguage, Record, SiteLanguage
from untfsse.records.dates import When
from untfsse.records.plan import Area
from untfsse.records.references import Listed, Refers
from untfsse.strings import Strings
from untfsse.vocabulary import Term

_LEFT_OUT = {"draft", "publish", "withdraw", "avoid", "allowed", "translation_differs"}
"""Fields that serve the making of the site alone."""

_FIRST = {"id", "original_language"}

_ALIKE = {
    "note": "text",
    "summary": "text",
    "sources": "part",
    "themes": "line",
    "sdgs": "line",
    "areas": "line",
    "countries": "country",
    "milestone": "yes-no",
    "pages": "part",
}
"""Fields that mean the same wherever they stand in this form."""

_LEAVES = {Text: "text", When: "date", bool: "yes-no", int: "number", date: "day", datetime: "moment"}
_MARKED = (("address", Address), ("country", Country), ("language", DocumentLanguage))

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")

Added = tuple[tuple[type[BaseModel], ...], tuple[type[BaseModel], ...]]


@dataclass(frozen=True)
class Field:
    """One field of the published data."""

    owner: str
    """Name of the model that it belongs to: `event`, `site-facts`."""

    name: str
    """As published."""

    attribute: str
    """As Python calls it."""

    form: str
    """`part`, a value of `_LEAVES`, one of `_MARKED`, or `line` for any other text."""

    part: type[BaseModel] | None = None
    """The model of what it holds, where `form` is `part`."""

    many: bool = False
    """Whether it holds a list; a list is always there, if only an empty one."""

    optional: bool = False
    """Whether it is left out where nothing is known."""

    refers: str = ""
    """Kind of record that the value is the id of."""

    listed: str = ""
    """Vocabulary that the value is an id of."""

    choices: Sequence[str] = ()
    """The only values there are."""

    language: str = ""
    """Of a model that has a field for each language: the code of its own."""

    @property
    def words(self) -> str:
        """The key of the words that explain it."""
        if self.language:
            return "data.any.in-language"
        owner = "any" if _ALIKE.get(self.name) == self.form else self.owner
        return f"data.{owner}.{self.name.lstrip('$').replace('_', '-')}"

    def meaning(self, strings: Strings) -> str:
        """Return the words that explain it."""
        if not self.language:
            return strings(self.words)
        spoken = strings.language if strings.is_own(self.words) else SOURCE
        return strings(self.words, language=language_name(self.language, spoken))


_IN_EACH: dict[type[BaseModel], dict[str, Any]] = {
    Words: {"form": "line", "optional": True},
    Pages: {"form": "address"},
}
"""Models that have a field for each language of the site, and what is to be said of it."""


def own_fields(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the fields of a model itself; what all records have stands at the end, but for the id."""
    if model in _IN_EACH:
        owner = name_of(model)
        return tuple(Field(owner, one, one, language=one, **_IN_EACH[model]) for one in LANGUAGES)
    return _declared(model)


@cache
def _declared(model: type[BaseModel]) -> tuple[Field, ...]:
    names = [name for name in model.model_fields if name not in _LEFT_OUT]
    if issubclass(model, Record):
        names.sort(key=lambda name: name in Record.model_fields and name not in _FIRST)
    return tuple(_field(model, name, model.model_fields[name]) for name in names)


def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return every published field of a model, in the order of publication: id, what is added, the rest."""
    before, after = _added(model)
    own = own_fields(model)
    first = own[:1] if before else ()
    return (
        *first,
        *(field for one in before for field in own_fields(one)),
        *own[len(first) :],
        *(field for one in after for field in own_fields(one)),
    )


def _added(model: type[BaseModel]) -> Added:
    if issubclass(model, Record | Story):
        return (Envelope,), (Relations,)
    if model is Area:
        return (AreaEnvelope,), (Relations,)
    return ((TermEnvelope,), ()) if model is Term else ((), ())


class HasPart(Protocol):
    """A field, of data or of a file."""

    @property
    def part(self) -> type[BaseModel] | None:
        """The model of what it holds, if that has fields itself."""


def parts_of(
    model: type[BaseModel], fields: Callable[[type[BaseModel]], Iterable[HasPart]] | None = None
) -> Iterator[type[BaseModel]]:
    """Yield each model that stands below `model` once, the outer before the inner.

    `fields` says what the fields of a model are: unless given, those of the published data.
    """
    found: dict[type[BaseModel], None] = {}

    def look(at: type[BaseModel]) -> None:
        for field in (fields or fields_of)(at):
            if field.part and field.part not in found:
                found[field.part] = None
                look(field.part)

    look(model)
    yield from found


def name_of(model: type[BaseModel]) -> str:
    """Return how schemas and keys of words call a model: `site-facts`."""
    return _CAPITAL.sub("-", model.__name__).lower()


def words_of(model: type[BaseModel], attribute: str) -> str:
    """Return the key of the words that explain a field of a model."""
    return _field(model, attribute, model.model_fields[attribute]).words


def _field(model: type[BaseModel], attribute: str, info: Any) -> Field:
    owner = next(one for one in model.__mro__ if attribute in vars(one).get("__annotations__", {}))
    read = _read(info.annotation, tuple(info.metadata))
    return Field(name_of(owner), info.alias or attribute, attribute, **read)


def _read(annotation: Any, metadata: tuple[Any, ...]) -> dict[str, Any]:
    """What an annotation says of the values: the arguments of `Field`."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return _read(inner, (*metadata, *more))
    if origin in (Union, UnionType):
        some = [one for one in get_args(annotation) if one is not NoneType]
        optional = {"optional": True} if len(some) < len(get_args(annotation)) else {}
        texts = [one for one in some if _bare(one) is Text]
        return _read((texts or some)[0], metadata) | optional  # a name is published as a text
    if origin is tuple:
        return _read(get_args(annotation)[0], metadata) | {"many": True}
    if origin is Literal:
        return {"form": "line", "choices": get_args(annotation)}
    if isinstance(annotation, type) and issubclass(annotation, Text):
        return {"form": "text"}
    if annotation in _LEAVES:
        return {"form": _LEAVES[annotation]}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {"form": "part", "part": annotation}
    assert annotation is str, annotation
    marked = (form for form, type_ in _MARKED if get_args(type_)[-1] in metadata)
    return {
        "form": next(marked, "line"),
        "refers": next((one.kind for one in metadata if isinstance(one, Refers)), ""),
        "listed": next((one.name for one in metadata if isinstance(one, Listed)), ""),
        "choices": LANGUAGES if get_args(SiteLanguage)[-1] in metadata else (),
    }


def _bare(annotation: Any) -> Any:
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation
