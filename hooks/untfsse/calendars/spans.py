"""Which days or times of an event a calendar shows, as far as they are known."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from untfsse.records.event import Event


class Span(NamedTuple):
    """From when until when an event lasts."""

    start: date | datetime
    """The first day; or the local time, without its zone."""

    end: date | datetime | None
    """The day after the last one; or the local time of the end. None where no end is known."""

    zone: str
    """IANA zone of the times; empty for days."""

    exact: bool
    """Whether the days are known: of some events it is only the month."""


def span_of(event: Event) -> Span | None:
    """Return when an event takes place; None where only a year is known.

    An event of which the month is known fills that month. One of which only the year is known would
    lie over all other entries of the year, and say nothing: calendars leave it out.
    """
    last = event.end or event.start
    precisions = {event.start.precision, last.precision}
    if "year" in precisions:
        return None
    if event.start.exact:
        end = last.exact if last.exact and last.exact > event.start.exact else None
        return Span(event.start.exact, end, event.timezone or "", True)
    return Span(event.start.first, last.last + timedelta(days=1), "", "month" not in precisions)


def is_dated(event: object) -> bool:
    """Whether calendars show an event."""
    return isinstance(event, Event) and span_of(event) is not None
