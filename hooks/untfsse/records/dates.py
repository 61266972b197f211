"""Dates as far as they are known, and local times."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime
from functools import total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from untfsse import guesses

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2}))?)?)?", re.ASCII)
YEARS = range(1800, 2200)
"""Any other year in a record is a slip of the keyboard."""


@total_ordering
class When:
    """A date of the precision that is known: 2014, 2014-03, 2014-03-05 or 2014-03-05T10:00.

    ISO 8601 calendar dates with reduced precision. A time is local; its zone is a field of
    the record that holds it. Two dates compare by their first moment, the coarser one first.
    """

    __slots__ = ("day", "hour", "minute", "month", "year")

    def __init__(
        self,
        year: int,
        month: int | None = None,
        day: int | None = None,
        hour: int | None = None,
        minute: int | None = None,
    ) -> None:
        """Raise ValueError for a day or a time that does not exist."""
        datetime(year, 1 if month is None else month, 1 if day is None else day, hour or 0, minute or 0)
        self.year, self.month, self.day, self.hour, self.minute = year, month, day, hour, minute

    @classmethod
    def parse(cls, text: str) -> When:
        """Read one of the four forms; raise ValueError for anything else."""
        found = _FORM.fullmatch(text.strip())
        if not found:
            raise ValueError(text)
        return cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]

    @property
    def precision(self) -> str:
        """`year`, `month`, `day` or `minute`."""
        if self.month is None:
            return "year"
        if self.day is None:
            return "month"
        return "day" if self.hour is None else "minute"

    @property
    def first(self) -> date:
        """The first day this may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day this may be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def moment(self) -> datetime:
        """The first local moment, without a zone."""
        return datetime(self.year, self.month or 1, self.day or 1, self.hour or 0, self.minute or 0)

    @property
    def exact(self) -> datetime | None:
        """The moment, if the time of day is known."""
        return self.moment if self.precision == "minute" else None

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        if self.hour is not None:
            text += f"T{self.hour:02}:{self.minute:02}"
        return text

    def __repr__(self) -> str:
        return f"When({self})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, When) and str(self) == str(other)

    def __lt__(self, other: When) -> bool:
        return (self.moment, str(self)) < (other.moment, str(other))

    def __hash__(self) -> int:
        return hash(str(self))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def _validate(cls, value: Any) -> When:
        if isinstance(value, When):
            return value
        given = value if isinstance(value, str) else ""
        try:
            when = cls.parse(given)
            if when.year in YEARS:
                return when
            raise ValueError(given)
        except ValueError:
            raise PydanticCustomError(*_refused(given)) from None


def _refused(given: str) -> tuple[str, str, dict[str, Any]]:
    """Return key, key again and values of the message for a text that is no date."""
    values = {"given": given}
    if _FORM.fullmatch(given.strip()):
        near = guesses.month_and_day(given) if int(given.strip()[:4]) in YEARS else ""
        return "date-impossible", "date-impossible", {**values, "near": near}
    if meant := guesses.year_last(given):
        return "date-order", "date-order", {**values, "known": meant}
    return "date-form", "date-form", {**values, "near": guesses.year_first(given)}


def not_before(end: When | None, start: When | None) -> When | None:
    """Return `end`; raise where it lies before `start`, as far as both are known."""
    if end and start and (end.last < start.first or (end.exact and start.exact and end.exact < start.exact)):
        given = {"start": str(start), "end": str(end)}
        raise PydanticCustomError("end-before-start", "end-before-start", given)
    return end
