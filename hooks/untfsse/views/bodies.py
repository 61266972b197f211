"""Members, observers and related bodies at the end of each year since the task force began, and today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from untfsse.dates import say_day
from untfsse.history import STATUSES, Span, held, standing, status_on, years
from untfsse.records import Member
from untfsse.selection import sort_key
from untfsse.views.base import Linked, Said
from untfsse.views.reader import Reader
from untfsse.views.stretches import References, Stretch, role_of


class Held(NamedTuple):
    """A role, and when it was held."""

    role: Stretch
    marks: str
    """For each year and for today: `1` at its end, `~` earlier in it, `-` neither."""


@dataclass(frozen=True, kw_only=True)
class Body:
    """What one body was, year by year."""

    name: Said
    """Its acronym, or its name where it has none."""

    status: str
    """Today's: `member`, `observer`, `related` or `none`."""

    standing: str
    """For the end of each year and for today: `m`, `o`, `r`, `~` for earlier in the year, or `-`."""

    roles: tuple[Held, ...]

    def held_at(self, place: int) -> list[Stretch]:
        """Roles in one of the years, or today."""
        return [one.role for one in self.roles if one.marks[place] != "-"]


class YearRow(NamedTuple):
    """Who was what at the end of a year, or today."""

    label: str
    standing: tuple[tuple[Linked, ...], ...]
    """Names of members, of observers, of related bodies, and of those known earlier in the year only."""

    roles: tuple[tuple[str, tuple[Linked, ...]], ...]
    """What was done for the task force in that year, and by whom."""


def _spans(reader: Reader) -> list[Span]:
    return years(reader.graph.records["members"].values(), reader.today)


def say_days(reader: Reader) -> list[tuple[str, str]]:
    """Return value and words of today (the value is empty) and of the end of each year, latest first."""
    t = reader.strings
    *past, today = _spans(reader)
    ends = [str(span.last.year) for span in reversed(past)]
    said = t("directory.today", date=say_day(today.last, reader.language))
    return [("", said), *((year, t("directory.year-end", year=year)) for year in ends)]


def make(reader: Reader) -> dict[str, Body]:
    """Return every body, by id, in order of name."""
    spans = _spans(reader)
    members = reader.graph.records["members"]
    bodies = {id_: _body(reader, id_, one, spans) for id_, one in members.items() if isinstance(one, Member)}
    return dict(sorted(bodies.items(), key=lambda item: sort_key(item[1].name.plain)))


def _body(reader: Reader, id_: str, member: Member, spans: list[Span]) -> Body:
    card = reader.card("members", id_)
    return Body(
        name=card.short or card.title,
        status=status_on(member, spans[-1].last) or "none",
        standing=standing(member, spans),
        roles=tuple(
            Held(role_of(reader, role, References(reader)), marks) for role, marks in held(member, spans)
        ),
    )


def say_numbers(reader: Reader, bodies: Iterable[Body]) -> str:
    """Return how many members, observers and related bodies there are today."""
    there = Counter(body.status for body in bodies)
    return ", ".join(reader.strings.count(f"directory.count-{one}", there[one]) for one in STATUSES)


def by_year(reader: Reader, bodies: Mapping[str, Body]) -> list[YearRow]:
    """Return a row for today and for each year, the newest first."""
    labels = [words for _, words in say_days(reader)]
    return [
        YearRow(label, _standing_at(bodies, -1 - place), _roles_at(bodies, -1 - place))
        for place, label in enumerate(labels)
    ]


def _standing_at(bodies: Mapping[str, Body], place: int) -> tuple[tuple[Linked, ...], ...]:
    return tuple(
        tuple(Linked(body.name, None) for body in bodies.values() if body.standing[place] == letter)
        for letter in (*(status[0] for status in STATUSES), "~")
    )


def _roles_at(bodies: Mapping[str, Body], place: int) -> tuple[tuple[str, tuple[Linked, ...]], ...]:
    found: dict[str, dict[Linked, None]] = {}
    for body in bodies.values():
        for role in body.held_at(place):
            found.setdefault(role.label, {})[Linked(body.name, None)] = None
    return tuple((label, tuple(names)) for label, names in found.items())
