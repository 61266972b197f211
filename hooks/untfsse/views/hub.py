"""Hubs: everything under one theme, one goal, one country or one year, or of one body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from untfsse.calendars.addresses import calendar_of
from untfsse.citations.cited import list_path
from untfsse.graph import Ref
from untfsse.locales import LANGUAGES
from untfsse.selection import HUBS, LISTED_KINDS, Index, Wanted
from untfsse.views.base import Card, Goal, Linked, Said, plain
from untfsse.views.member import ACTIVITIES, took_part
from untfsse.views.reader import Reader


@dataclass(frozen=True, kw_only=True)
class HubView:
    """One theme, goal, country or year, with its records by kind."""

    kind: str
    id: str
    path: str
    title: Said
    summary: Said | None
    goal: Goal | None
    groups: tuple[tuple[str, tuple[Card, ...]], ...]
    """Kind and records, newest first; kinds without records are left out."""

    areas: tuple[Linked, ...]
    citations: str
    """Path of the files that cite its publications, without ending; empty where there are none."""

    languages: tuple[str, ...]
    calendar: str
    """Path of the calendar of its events, where there is one."""

    @property
    def total(self) -> int:
        """How many records it holds."""
        return sum(len(cards) for _, cards in self.groups)


def hub_ids(index: Index) -> Iterator[tuple[str, str]]:
    """Yield kind and id of every hub that has records."""
    for kind, facet in HUBS.items():
        for value in index.values(facet):
            yield kind, value


def make(reader: Reader, index: Index, kind: str, id_: str) -> HubView:
    """Return the view of a hub."""
    facet = HUBS[kind]
    groups = tuple(
        (one, reader.cards(one, index.select(one, _wanted(reader, facet, id_, one)))) for one in LISTED_KINDS
    )
    title, summary, languages = named(reader, kind, id_)
    return HubView(
        kind=kind,
        id=id_,
        path=reader.path(kind, id_.lower()),
        title=title,
        summary=summary,
        goal=reader.goals([id_])[0] if kind == "sdgs" else None,
        groups=tuple((one, cards) for one, cards in groups if cards),
        areas=_areas(reader, kind, id_),
        citations=list_path(facet, id_),
        languages=languages,
        calendar=_calendar(reader, f"{facet}/{id_}", groups) if kind in ("themes", "sdgs") else "",
    )


def make_activities(reader: Reader, id_: str) -> HubView:
    """Return the view of all that a body took part in."""
    groups = tuple((kind, cards) for kind, cards in took_part(reader, id_).items() if cards)
    return HubView(
        kind="members",
        id=id_,
        path=reader.path("members", id_, ACTIVITIES),
        title=plain(reader.strings("member.activities")),
        summary=None,
        goal=None,
        groups=groups,
        areas=reader.areas(reader.graph.sources(Ref("members", id_), "areas", "leads")),
        citations=list_path("member", id_),
        languages=tuple(one for one in LANGUAGES if reader.graph.records["members"][id_].speaks(one)),
        calendar=_calendar(reader, f"member/{id_}", groups),
    )


def _calendar(reader: Reader, name: str, groups: Iterable[tuple[str, tuple[Card, ...]]]) -> str:
    events = [card.id for kind, cards in groups if kind == "events" for card in cards]
    return calendar_of(reader.graph, reader.language, name, events)


def _wanted(reader: Reader, facet: str, id_: str, kind: str) -> Wanted:
    order = "name" if kind == "members" else "newest"
    return Wanted(facets=((facet, id_),), order=order, language=reader.language)


def named(reader: Reader, kind: str, id_: str) -> tuple[Said, Said | None, tuple[str, ...]]:
    """Return title, description and languages of a hub."""
    t = reader.strings
    if kind == "countries":
        return reader.country(id_).words, None, tuple(LANGUAGES)
    if kind == "years":
        return plain(id_), None, tuple(LANGUAGES)
    term = reader.vocabulary[kind][id_]
    title = reader.term_said(reader.vocabulary[kind], id_)
    if kind == "sdgs":
        title = plain(t("goal.title", number=id_, title=title.plain))._replace(language=title.language)
    return title, reader.say(term.description), tuple(term.label.keys())


def _areas(reader: Reader, kind: str, id_: str) -> tuple[Linked, ...]:
    """Areas of plans under a theme or goal."""
    found = []
    for plan_id, plan in reader.graph.records["plans"].items():
        for area in getattr(plan, "areas", ()):
            if id_ in (area.themes if kind == "themes" else area.sdgs if kind == "sdgs" else ()):
                found.append(f"{plan_id}/{area.id}")
    return reader.areas(found)
