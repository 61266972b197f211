"""What may be written in a field, as JSON Schema: the form of its values, whatever they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from untfsse.codes import COUNTRIES, DOCUMENT_LANGUAGES
from untfsse.editing import patterns
from untfsse.editing.entries import Entry
from untfsse.locales import LANGUAGES
from untfsse.names import country_name, language_name
from untfsse.vocabulary import Vocabulary

Shape = dict[str, Any]

_WORDS: Shape = {"type": "string", "maxLength": patterns.LONGEST, "pattern": patterns.WORDS}
_LINE: Shape = {**_WORDS, "type": ["string", "number"]}
"""A number without quotation marks is a text too, such as the year in the title of a series."""

_BY_LANGUAGE: Shape = {"type": "object", "additionalProperties": False, "minProperties": 1}

_PATTERNS = {
    "address": (patterns.ADDRESS, ["https://www.ilo.org/"]),
    "zone": (patterns.ZONE, ["Europe/Zurich", "America/New_York", "UTC"]),
    "doi": (patterns.DOI, ["10.4060/cc0461en"]),
    "symbol": (patterns.SYMBOL, ["A/RES/77/281"]),
    "colour": (patterns.COLOUR, ["#00578a"]),
}


def definitions(language: str) -> dict[str, Shape]:
    """Return the shapes that stand in many fields, by name, labelled in `language`."""
    words = {**_BY_LANGUAGE, "properties": {one: dict(_WORDS) for one in LANGUAGES}}
    lists = {one: {"type": "array", "items": dict(_LINE)} for one in LANGUAGES}
    codes = sorted(COUNTRIES)
    spoken = sorted(code for code in DOCUMENT_LANGUAGES if len(code) == 2)
    return {
        "text": words,
        "line": dict(_LINE),
        "name": {"anyOf": [{"$ref": "#/definitions/line"}, {"$ref": "#/definitions/text"}]},
        "words": {**_BY_LANGUAGE, "properties": lists},
        "date": {
            "anyOf": [
                {"type": "string", "pattern": patterns.DATE},
                {"type": "integer", "minimum": 1800, "maximum": 2199},
            ],
            "examples": ["2026", "2026-10", "2026-10-05", "2026-10-05T09:30"],
        },
        "day": {"type": "string", "pattern": patterns.DAY, "examples": ["2026-12-01"]},
        "country": {
            "type": "string",
            "enum": codes,
            "enumDescriptions": [country_name(code, language) for code in codes],
        },
        "language": {
            "anyOf": [
                {
                    "type": "string",
                    "enum": spoken,
                    "enumDescriptions": [language_name(code, language) for code in spoken],
                },
                {"type": "string", "pattern": "^[a-z]{3}$"},
            ]
        },
        "number": {
            "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^ *[0-9]{1,6} *$"}]
        },
        "isbn": {
            "anyOf": [
                {"type": "string", "pattern": patterns.ISBN},
                {"type": "integer", "minimum": 100000000},
            ]
        },
    }


def shape(entry: Entry, vocabulary: Vocabulary, language: str, ids: Mapping[str, Iterable[str]]) -> Shape:
    """Return the shape of one value of a field that holds no part; `ids` are those of records, if any."""
    if entry.refers:
        return _reference(entry.refers, ids)
    if entry.listed:
        return _listed(entry.listed, vocabulary, language)
    if entry.choices:
        return {"type": "string", "enum": list(entry.choices)}
    if entry.form == "yes-no":
        return {"type": "boolean"}
    if entry.form == "id":
        return {"type": ["string", "integer"], "pattern": patterns.ID}
    if entry.form in _PATTERNS:
        pattern, examples = _PATTERNS[entry.form]
        return {"type": "string", "pattern": pattern, "examples": list(examples)}
    name = "text" if entry.form == "translations" else entry.form
    return {"$ref": f"#/definitions/{name}"}


def _reference(kind: str, ids: Mapping[str, Iterable[str]]) -> Shape:
    if kind in ids:
        return {"type": "string", "enum": sorted(ids[kind])}
    return {"type": "string", "pattern": patterns.AREA if kind == "areas" else patterns.ID}


def _listed(name: str, vocabulary: Vocabulary, language: str) -> Shape:
    """The values of a closed list with what readers see; numbers with or without quotation marks."""
    terms = vocabulary.get(name, {})
    labels = [term.label.shown(language).text for term in terms.values()]
    if all(id_.isdigit() for id_ in terms):
        numbers = [int(id_) for id_ in terms]
        return {
            "anyOf": [
                {"type": "integer", "enum": numbers, "enumDescriptions": labels},
                {"type": "string", "enum": list(terms)},
            ]
        }
    return {"type": "string", "enum": list(terms), "enumDescriptions": labels}
