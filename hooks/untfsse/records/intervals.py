"""Stretches of time that are known with care: from when, until when, and how sure."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from untfsse.records.base import Part
from untfsse.records.dates import When, not_before


class Interval(Part):
    """From a date to a date, both as far as they are known."""

    from_: Annotated[When | None, Field(alias="from")] = None
    """The day, month or year it began."""

    by: When | None = None
    """When only this is known: it had begun by then."""

    to: When | None = None
    """The day, month or year it ended; left out while it lasts."""

    last_seen: When | None = None
    """When only this is known: it still held then, and nothing later was found."""

    @field_validator("by")
    @classmethod
    def _one_start(cls, value: When | None, info: ValidationInfo) -> When | None:
        if value and info.data.get("from_"):
            raise PydanticCustomError("from-and-by", "from-and-by")
        return value

    @field_validator("to", "last_seen")
    @classmethod
    def _one_end_after_the_start(cls, value: When | None, info: ValidationInfo) -> When | None:
        if value and info.field_name == "last_seen" and info.data.get("to"):
            raise PydanticCustomError("to-and-last-seen", "to-and-last-seen")
        return not_before(value, info.data.get("from_") or info.data.get("by"))

    @property
    def start(self) -> When | None:
        """When it began or was first seen; None where neither is known."""
        return self.from_ or self.by

    @property
    def end(self) -> When | None:
        """When it ended or was last seen; None while it lasts."""
        return self.to or self.last_seen

    def holds(self, day: date) -> bool:
        """Whether it is known to hold on `day`; an unknown start counts as before any day."""
        begun = self.start is None or self.start.first <= day
        return begun and (self.end is None or day <= self.end.last)

    def meets(self, other: Interval) -> bool:
        """Whether the two share a day, leaving out days that either date only may cover."""
        if self.start is None or other.start is None:
            return self.start is other.start
        earlier, later = sorted((self, other), key=lambda one: one.start)  # type: ignore[arg-type,return-value]
        assert later.start is not None
        return earlier.end is None or earlier.end.first > later.start.last
