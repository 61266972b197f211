"""Which records a list shows: by theme, goal, country, year, member and kind, in which order."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from untfsse.graph import Graph, Ref
from untfsse.locales import DEFAULT
from untfsse.records import Event, Member, Plan, Project, Publication, Record
from untfsse.records.dates import When

LISTED_KINDS = ("events", "publications", "projects", "members")
HUBS = {"themes": "theme", "sdgs": "sdg", "countries": "country", "years": "year"}
"""First part of the address → facet."""

FACETS = ("theme", "sdg", "country", "year", "member", "kind", "status")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a list is asked for; None asks for everything."""

    facets: tuple[tuple[str, str], ...] = ()
    """Facet and value; a record must have them all."""

    when: str | None = None
    """`upcoming` or `past`; for events."""

    order: str | None = None
    """`newest`, `oldest` or `name`."""

    limit: int | None = None

    language: str = DEFAULT
    """The language whose names are put in order."""


class Index:
    """Every record under each of its facets."""

    def __init__(self, graph: Graph, today: date) -> None:
        self.graph = graph
        self.today = today
        self.ids: dict[tuple[str, str], dict[str, dict[str, None]]] = defaultdict(
            lambda: {kind: {} for kind in LISTED_KINDS}
        )
        for kind in LISTED_KINDS:
            for id_, record in graph.records[kind].items():
                for facet in {**dict.fromkeys(facets_of(record)), **self._members(kind, id_)}:
                    self.ids[facet][kind][id_] = None
        for plan in graph.records["plans"].values():
            for area in plan.areas if isinstance(plan, Plan) else ():
                for facet in (*_each("theme", area.themes), *_each("sdg", area.sdgs)):
                    _ = self.ids[facet]  # gives a page to what only an area of a plan names

    def _members(self, kind: str, id_: str) -> dict[tuple[str, str], None]:
        named = self.graph.edges_from.get(Ref(kind, id_), ())
        return {("member", edge.target.id): None for edge in named if edge.target.kind == "members"}

    def values(self, facet: str) -> list[str]:
        """Values of a facet that records have, in order."""
        return sorted(value for name, value in self.ids if name == facet)

    def select(self, kind: str, wanted: Wanted) -> list[str]:
        """Return ids of `kind` as wanted, newest first unless another order is asked for."""
        records = self.graph.records[kind]
        ids: Iterable[str] = records
        if wanted.facets:
            first, *others = (self._having(facet, kind) for facet in wanted.facets)
            ids = [id_ for id_ in first if all(id_ in other for other in others)]
        chosen = [id_ for id_ in ids if self._fits(records[id_], wanted)]
        order = wanted.order or ("oldest" if wanted.when == "upcoming" else "newest")
        if order == "name":
            chosen.sort(key=lambda id_: sort_key(_name(records[id_], wanted.language)))
        else:
            chosen.sort(key=lambda id_: _date_key(records[id_], id_), reverse=order == "newest")
        return chosen[: wanted.limit]

    def _having(self, facet: tuple[str, str], kind: str) -> dict[str, None]:
        return self.ids[facet][kind] if facet in self.ids else {}

    def _fits(self, record: Record, wanted: Wanted) -> bool:
        if wanted.when and isinstance(record, Event):
            upcoming = (record.end or record.start).last >= self.today
            return upcoming == (wanted.when == "upcoming")
        return True


def sort_key(words: str) -> str:
    """Return words as names are sorted: without accents and case."""
    decomposed = unicodedata.normalize("NFKD", words)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def _name(record: Record, language: str) -> str:
    label = record.label
    return label if isinstance(label, str) else label.shown(language, record.original_language).text


def date_of(record: Record) -> When | None:
    """Return the date a record is sorted by."""
    if isinstance(record, Event | Project):
        return record.start
    return record.date if isinstance(record, Publication) else None


def _date_key(record: Record, id_: str) -> tuple[str, str]:
    when = date_of(record)
    return (when.moment.isoformat() if when else "", id_)


def facets_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield facet and value of everything a record is listed under, members apart."""
    yield from _each("theme", getattr(record, "themes", ()))
    yield from _each("sdg", getattr(record, "sdgs", ()))
    yield from _each("country", _countries(record))
    yield from _each("year", map(str, _years(record)))
    if isinstance(record, Event | Publication | Project | Member):
        yield "kind", record.kind
    if isinstance(record, Event | Project):
        yield "status", record.status


def _each(facet: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((facet, value) for value in values)


def _countries(record: Record) -> list[str]:
    codes = list(getattr(record, "countries", ()))
    if isinstance(record, Event) and record.place:
        codes.append(record.place.country)
    if isinstance(record, Member) and record.headquarters:
        codes.append(record.headquarters.country)
    return codes


def _years(record: Record) -> list[int]:
    if isinstance(record, Event):
        return list(range(record.start.year, (record.end or record.start).year + 1))
    when = date_of(record)
    return [when.year] if when else []


def page_orders(index: Index, language: str) -> Iterator[list[str]]:
    """Yield the names of pages that follow each other: by time, by name, by number."""
    for kind in index.graph.records:
        order = "name" if kind == "members" else "oldest"
        ids = index.select(kind, Wanted(order=order, language=language))
        yield [f"{kind}/{id_}" for id_ in ids]
    yield [f"years/{year}" for year in index.values("year")]
    yield [f"sdgs/{goal}" for goal in sorted(index.values("sdg"), key=int)]
    for id_, plan in index.graph.records["plans"].items():
        yield [f"plans/{id_}/{area.id}" for area in getattr(plan, "areas", ())]
