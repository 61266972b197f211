"""A project, a programme or a stream of work."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import ValidationInfo, field_validator

from untfsse.locales import Text
from untfsse.records.base import (
    Address,
    AreaId,
    Country,
    EventId,
    Goal,
    Line,
    Party,
    PublicationId,
    Record,
    ThemeId,
)
from untfsse.records.dates import When, not_before
from untfsse.records.references import Listed


class Project(Record):
    """Work with a lead, partners and a time, by the task force or its members."""

    kind_folder: ClassVar[str] = "projects"

    kind: Annotated[Line, Listed("project-kinds")]
    """What sort of project it is."""

    title: Text
    """Its name."""

    summary: Text | None = None
    """One to three sentences: what it does and what came out of it."""

    lead: tuple[Party, ...] = ()
    """Who leads it."""

    partners: tuple[Party, ...] = ()
    """Who works on it too."""

    funders: tuple[Party, ...] = ()
    """Who pays for it."""

    countries: tuple[Country, ...] = ()
    """Where it works; left out when it is global or not stated."""

    start: When | None = None
    """Year, month or day it began."""

    end: When | None = None
    """Year, month or day it ends or ended."""

    status: Annotated[Line, Listed("project-statuses")]
    """ongoing, completed, proposed or unknown."""

    status_as_of: When | None = None
    """When that status was last confirmed."""

    themes: tuple[ThemeId, ...] = ()
    """What it is about."""

    sdgs: tuple[Goal, ...] = ()
    """Goals it works towards."""

    areas: tuple[AreaId, ...] = ()
    """Areas of an action plan it serves."""

    outputs: tuple[PublicationId, ...] = ()
    """Publications that came out of it."""

    events: tuple[EventId, ...] = ()
    """Events that belong to it."""

    website: Address | None = None
    """Its page."""

    @field_validator("end")
    @classmethod
    def _end_after_start(cls, value: When | None, info: ValidationInfo) -> When | None:
        return not_before(value, info.data.get("start"))

    @property
    def label(self) -> Text:
        """The title."""
        return self.title
