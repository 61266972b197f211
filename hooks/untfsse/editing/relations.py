"""What fields of one part ask of each other, as JSON Schema; the models say the same in Python.

Words of our own begin with `x-`; the forms of the site obey them, and editors pass over them. `x-not-before`,
`x-local` and `x-differ` ask what JSON Schema cannot: the order of dates, times that exist in a zone, items
that differ in a field. `x-says` names the field to blame for a rule, and the message.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from untfsse.editing import patterns
from untfsse.records.base import Party, Source
from untfsse.records.event import Event
from untfsse.records.intervals import Interval
from untfsse.records.member import Member, Role
from untfsse.records.plan import Plan
from untfsse.records.project import Project
from untfsse.records.publication import Author, Publication

Rule = dict[str, Any]


def _either(*names: str) -> Rule:
    """Exactly one of these fields."""
    return {"oneOf": [{"required": [name]} for name in names], "x-says": [names[0], "either"]}


def _not_both(*names: str) -> Rule:
    return {"not": {"required": list(names)}}


def _with_time(field: str) -> Rule:
    timed = {"type": "string", "pattern": patterns.WITH_TIME}
    return {"required": [field], "properties": {field: timed}}


def _zoned(field: str) -> Rule:
    return {"if": _with_time(field), "then": {"required": ["timezone"]}, "x-says": ["timezone", "zone"]}


_ORDER = {"x-not-before": ["end", "start"], "x-says": ["end", "order"]}
_LEAD = {"properties": {"role": {"const": "area-lead"}}, "required": ["role"]}
_ONLINE = {"properties": {"mode": {"const": "online"}}, "required": ["mode"]}
_SAME_PRECISION = {"if": _with_time("start"), "then": _with_time("end"), "else": {"not": _with_time("end")}}

_RELATIONS: dict[type[BaseModel], list[Rule]] = {
    Source: [_either("url", "publication")],
    Party: [_either("member", "name")],
    Author: [_either("family", "member", "body")],
    Interval: [_not_both("from", "by"), _not_both("to", "last_seen")],
    Role: [{"if": _LEAD, "then": {"required": ["area"]}, "else": {"not": {"required": ["area"]}}}],
    Event: [
        _zoned("start"),
        _zoned("end"),
        {"if": {"required": ["start", "end"]}, "then": _SAME_PRECISION, "x-says": ["end", "precision"]},
        {"if": _ONLINE, "then": {"not": {"required": ["place"]}}, "x-says": ["mode", "place"]},
        {"x-local": ["start", "timezone"], "x-says": ["start", "clock"]},
        {"x-local": ["end", "timezone"], "x-says": ["end", "clock"]},
        _ORDER,
    ],
    Project: [_ORDER],
    Plan: [_ORDER],
}

_LISTS: dict[tuple[type[BaseModel], str], Rule] = {
    (Publication, "versions"): {
        "minItems": 1,
        "contains": {"required": ["title"]},
        "x-differ": ["language", "twice"],
    },
    (Member, "membership"): {"minItems": 1},
}
"""What lists ask of their items."""


def relations_of(model: type[BaseModel]) -> list[Rule]:
    """Return what the fields of a model ask of each other."""
    return [rule for one, rules in _RELATIONS.items() if issubclass(model, one) for rule in rules]


def of_list(model: type[BaseModel], field: str) -> Rule:
    """Return what a list of a model asks of its items."""
    return _LISTS.get((model, field), {})
