"""A whole kind of records as one list that readers narrow and sort in the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from untfsse.calendars.addresses import calendar_of
from untfsse.dates import say_when
from untfsse.history import STATUSES
from untfsse.names import language_name
from untfsse.records import Event, Publication, Record
from untfsse.records.dates import When
from untfsse.selection import HUBS, Index, Wanted, date_of, sort_key
from untfsse.views import bodies
from untfsse.views.base import Card, Linked, Said, plain
from untfsse.views.bodies import Body
from untfsse.views.reader import Reader

FACETS_OF: Mapping[str, tuple[str, ...]] = {
    "events": ("kind", "theme", "sdg", "country", "year", "member", "status"),
    "publications": ("kind", "theme", "sdg", "country", "year", "member", "language"),
    "projects": ("kind", "status", "theme", "sdg", "country", "year", "member"),
    "members": ("kind", "country"),
}
"""What the records of a kind can be narrowed by, in the order of the form."""

_LISTS = {
    ("events", "kind"): "event-kinds",
    ("events", "status"): "event-statuses",
    ("publications", "kind"): "publication-kinds",
    ("projects", "kind"): "project-kinds",
    ("projects", "status"): "project-statuses",
    ("members", "kind"): "body-kinds",
}
"""Kind of record and facet → the closed list that has its values."""

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


class Option(NamedTuple):
    """One value to narrow a list by."""

    value: str
    label: Said
    number: int
    """How many records have it."""


class Field(NamedTuple):
    """One thing a list can be narrowed by."""

    name: str
    options: tuple[Option, ...]


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

    calendar: str = ""
    """Path of the calendar of all events, where there is one."""

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
    facets = _facets(index, kind)
    histories = bodies.make(reader) if kind == "members" else {}
    entries = [_entry(reader, kind, id_, facets[id_], histories.get(id_)) for id_ in ids]
    fields = (_field(reader, kind, name, facets.values()) for name in FACETS_OF[kind])
    return Directory(
        kind=kind,
        fields=tuple(field for field in fields if len(field.options) > 1),
        sorts=SORTS_OF[kind],
        groups=tuple(_groups(kind, entries)),
        hubs=tuple(_hub(reader, hub) for hub, facet in _HUBS.items() if facet in FACETS_OF[kind]),
        calendar=calendar_of(index.graph, reader.language, kind, ids) if kind == "events" else "",
        month=say_when(When(reader.today.year, reader.today.month), reader.language),
        days=tuple(bodies.say_days(reader)) if histories else (),
        numbers=bodies.say_numbers(reader, histories.values()),
    )


def _hub(reader: Reader, hub: str) -> Linked:
    return Linked(plain(reader.strings(f"kind.{hub}")), reader.path(hub))


def _facets(index: Index, kind: str) -> dict[str, list[tuple[str, str]]]:
    """Facets of each record of `kind` that it can be found by."""
    records = index.graph.records[kind]
    found: dict[str, list[tuple[str, str]]] = {id_: [] for id_ in records}
    for facet, there in index.ids.items():
        for id_ in there[kind] if facet[0] in FACETS_OF[kind] else ():
            found[id_].append(facet)
    for id_, record in records.items():
        found[id_] += [("language", code) for code in _languages(record)]
    return found


def _languages(record: Record) -> Iterable[str]:
    versions = record.versions if isinstance(record, Publication) else ()
    return dict.fromkeys(version.language for version in versions)


def _entry(reader: Reader, kind: str, id_: str, facets: list[tuple[str, str]], body: Body | None) -> Entry:
    record = reader.graph.records[kind][id_]
    when = date_of(record)
    date = str(when).split("T")[0] if when else ""
    end = (record.end or record.start).last.isoformat() if isinstance(record, Event) else date
    words = " ".join(sorted(f"{name}:{value}" for name, value in facets))
    return Entry(reader.card(kind, id_), words, date, end if end != date else "", body)


def _field(reader: Reader, kind: str, name: str, facets: Iterable[list[tuple[str, str]]]) -> Field:
    there = Counter(value for of_record in facets for facet, value in of_record if facet == name)
    labels = {value: _label(reader, kind, name, value) for value in there}
    if name in ("kind", "status", "theme", "sdg"):
        values = [id_ for id_ in reader.vocabulary[_list(kind, name)] if id_ in there]
    elif name == "year":
        values = sorted(there, reverse=True)
    else:
        values = sorted(there, key=lambda value: sort_key(labels[value].plain))
    return Field(name, tuple(Option(value, labels[value], there[value]) for value in values))


def _list(kind: str, name: str) -> str:
    return _LISTS.get((kind, name)) or next(hub for hub, facet in HUBS.items() if facet == name)


def _label(reader: Reader, kind: str, name: str, value: str) -> Said:
    if name == "country":
        return reader.country(value).words
    if name == "member":
        card = reader.card("members", value)
        return card.title if card.short is None else plain(f"{card.short.plain} – {card.title.plain}")
    if name == "year":
        return plain(value)
    if name == "language":
        return plain(language_name(value, reader.language))
    said = reader.term_said(reader.vocabulary[_list(kind, name)], value)
    return plain(f"{value}. {said.plain}")._replace(language=said.language) if name == "sdg" else said


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
