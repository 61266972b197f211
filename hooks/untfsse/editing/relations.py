"""What fields of one part ask of each other, as JSON Schema; the models say the same in Python.

`x-not-before` and `x-differ` are words of our own, which the forms of the site obey and editors pass over.
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


def _either(*names: str) -> dict[str, Any]:
    """Exactly one of these fields."""
    return {"oneOf": [{"required": [name]} for name in names]}


def _not_both(*names: str) -> dict[str, Any]:
    return {"not": {"required": list(names)}}


def _with_time(field: str) -> dict[str, Any]:
    timed = {"type": "string", "pattern": patterns.WITH_TIME}
    return {"required": [field], "properties": {field: timed}}


_LEAD = {"properties": {"role": {"const": "area-lead"}}, "required": ["role"]}

_RELATIONS: dict[type[BaseModel], list[dict[str, Any]]] = {
    Source: [_either("url", "publication")],
    Party: [_either("member", "name")],
    Author: [_either("family", "member", "body")],
    Interval: [_not_both("from", "by"), _not_both("to", "last_seen")],
    Role: [{"if": _LEAD, "then": {"required": ["area"]}, "else": {"not": {"required": ["area"]}}}],
    Event: [
        {"if": _with_time("start"), "then": {"required": ["timezone"]}},
        {"if": _with_time("end"), "then": {"required": ["timezone"]}},
        {
            "if": {"required": ["start", "end"]},
            "then": {
                "if": _with_time("start"),
                "then": _with_time("end"),
                "else": {"not": _with_time("end")},
            },
        },
        {
            "if": {"properties": {"mode": {"const": "online"}}, "required": ["mode"]},
            "then": {"not": {"required": ["place"]}},
        },
        {"x-not-before": ["end", "start"]},
    ],
    Project: [{"x-not-before": ["end", "start"]}],
    Plan: [{"x-not-before": ["end", "start"]}],
}

_LISTS: dict[tuple[type[BaseModel], str], dict[str, Any]] = {
    (Publication, "versions"): {
        "minItems": 1,
        "contains": {"required": ["title"]},
        "x-differ": "language",
    },
    (Member, "membership"): {"minItems": 1},
}
"""What lists ask of their items."""


def relations_of(model: type[BaseModel]) -> list[dict[str, Any]]:
    """Return what the fields of a model ask of each other."""
    return [rule for one, rules in _RELATIONS.items() if issubclass(model, one) for rule in rules]


def of_list(model: type[BaseModel], field: str) -> dict[str, Any]:
    """Return what a list of a model asks of its items."""
    return _LISTS.get((model, field), {})
