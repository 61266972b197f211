"""JSON Schemas (2020-12) of every document, made from the fields that the documents are made of.

Fields may be added within version 1; so the schemas allow fields they do not name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from untfsse.locales import DEFAULT
from untfsse.open_data import KINDS, SINGULAR
from untfsse.open_data.documents import schema
from untfsse.open_data.envelope import Date, Entry, Header, Pages, Story, Words
from untfsse.open_data.fields import Field, fields_of, name_of, parts_of
from untfsse.open_data.published import Published, Values
from untfsse.records import KINDS as RECORDS
from untfsse.records.site_facts import SiteFacts
from untfsse.site import Site
from untfsse.strings import Strings
from untfsse.vocabulary import Term

MODELS: dict[str, type[BaseModel]] = {**RECORDS, "news": Story}
"""Kind → the model of one record."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FORMS: dict[str, Values] = {
    "line": {"type": "string"},
    "address": {"type": "string", "format": "uri"},
    "country": {"type": "string", "pattern": "^[A-Z]{2}$"},
    "language": {"type": "string", "pattern": "^[a-z]{2,3}$"},
    "number": {"type": "integer", "minimum": 0},
    "yes-no": {"type": "boolean"},
    "day": {"type": "string", "format": "date"},
    "moment": {"type": "string", "format": "date-time"},
    "text": {"$ref": "#/$defs/words"},
    "date": {"$ref": "#/$defs/date"},
}

_TOP = {"$schema": "data.header.schema", "data_licence": "data.header.data-licence"}
"""What a record has besides where it is a document of its own."""

_KEYS = {key: f"data.schema.{key}" for key in (*KINDS, "vocabularies")} | {"facts": "data.schema.site"}
"""Members of documents that are explained in the words of another document."""


class Schemas:
    """The schemas, explained in the words of the site."""

    def __init__(self, site: Site, data: Published) -> None:
        self._strings = site.checked.strings
        self._data = data

    def made(self) -> Iterator[tuple[str, Values]]:
        """Yield name and content of every schema."""
        for kind in KINDS:
            one = SINGULAR[kind]
            top = {key: _FORMS["address"] | self._said(words) for key, words in _TOP.items()}
            yield one, self._root(one, self._object(MODELS[kind], top), MODELS[kind])
            more = {"type": {"const": kind}, "count": _FORMS["number"], "records": _list(_file(one))}
            yield kind, self._document(kind, more)
        terms = {"type": "object", "additionalProperties": _list({"$ref": "#/$defs/term"})}
        yield "vocabularies", self._document("vocabularies", {"vocabularies": terms}, Term)
        facts = {"facts": {"$ref": "#/$defs/site-facts"}}
        yield "site", self._document("site", facts, SiteFacts)
        every = {kind: _list(_file(SINGULAR[kind])) for kind in KINDS}
        inner = {
            "facts": {"$ref": "site.json#/properties/facts"},
            "vocabularies": {"$ref": "vocabularies.json#/properties/vocabularies"},
        }
        yield "all", self._document("all", inner | every)
        more = {
            "changed": _FORMS["moment"],
            "pages": {"$ref": "#/$defs/pages"},
            "documents": _list({"$ref": "#/$defs/entry"}),
        }
        yield "index", self._document("index", more, Entry, Pages, optional=("changed", "pages"))

    def _document(
        self, name: str, more: Values, *parts: type[BaseModel], optional: Iterable[str] = ()
    ) -> Values:
        """The schema of a document with the header that all have, and `more`."""
        made = self._object(Header)
        for key, value in more.items():
            made["properties"][key] = value | self._said(_KEYS.get(key, f"data.document.{key}"))
        made["required"] += [key for key in more if key not in optional]
        return self._root(name, made, Header, *parts, defined=parts)

    def _root(
        self, name: str, made: Values, *models: type[BaseModel], defined: Iterable[type[BaseModel]] = ()
    ) -> Values:
        """A whole schema; `defined` are those of its models that stand among the definitions."""
        inner = (part for model in models for part in parts_of(model))
        below: dict[type[BaseModel], None] = dict.fromkeys([*defined, *inner, Words, Date])
        top = {"$schema": _DIALECT, "$id": schema(self._data, name)} | self._said(f"data.schema.{name}")
        return top | made | {"$defs": {name_of(part): self._object(part) for part in below}}

    def _object(self, model: type[BaseModel], more: Values | None = None) -> Values:
        fields = fields_of(model)
        required = [field.name for field in fields if not field.optional]
        return {
            "type": "object",
            "properties": (more or {}) | {field.name: self._property(field) for field in fields},
            **({"required": required} if required else {}),
        }

    def _property(self, field: Field) -> Values:
        one: Values = {"$ref": f"#/$defs/{name_of(field.part)}"} if field.part else dict(_FORMS[field.form])
        if field.choices:
            one["enum"] = list(field.choices)
        if field.refers:
            one["x-id-of"] = field.refers
        if field.listed:
            one["x-vocabulary"] = field.listed
        return (_list(one) if field.many else one) | self._said(field.words, field.meaning)

    def _said(self, key: str, say: Callable[[Strings], str] | None = None) -> Values:
        """What a field means, in English for every tool and in the other languages beside it."""
        said = {
            one: say(strings) if say else strings(key)
            for one, strings in self._strings.items()
            if strings.is_own(key)
        }
        return {"description": said.pop(DEFAULT), "x-description": said}


def _list(items: Values) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _file(name: str) -> Values:
    return {"$ref": f"{name}.json"}


def _name(part: type[BaseModel]) -> str:
    return part.__name__.lower()
