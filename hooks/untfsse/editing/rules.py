"""What a form checks in the browser: the rules of the schema for the fields that it asks for.

They are JSON Schema, made of the same patterns and relations as those of `data/schema/`. Two things differ:
`x-options` names a closed list that the page holds once, and a text is always in the source language too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from untfsse.editing import patterns
from untfsse.editing.entries import Entry
from untfsse.editing.forms import Form, asked, asked_inside
from untfsse.editing.relations import of_list, relations_of
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.records.base import Source

_WORDS = {"type": "string", "maxLength": patterns.LONGEST, "pattern": patterns.WORDS, "x-form": "words"}

DEFINITIONS: dict[str, Any] = {
    "words": _WORDS,
    "text": {
        "type": "object",
        "additionalProperties": False,
        "properties": {one: {"$ref": "#/definitions/words", "x-language": one} for one in LANGUAGES},
        "required": [DEFAULT],
        "x-form": "text",
    },
    "date": {"type": "string", "pattern": patterns.DATE, "x-form": "date"},
    "address": {"type": "string", "maxLength": 2000, "pattern": patterns.ADDRESS, "x-form": "address"},
    "symbol": {"type": "string", "pattern": patterns.SYMBOL, "x-form": "symbol"},
    "doi": {"type": "string", "pattern": patterns.DOI, "x-form": "doi"},
    "number": {"type": "string", "pattern": "^[0-9]{1,6}$", "x-form": "number"},
    "markdown": {"type": "string", "maxLength": 20000, "x-each": patterns.WORDS, "x-form": "markdown"},
    "paragraphs": {"type": "string", "maxLength": 20000, "x-form": "paragraphs"},
}
"""Shapes of values, by name; the patterns are those of `patterns`."""

_DESCRIPTION = {"minLength": 50, "maxLength": 160}


def rules(form: Form) -> dict[str, Any]:
    """Return the rules of a form."""
    made = _object(asked(form), relations_of(form.model) if form.model else [], form.model)
    return {**made, "definitions": DEFINITIONS}


def _object(
    fields: Iterable[Entry], relations: list[dict[str, Any]], model: type[BaseModel] | None
) -> dict[str, Any]:
    own = list(fields)
    required = [one.name for one in own if one.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {one.name: _field(one, model) for one in own},
        **({"required": required} if required else {}),
        **({"allOf": relations} if relations else {}),
    }


def _field(entry: Entry, model: type[BaseModel] | None) -> dict[str, Any]:
    one = _value(entry)
    if not entry.many:
        return one
    more = of_list(model, entry.name) if model else {}
    return {"type": "array", "items": one, **({"minItems": 1} if entry.required else {}), **more}


def _value(entry: Entry) -> dict[str, Any]:
    if entry.part is Source:
        return {"$ref": "#/definitions/address"}
    if entry.part:
        return _object(asked_inside(entry.part), relations_of(entry.part), entry.part)
    if options := options_of(entry):
        return {"type": "string", "x-options": options, "x-form": "choice"}
    if entry.form == "yes-no":
        return {"type": "boolean"}
    if entry.name == "description":
        return {**_WORDS, **_DESCRIPTION, "x-form": "description"}
    form = {"name": "words", "line": "words"}.get(entry.form, entry.form)
    return {"$ref": f"#/definitions/{form}"}


def options_of(entry: Entry) -> str:
    """Return the name of the closed list that the value stands in, if there is one."""
    if entry.listed or entry.refers:
        return entry.listed or entry.refers
    return entry.form if entry.form in ("country", "language", "zone") else ""
