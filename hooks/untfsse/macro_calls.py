"""Which macros a page may call, and what each argument may be; `macros` gives them their meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from untfsse import guesses
from untfsse.codes import COUNTRIES
from untfsse.editing import MODELS as WRITTEN
from untfsse.editing.forms import FORMS
from untfsse.open_data import SUBJECTS
from untfsse.problems import nearest
from untfsse.records.dates import When
from untfsse.records.references import NOUNS
from untfsse.selection import LISTED_KINDS
from untfsse.showing import NEVER
from untfsse.views.embed import EMBEDS
from untfsse.views.mistakes import FAMILIES
from untfsse.wording import Word


@dataclass(frozen=True)
class Argument:
    """One argument of a macro."""

    name: str
    noun: Word
    """What a message calls a value: `theme`, `date` …"""

    records: str = ""
    """Kind of the record that the value is the id of."""

    listed: str = ""
    """Closed list that the value stands in."""

    choices: Sequence[str] = ()
    """The only values there are."""

    form: str = ""
    """`number`, `year`, `date` or `country`, where the value is neither an id nor listed."""

    required: bool = False


def _id(kind: str) -> tuple[Argument, ...]:
    return (Argument("id", NOUNS[kind], records=kind, required=True),)


_LIMIT = Argument("limit", Word("number"), form="number")
_TIME_ORDER = Argument("order", Word("order"), choices=("newest", "oldest"))
_ORDER = Argument("order", Word("order"), choices=("newest", "oldest", "name"))
_COMMON = (
    Argument("theme", Word("theme"), listed="themes"),
    Argument("sdg", Word("goal"), listed="sdgs"),
    Argument("member", Word("member"), records="members"),
    Argument("country", Word("country"), form="country"),
    Argument("year", Word("year"), form="year"),
    _LIMIT,
    _ORDER,
)

MACROS: Mapping[str, tuple[Argument, ...]] = {
    "events": (
        Argument("kind", Word("kind of event"), listed="event-kinds"),
        Argument("status", Word("state of an event"), listed="event-statuses"),
        Argument("when", Word("time"), choices=("upcoming", "past")),
        *_COMMON,
    ),
    "publications": (
        Argument("kind", Word("kind of publication"), listed="publication-kinds"),
        *_COMMON,
    ),
    "projects": (
        Argument("kind", Word("kind of project"), listed="project-kinds"),
        Argument("status", Word("state of a project"), listed="project-statuses"),
        *_COMMON,
    ),
    "members": (
        Argument("status", Word("status"), listed="membership-statuses"),
        Argument("as_of", Word("date"), form="date"),
        Argument("kind", Word("kind of body"), listed="body-kinds"),
        Argument("country", Word("country"), form="country"),
        _LIMIT,
    ),
    "event": _id("events"),
    "publication": _id("publications"),
    "project": _id("projects"),
    "member": _id("members"),
    "directory": (Argument("kind", Word("kind of record"), choices=LISTED_KINDS, required=True),),
    "members_by_year": (),
    "plan": _id("plans"),
    "plans": (_LIMIT, _TIME_ORDER),
    "matrix": _id("plans"),
    "timeline": (_LIMIT, _TIME_ORDER),
    "news": (Argument("year", Word("year"), form="year"), _LIMIT, _TIME_ORDER),
    "count": (
        Argument("status", Word("status"), listed="membership-statuses", required=True),
        Argument("as_of", Word("date"), form="date"),
    ),
    "published_counts": (),
    "glossary": (),
    "terms_table": (),
    "map": (Argument("kind", Word("kind of record"), choices=("members", "events", "projects")),),
    "search": (),
    "data_fields": (Argument("kind", Word("kind of record"), choices=SUBJECTS, required=True),),
    "data_files": (),
    "fields": (Argument("kind", Word("kind of record"), choices=tuple(WRITTEN), required=True),),
    "form": (Argument("name", Word("form"), choices=tuple(FORMS), required=True),),
    "subscriptions": (),
    "translation_status": (),
    "embed_snippet": (Argument("name", Word("list"), choices=tuple(EMBEDS), required=True),),
    "themes": (),
    "goals": (),
    "countries": (),
    "years": (),
    "mistakes": (Argument("family", Word("family of messages"), choices=FAMILIES),),
}


@dataclass(frozen=True)
class Known:
    """The values that arguments are compared with."""

    ids: Mapping[str, Iterable[str]]
    """Kind → ids of the records there are."""

    terms: Mapping[str, Iterable[str]]
    """Closed list → its values."""

    drafts: Mapping[str, Mapping[str, date]] = field(default_factory=dict)
    """Kind → ids of the records that are not public when the page is → the day they will be."""


@dataclass
class Call:
    """A macro call as written in a page, with literal arguments only."""

    macro: str
    positional: list[Any] = field(default_factory=list)
    named: dict[str, Any] = field(default_factory=dict)


def bind(call: Call) -> dict[str, Any]:
    """Return argument name → value; surplus positional arguments are named by their place."""
    names = [argument.name for argument in MACROS[call.macro]]
    given = {
        names[index] if index < len(names) else f"#{index + 1}": value
        for index, value in enumerate(call.positional)
    }
    return {**given, **call.named}


def faults(call: Call, known: Known) -> Iterable[tuple[str, dict[str, Any]]]:
    """Yield message key and values for each thing wrong with a call."""
    if call.macro not in MACROS:
        values = {"given": call.macro, "near": nearest(call.macro, MACROS), "known": _listed(MACROS)}
        yield "macro-unknown", values
        return
    arguments = {argument.name: argument for argument in MACROS[call.macro]}
    given = bind(call)
    for name, value in given.items():
        if name.startswith("#"):
            yield "macro-surplus", {"given": _written(value), "macro": call.macro}
        elif name not in arguments:
            near = nearest(name, arguments)
            values = {"given": name, "macro": call.macro, "near": near, "known": _listed(arguments)}
            yield "macro-argument", values
        elif fault := _fault(arguments[name], value, known):
            yield fault
    for name, argument in arguments.items():
        if argument.required and name not in given:
            yield "macro-missing", {"given": name, "macro": call.macro}


def _fault(argument: Argument, value: Any, known: Known) -> tuple[str, dict[str, Any]] | None:
    def wrong_type(expected: Word) -> tuple[str, dict[str, Any]]:
        return "macro-type", {"argument": argument.name, "given": _written(value), "expected": expected}

    if argument.form == "number":
        whole = isinstance(value, int) and not isinstance(value, bool) and value > 0
        return None if whole else wrong_type(Word("a whole number above 0"))
    if isinstance(value, bool) or not isinstance(value, str | int):
        return wrong_type(Word("words in quotes"))
    text = str(value)
    if argument.form == "year":
        return None if re.fullmatch(r"\d{4}", text) else wrong_type(Word("a year, such as 2023"))
    if argument.form == "date":
        try:
            When.parse(text)
        except ValueError:
            return wrong_type(Word('a date in quotes, such as "2023-11"'))
        return None
    choices = _choices(argument, known)
    if day := known.drafts.get(argument.records, {}).get(text):
        key, values = told_of_draft(text, day)
        return key, values | {"argument": argument.name}
    if text in choices:
        return None
    near = guesses.country(text) if argument.form == "country" else nearest(text, choices)
    values = {"given": text, "noun": argument.noun, "near": near, "argument": argument.name}
    return "macro-value", values | {"known": _where(argument)}


def told_of_draft(given: str, day: date) -> tuple[str, dict[str, Any]]:
    """Return message key and values for what a page may not lead to before `day`."""
    return (
        ("page-draft", {"given": given})
        if day == NEVER
        else ("page-later", {"given": given, "day": str(day)})
    )


def _written(value: Any) -> str:
    """A literal as a page writes it."""
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or Word("none")


def _where(argument: Argument) -> Word | Sequence[str]:
    """Where the values of an argument are found, or which there are."""
    if argument.records:
        return Word("an id of {place}", place=f"data/{argument.records}/")
    if argument.listed:
        return Word("an id of {place}", place=f"data/vocabulary/{argument.listed}.yml")
    return Word("a code of ISO 3166, such as NO") if argument.form == "country" else argument.choices


def _choices(argument: Argument, known: Known) -> list[str]:
    if argument.records:
        return list(known.ids[argument.records])
    if argument.listed:
        return list(known.terms.get(argument.listed, ()))
    if argument.form == "country":
        return sorted(COUNTRIES)
    return list(argument.choices)
