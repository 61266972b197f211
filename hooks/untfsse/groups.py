"""Groups of records that readers can subscribe to, cite or download as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from untfsse.records.plan import Plan
from untfsse.selection import Index, Wanted
from untfsse.views.base import Said, plain, say
from untfsse.views.hub import named
from untfsse.views.reader import Reader

AREA = "area"
"""The facet of the areas of action plans; the others are those of `selection.FACETS`."""


@dataclass(frozen=True)
class Group:
    """The records of one kind that have something in common; all of them where `facet` is empty."""

    kind: str
    facet: str
    value: str
    """Id of the member, theme, goal, year, kind or `<plan>/<area>`; empty for all."""

    ids: tuple[str, ...]
    """Newest first."""

    @property
    def name(self) -> str:
        """The last part of its address, without ending: `events`, `theme/policy`, `area/2024-2026/law`."""
        return f"{self.facet}/{self.value}" if self.facet else self.kind


def groups(index: Index, kind: str, *facets: str) -> Iterator[Group]:
    """Yield the group of all records of `kind`, and one for each value of `facets` that has any."""
    yield Group(kind, "", "", tuple(index.select(kind, Wanted())))
    for facet in facets:
        for value in _areas(index) if facet == AREA else index.values(facet):
            if ids := _having(index, kind, facet, value):
                yield Group(kind, facet, value, ids)


def _having(index: Index, kind: str, facet: str, value: str) -> tuple[str, ...]:
    if facet != AREA:
        return tuple(index.select(kind, Wanted(facets=((facet, value),))))
    there = set(index.graph.done_for(value, kind))
    return tuple(id_ for id_ in index.select(kind, Wanted()) if id_ in there)


def _areas(index: Index) -> list[str]:
    plans = index.graph.records["plans"]
    return [
        f"{id_}/{area.id}" for id_, plan in plans.items() if isinstance(plan, Plan) for area in plan.areas
    ]


def group_title(reader: Reader, group: Group) -> Said | None:
    """Return what the records of a group have in common, in words; None for all records of a kind."""
    facet, value = group.facet, group.value
    if facet == "kind":
        return plain(reader.label(f"{group.kind.removesuffix('s')}-kinds", value))
    if facet == "member":
        return reader.card("members", value).title
    if facet in ("theme", "sdg"):
        return named(reader, f"{facet}s", value)[0]
    if facet == "country":
        return reader.country(value).words
    if facet == AREA:
        plan_id, area_id = value.split("/")
        plan = reader.graph.records["plans"][plan_id]
        assert isinstance(plan, Plan)
        area = next(area for area in plan.areas if area.id == area_id)
        return say(area.title, reader.language, plan.original_language)
    return plain(value) if facet else None


def group_path(reader: Reader, group: Group) -> str:
    """Return the path of the page that shows the group: a hub, a body, an area, or the overview."""
    hubs = {"theme": "themes", "sdg": "sdgs", "country": "countries", "year": "years", "member": "members"}
    if group.facet == AREA:
        return reader.path("plans", *group.value.split("/"))
    if group.facet in hubs:
        return reader.path(hubs[group.facet], group.value.lower())
    return reader.path(group.kind)
