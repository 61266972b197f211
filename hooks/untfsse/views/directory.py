"""A whole kind of records as one list that readers narrow and sort in the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from untfsse.dates import say_when
from untfsse.history import STATUSES
from untfsse.records import Event
from untfsse.records.dates import When
from untfsse.selection import HUBS, Index, Wanted, date_of
from untfsse.views import bodies
from untfsse.views.base import Card, Linked, plain
from untfsse.views.bodies import Body
from untfsse.views.fields import FACETS_OF, Field, facets_by_id, make_field
from untfsse.views.reader import Reader

_HUBS = {**HUBS, "members": "member"}
"""Overview whose pages list the records of one value → facet."""

_BY_TIME = ("newest", "oldest", "name")
SORTS_OF: Mapping[str, tuple[str, ...]] = {
    "events": _BY_TIME,
    "publications": _BY_TIME,
    "projects": _BY_TIME,
    "members": ("name", "acronym"),
}
"""The orders that the records of a kind can be put in; the first is the one they come in."""


class Entry(NamedTuple):
    """A record in the list, with what the page needs to narrow and sort it."""

    card: Card
    facets: str
    """`theme:law sdg:5 …`"""

    date: str = ""
    """Its first day, as far as it is known."""

    last: str = ""
    """Its last day, where that is another one or not certain."""

    body: Body | None = None
    """Of a body: its standing and its roles at the end of each year."""


class Group(NamedTuple):
    """A part of the list under a heading of its own."""

    id: str
    """A year, `upcoming`, a status or `none`, or empty where the list has no parts."""

    entries: tuple[Entry, ...]

    @property
    def is_year(self) -> bool:
        """Whether its heading is a year."""
        return self.id.isdigit()

    @property
    def status(self) -> str:
        """The status its bodies have, if they have one."""
        return self.id if self.id in STATUSES else ""


@dataclass(frozen=True, kw_only=True)
class Directory:
    """All records of a kind, and how they can be narrowed and sorted."""

    kind: str
    fields: tuple[Field, ...]
    sorts: tuple[str, ...]
    """The first one is the order they stand in."""

    groups: tuple[Group, ...]
    hubs: tuple[Linked, ...]
    """Overviews that do the same job without a script."""

    month: str = ""
    """Of events: the month of the build, in words."""

    days: tuple[tuple[str, str], ...] = ()
    """Of bodies: value and words of the days they can be listed for, today first."""

    numbers: str = ""
    """Of bodies: how many members, observers and related bodies there are today."""

    @property
    def total(self) -> int:
        """How many records there are."""
        return sum(len(group.entries) for group in self.groups)


def make(reader: Reader, index: Index, kind: str) -> Directory:
    """Return the directory of `kind`."""
    order = "name" if kind == "members" else "newest"
    ids = index.select(kind, Wanted(order=order, language=reader.language))
    facets = facets_by_id(index, kind)
    histories = bodies.make(reader) if kind == "members" else {}
    entries = [_entry(reader, kind, id_, facets[id_], histories.get(id_)) for id_ in ids]
    fields = (make_field(reader, kind, name, facets.values()) for name in FACETS_OF[kind])
    return Directory(
        kind=kind,
        fields=tuple(field for field in fields if len(field.options) > 1),
        sorts=SORTS_OF[kind],
        groups=tuple(_groups(kind, entries)),
        hubs=tuple(_hub(reader, hub) for hub, facet in _HUBS.items() if facet in FACETS_OF[kind]),
        month=say_when(When(reader.today.year, reader.today.month), reader.language),
        days=tuple(bodies.say_days(reader)) if histories else (),
        numbers=bodies.say_numbers(reader, histories.values()),
    )


def _hub(reader: Reader, hub: str) -> Linked:
    return Linked(plain(reader.strings(f"kind.{hub}")), reader.path(hub))


def _entry(reader: Reader, kind: str, id_: str, facets: list[tuple[str, str]], body: Body | None) -> Entry:
    record = reader.graph.records[kind][id_]
    when = date_of(record)
    date = str(when).split("T")[0] if when else ""
    end = (record.end or record.start).last.isoformat() if isinstance(record, Event) else date
    words = " ".join(sorted(f"{name}:{value}" for name, value in facets))
    return Entry(reader.card(kind, id_), words, date, end if end != date else "", body)


def _groups(kind: str, entries: list[Entry]) -> Iterable[Group]:
    if kind == "events":
        yield from _agenda(entries)
    elif kind == "members":
        yield from _by_standing(entries)
    else:
        yield Group("", tuple(entries))


def _agenda(entries: list[Entry]) -> Iterable[Group]:
    """What is to come, the next first; then year by year, each year a place even for what is to come."""
    upcoming = [entry for entry in entries if entry.card.upcoming]
    yield Group("upcoming", tuple(reversed(upcoming)))
    for year in dict.fromkeys(entry.date[:4] for entry in entries):
        yield Group(year, tuple(e for e in entries if e.date[:4] == year and not e.card.upcoming))


def _by_standing(entries: list[Entry]) -> Iterable[Group]:
    for status in (*STATUSES, "none"):
        yield Group(status, tuple(e for e in entries if e.body and e.body.status == status))
