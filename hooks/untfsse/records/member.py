"""A body that works in or with the task force, and since when."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from pydantic import ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from untfsse.locales import Text
from untfsse.records.base import Address, AreaId, Line, Name, Place, Record, Source
from untfsse.records.dates import When
from untfsse.records.intervals import Interval
from untfsse.records.references import Listed


class Membership(Interval):
    """One stretch of being a member, an observer or a related body."""

    status: Annotated[Line, Listed("membership-statuses")]
    """member, observer or related."""

    active_since: When | None = None
    """First seen taking part, where that is earlier than the formal date."""

    formalised_on: When | None = None
    """Day the membership was made formal, where that is later."""

    certainty: Literal["confirmed", "reported", "invited"] = "confirmed"
    """`reported`: one secondary source says so; `invited`: asked to join, outcome not known.
    Only `confirmed` is counted."""

    note: Text | None = None
    """What a reader should know about these dates."""

    sources: tuple[Source, ...] = ()
    """Where these dates are known from."""

    @field_validator("formalised_on")
    @classmethod
    def _formal_after_active(cls, value: When | None, info: ValidationInfo) -> When | None:
        active = info.data.get("active_since")
        if value and active and value < active:
            raise PydanticCustomError("formal-before-active", "formal-before-active")
        return value


class Role(Interval):
    """Something the body does or did for the task force."""

    role: Annotated[Line, Listed("roles")]
    """founding-convenor, chair, co-chair, vice-chair, secretariat, area-lead …"""

    area: AreaId | None = None
    """The area of an action plan that it leads; for `area-lead` only."""

    held_by: Line | None = None
    """The person who held the office."""

    note: Text | None = None
    """What a reader should know about this role."""

    sources: tuple[Source, ...] = ()
    """Where the role is known from."""

    @model_validator(mode="after")
    def _area_of_a_lead(self) -> Role:
        if (self.role == "area-lead") != (self.area is not None):
            raise PydanticCustomError("area-lead", "area-lead")
        return self


class Member(Record):
    """A member, an observer or a related body of the task force."""

    kind_folder: ClassVar[str] = "members"

    name: Text
    """Full name in each language; official where there is one."""

    acronym: Name | None = None
    """Short name, per language where it differs (ILO, OIT)."""

    kind: Annotated[Line, Listed("body-kinds")]
    """What sort of body it is."""

    membership: tuple[Membership, ...]
    """Its history with the task force, oldest first."""

    roles: tuple[Role, ...] = ()
    """What it does or did for the task force, oldest first."""

    headquarters: Place | None = None
    """Where it sits."""

    website: Address | None = None
    """Its home page."""

    summary: Text | None = None
    """One to three sentences on what it does for the social and solidarity economy."""

    aliases: tuple[Line, ...] = ()
    """Other names it is looked for under."""

    @field_validator("membership")
    @classmethod
    def _history_in_order(cls, history: tuple[Membership, ...]) -> tuple[Membership, ...]:
        if not history:
            raise PydanticCustomError("empty", "empty")
        for index, (one, following) in enumerate(pairwise(history), start=1):
            where = {"within": str(index)}
            if one.start and following.start and following.start < one.start:
                raise PydanticCustomError("interval-order", "interval-order", where)
            if one.meets(following):
                raise PydanticCustomError("interval-overlap", "interval-overlap", where)
        return history

    @property
    def label(self) -> Text:
        """The full name."""
        return self.name
