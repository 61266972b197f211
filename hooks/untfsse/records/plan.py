"""An action plan of the task force: its areas, their actions, and what became of them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from untfsse.locales import Text
from untfsse.records.base import (
    EventId,
    Goal,
    Id,
    Line,
    Part,
    Party,
    ProjectId,
    PublicationId,
    Record,
    Source,
    ThemeId,
)
from untfsse.records.dates import When, not_before
from untfsse.records.references import Listed


class Evidence(Part):
    """Records that show what was done."""

    events: tuple[EventId, ...] = ()
    """Events."""

    publications: tuple[PublicationId, ...] = ()
    """Publications."""

    projects: tuple[ProjectId, ...] = ()
    """Projects."""


class Action(Part):
    """One thing the plan says will be done."""

    title: Text
    """What is to be done, in a few words."""

    state: Annotated[Line, Listed("action-states")]
    """planned, under-way, done, dropped or unknown."""

    as_of: When
    """When that state was last established."""

    evidence: Evidence = Evidence()
    """Records that show it."""

    note: Text | None = None
    """What a reader should know about the state."""

    sources: tuple[Source, ...] = ()
    """Where the state is known from."""


class Area(Part):
    """A part of the plan with its own lead."""

    id: Id
    """Id within the plan, such as `priority-1`; the end of the area's address."""

    kind: Annotated[Line, Listed("area-kinds")]
    """transversal or priority."""

    code: Line | None = None
    """Its letter or number in the plan: A, 1."""

    title: Text
    """Its name."""

    summary: Text | None = None
    """What it is for."""

    leads: tuple[Party, ...] = ()
    """Who leads it."""

    themes: tuple[ThemeId, ...] = ()
    """What it is about."""

    sdgs: tuple[Goal, ...] = ()
    """Goals it works towards."""

    actions: tuple[Action, ...] = ()
    """What is to be done."""


class Plan(Record):
    """An action plan."""

    kind_folder: ClassVar[str] = "plans"

    title: Text
    """Its name."""

    summary: Text | None = None
    """What it is for, and how it came about."""

    start: When
    """First year."""

    end: When
    """Last year; plans may overlap."""

    publication: PublicationId | None = None
    """The text of the plan."""

    areas: tuple[Area, ...] = ()
    """Its areas, in the order of the plan."""

    @field_validator("end")
    @classmethod
    def _end_after_start(cls, value: When, info: ValidationInfo) -> When | None:
        return not_before(value, info.data.get("start"))

    @field_validator("areas")
    @classmethod
    def _area_ids_differ(cls, areas: tuple[Area, ...]) -> tuple[Area, ...]:
        seen: set[str] = set()
        for index, area in enumerate(areas):
            where = {"within": f"{index}.id", "given": area.id}
            if area.id in seen:
                raise PydanticCustomError("id-twice", "id-twice", where)
            seen.add(area.id)
        return areas

    @property
    def label(self) -> Text:
        """The title."""
        return self.title
