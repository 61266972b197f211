"""What a directory can be narrowed by: its facets, their values in order, and how many records have each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from untfsse.names import language_name
from untfsse.records import Publication, Record
from untfsse.selection import HUBS, Index, sort_key
from untfsse.views.base import Said, plain
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


def facets_by_id(index: Index, kind: str) -> dict[str, list[tuple[str, str]]]:
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


def make_field(reader: Reader, kind: str, name: str, facets: Iterable[list[tuple[str, str]]]) -> Field:
    """Return what a list can be narrowed by, with the values that its records have."""
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
