"""A meeting, a symposium, the adoption of a text: something with a date."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any, ClassVar
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from untfsse import guesses
from untfsse.codes import time_zones
from untfsse.locales import Text
from untfsse.records.base import (
    Address,
    AreaId,
    Country,
    DocumentLanguage,
    Goal,
    Line,
    Name,
    Part,
    Party,
    Place,
    ProjectId,
    PublicationId,
    Record,
    ThemeId,
    YesNo,
)
from untfsse.records.dates import When, not_before
from untfsse.records.references import Listed


def _zone(value: str) -> str:
    if value not in time_zones():
        given = {"given": value, "near": guesses.time_zone(value)}
        raise PydanticCustomError("time-zone", "time-zone", given)
    return value


Zone = Annotated[Line, AfterValidator(_zone)]
"""The zone of a place in the IANA time zone database, such as Europe/Zurich; or UTC."""


class Registration(Part):
    """How to take part."""

    url: Address | None = None
    """Where to register."""

    deadline: When | None = None
    """Last day to register, in the zone of the event."""


class Link(Part):
    """A recording, slides, a report, a programme or a page about the event."""

    kind: Annotated[Line, Listed("link-kinds")]
    """recording, slides, report, programme or page."""

    url: Address
    """Where it is."""

    title: Name | None = None
    """What it is called, where the kind alone says too little."""

    language: DocumentLanguage | None = None
    """Its language, where it is not English."""


class Event(Record):
    """An event of the task force, of its members, or one that matters to its work."""

    kind_folder: ClassVar[str] = "events"

    kind: Annotated[Line, Listed("event-kinds")]
    """What sort of event it is."""

    title: Text
    """Its name, without the date."""

    summary: Text | None = None
    """One to three sentences: what it is about, or what came out of it."""

    start: When
    """First day, as far as known: 2023-10-02, 2023-10 or 2023; with a time: 2023-05-02T10:00."""

    end: When | None = None
    """Last day, or the time it ends; left out when it is the same day."""

    timezone: Annotated[Zone | None, Field(validate_default=True)] = None
    """Zone of the times; needed as soon as a time is given."""

    mode: Annotated[Line, Listed("event-modes")] | None = None
    """in-person, online or hybrid."""

    place: Place | None = None
    """Where, unless it is online."""

    countries: tuple[Country, ...] = ()
    """Other countries it is about, besides that of the place."""

    organisers: tuple[Party, ...] = ()
    """Who organises it: ids of members, or `name:` for others."""

    partners: tuple[Party, ...] = ()
    """Who organises it with them, hosts or supports it."""

    task_force_role: Annotated[Line, Listed("task-force-roles")] | None = None
    """What the task force does there."""

    status: Annotated[Line, Listed("event-statuses")] = "confirmed"
    """confirmed, postponed or cancelled."""

    languages: tuple[DocumentLanguage, ...] = ()
    """Languages of work."""

    registration: Registration | None = None
    """How to take part."""

    participation: Text | None = None
    """How many came, as published."""

    links: tuple[Link, ...] = ()
    """Recording, slides, report, pages about it."""

    publications: tuple[PublicationId, ...] = ()
    """Works presented, adopted or drawn up there."""

    projects: tuple[ProjectId, ...] = ()
    """Projects it belongs to."""

    themes: tuple[ThemeId, ...] = ()
    """What it is about."""

    sdgs: tuple[Goal, ...] = ()
    """Goals it is about."""

    areas: tuple[AreaId, ...] = ()
    """Areas of an action plan it serves."""

    milestone: YesNo = False
    """`true`: it stands in the timeline."""

    @field_validator("end")
    @classmethod
    def _end_fits_start(cls, value: When | None, info: ValidationInfo) -> When | None:
        start = info.data.get("start")
        if value and start and (value.exact is None) != (start.exact is None):
            raise PydanticCustomError("end-precision", "end-precision")
        return not_before(value, start)

    @field_validator("timezone")
    @classmethod
    def _times_exist_in_zone(cls, value: str | None, info: ValidationInfo) -> str | None:
        for name in ("start", "end"):
            when = info.data.get(name)
            if when and when.exact:
                if value is None:
                    raise PydanticCustomError("zone-missing", "zone-missing", {"instead": name})
                _exists_once(when, value, name)
        return value

    @field_validator("place")
    @classmethod
    def _online_has_no_place(cls, value: Place | None, info: ValidationInfo) -> Place | None:
        if value and info.data.get("mode") == "online":
            raise PydanticCustomError("online-place", "online-place")
        return value

    @property
    def label(self) -> Text:
        """The title."""
        return self.title

    @property
    def until(self) -> date | datetime:
        """The last day; where the zone is known, the moment (UTC) after which it is over."""
        last = self.end or self.start
        if self.timezone is None:
            return last.last
        if self.end and self.end.exact:
            return self.moment(self.end).astimezone(UTC)
        midnight = datetime.combine(last.last + timedelta(days=1), time.min, ZoneInfo(self.timezone))
        return midnight.astimezone(UTC)

    def moment(self, when: When) -> datetime:
        """`when` as an aware datetime in the zone of the event (UTC where there is none)."""
        zone: Any = ZoneInfo(self.timezone) if self.timezone else UTC
        return when.moment.replace(tzinfo=zone)


def _exists_once(when: When, zone: str, field: str) -> None:
    """Refuse a time that daylight saving skips or repeats in `zone`."""
    local = when.moment.replace(tzinfo=ZoneInfo(zone))
    there_and_back = local.astimezone(UTC).astimezone(ZoneInfo(zone))
    given = {"given": str(when), "zone": zone, "instead": field}
    if there_and_back.replace(tzinfo=None) != when.moment:
        raise PydanticCustomError("time-skipped", "time-skipped", given)
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        raise PydanticCustomError("time-twice", "time-twice", given)
