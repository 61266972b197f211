"""Values that name something else: another record, or an entry of a closed list."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from untfsse import guesses
from untfsse.locales import DEFAULT
from untfsse.problems import nearest
from untfsse.showing import ALWAYS, NEVER
from untfsse.wording import Word

_NAMED = 12
"""A list that is longer is not told value by value."""

NOUNS = {
    "members": Word("member"),
    "events": Word("event"),
    "publications": Word("publication"),
    "projects": Word("project"),
    "plans": Word("action plan"),
    "areas": Word("area of an action plan"),
}
"""What a message calls one record of a kind."""


@dataclass(frozen=True)
class Surroundings:
    """What a record is checked against; handed to pydantic as its validation context."""

    ids: Mapping[str, Set[str]]
    """Kind (or `areas`) → the ids there are."""

    drafts: Mapping[str, Mapping[str, date]]
    """Kind → the ids that are not public yet → the day they will be (`NEVER` for a draft)."""

    terms: Mapping[str, Mapping[str, Any]]
    """Closed list → its terms by id."""

    kind: str = ""
    """Kind of the record being read."""

    id: str = ""
    """Id of the record being read."""

    since: date = ALWAYS
    """Day from which the public reads the record or page being read; `NEVER` for a draft."""

    original: str = DEFAULT
    """Language the record being read is written in."""


class _Checked:
    """Adds a check against the surroundings; without surroundings any value passes."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def _check(self, value: str, info: Any) -> str:
        if isinstance(info.context, Surroundings):
            self.check(value, info.context)
        return value

    def check(self, value: str, around: Surroundings) -> None:
        """Raise PydanticCustomError where `value` names nothing."""
        raise NotImplementedError


class Listed(_Checked):
    """The value stands in a closed list, `data/vocabulary/<name>.yml`."""

    def __init__(self, name: str) -> None:
        self.name = name

    def check(self, value: str, around: Surroundings) -> None:
        """Refuse a value that is not in the list; a list that could not be read refuses none."""
        terms = around.terms.get(self.name)
        if terms is None or value in terms:
            return
        roles = around.terms.get("roles", ()) if self.name == "membership-statuses" else ()
        if role := guesses.role(value, roles):
            values = {"given": value, "right": role, "known": tuple(terms)}
            raise PydanticCustomError("role-as-status", "role-as-status", values)
        near = {"near": guesses.term(value, terms), "known": _one_of(terms)}
        where = {"given": value, "list": f"data/vocabulary/{self.name}.yml"}
        raise PydanticCustomError("unknown-term", "unknown-term", where | near)


def _one_of(terms: Collection[str]) -> Word:
    """Return what may be written: the values of a short list, or where those of a long one stand."""
    if not 0 < len(terms) <= _NAMED:
        return Word("an id of that list")
    return Word("one of: {values}", values=", ".join(terms))


class Refers(_Checked):
    """The value is the id of another record."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def check(self, value: str, around: Surroundings) -> None:
        """Refuse an id that is not there, the record itself, and a draft named by what is public."""
        given = {"given": value}
        if (self.kind, value) == (around.kind, around.id):
            raise PydanticCustomError("names-itself", "names-itself", given)
        if value not in around.ids[self.kind]:
            near = nearest(value, sorted(around.ids[self.kind]))
            if self.kind == "members" and not near:
                raise PydanticCustomError("unknown-party", "unknown-party", given)
            if self.kind == "areas":
                raise PydanticCustomError("unknown-area", "unknown-area", given | {"near": near})
            more = {"noun": NOUNS[self.kind], "kind": self.kind, "near": near}
            raise PydanticCustomError("unknown-reference", "unknown-reference", given | more)
        _check_public(self.kind, value, value, around)


class RefersToAny(_Checked):
    """The value is kind and id of a record: `events/<id>`."""

    def check(self, value: str, around: Surroundings) -> None:
        """Refuse what names no record, and a draft."""
        kind, _, id_ = value.partition("/")
        if kind not in KINDS_NAMED or id_ not in around.ids[kind]:
            known = [f"{one}/{id_}" for one in KINDS_NAMED for id_ in around.ids[one]]
            near = {"noun": Word("record"), "near": nearest(value, sorted(known))}
            raise PydanticCustomError("unknown-reference", "unknown-reference", {"given": value, **near})
        _check_public(kind, id_, value, around)


def _check_public(kind: str, id_: str, given: str, around: Surroundings) -> None:
    """Refuse what is not public yet when the public reads of it: so no day to come breaks a build."""
    day = around.drafts.get(kind, {}).get(id_)
    if day is not None and day > around.since:
        key = "names-a-draft" if day == NEVER else "names-later"
        raise PydanticCustomError(key, key, {"given": given, "day": str(day)})


KINDS_NAMED = ("members", "events", "publications", "projects", "plans")
"""Kinds that `kind/id` may name."""
