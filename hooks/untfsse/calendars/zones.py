"""Time zones as calendars explain them (VTIMEZONE; RFC 5545, section 3.6.5)."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from untfsse.calendars.lines import block, line, text

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LOCAL = "%Y%m%dT%H%M%S"


class _State(NamedTuple):
    """What the clocks of a zone show."""

    offset: timedelta
    summer: bool
    name: str


class _Change(NamedTuple):
    """A moment at which clocks are set."""

    moment: datetime
    """In UTC."""

    before: _State
    after: _State

    @property
    def onset(self) -> datetime:
        """The local time by the clocks not yet set, as the standard wants it."""
        return (self.moment + self.before.offset).replace(tzinfo=None)

    def days(self) -> set[str]:
        """Ways to say this day of the month, such as `2SU` and `-1SU`."""
        day, length = self.onset, calendar.monthrange(self.onset.year, self.onset.month)[1]
        name = _DAYS[day.weekday()]
        last = {f"-1{name}"} if day.day + 7 > length else set()
        return last | ({f"{(day.day + 6) // 7}{name}"} if day.day <= 28 else set())


@cache
def vtimezone(zone: str, first: int, last: int) -> bytes:
    """Return an IANA zone for local times of the years `first` to `last`.

    Changes of the clocks that follow a rule to the end are written as the rule: of all there is in a zone,
    Outlook reads the rules only (MS-STANOICAL, section 2.2.47).
    """
    changes = list(_changes(ZoneInfo(zone), first - 1, last))
    kinds: defaultdict[tuple[_State, _State], list[_Change]] = defaultdict(list)
    for change in changes:
        kinds[change.before, change.after].append(change)
    parts = [_observance(run, days, last) for kind in kinds.values() for run, days in _runs(kind)]
    if not changes or changes[0].onset.year >= first:
        parts.insert(0, _always(ZoneInfo(zone), first - 1))
    return block("VTIMEZONE", [line("TZID", text(zone)), *parts])


def _changes(zone: ZoneInfo, first: int, last: int) -> Iterator[_Change]:
    """Yield the changes of the years `first` to `last`, oldest first."""
    for year in range(first, last + 1):
        yield from _changes_of(zone, year)


@cache
def _changes_of(zone: ZoneInfo, year: int) -> tuple[_Change, ...]:
    """Find the changes of a year in UTC, day by day; many calendars need the same years."""
    changes = []
    moment, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    before = _state(zone, moment)
    while moment < end:
        next_ = moment + timedelta(days=1)
        after = _state(zone, next_)
        if after != before:
            changes.append(_Change(_moment(zone, moment, next_, before), before, after))
        moment, before = next_, after
    return tuple(changes)


def _moment(zone: ZoneInfo, early: datetime, late: datetime, before: _State) -> datetime:
    """Find when clocks were set, to the second, between two moments on either side of it."""
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early) // timedelta(seconds=2))
        early, late = (middle, late) if _state(zone, middle) == before else (early, middle)
    return late


def _state(zone: ZoneInfo, moment: datetime) -> _State:
    local = moment.astimezone(zone)
    return _State(local.utcoffset() or timedelta(), bool(local.dst()), local.tzname() or "")


def _runs(changes: Iterable[_Change]) -> Iterator[tuple[list[_Change], str]]:
    """Yield changes of one kind that follow the same rule year after year, and the day they share."""
    run: list[_Change] = []
    days: set[str] = set()
    for change in changes:
        common = days & change.days()
        if run and common and _a_year_later(run[-1], change):
            run, days = [*run, change], common
            continue
        if run:
            yield run, min(days)
        run, days = [change], change.days()
    if run:
        yield run, min(days)


def _a_year_later(one: _Change, other: _Change) -> bool:
    a, b = one.onset, other.onset
    return (a.year + 1, a.month, a.time()) == (b.year, b.month, b.time())


def _observance(run: list[_Change], day: str, last: int) -> bytes:
    """Write changes of one kind: as a rule if it holds to the year `last`, else one by one."""
    first, final = run[0], run[-1]
    more = []
    if final.onset.year == last:
        more = [line("RRULE", f"FREQ=YEARLY;BYMONTH={first.onset.month};BYDAY={day}")]
    elif len(run) > 1:
        more = [line("RDATE", ",".join(one.onset.strftime(_LOCAL) for one in run[1:]))]
    return _part(first.onset, first.before, first.after, more)


def _always(zone: ZoneInfo, year: int) -> bytes:
    """Write what the clocks show at the beginning of `year`."""
    state = _state(zone, datetime(year, 1, 1, tzinfo=UTC))
    return _part(datetime(year, 1, 1), state, state, [])


def _part(onset: datetime, before: _State, after: _State, more: list[bytes]) -> bytes:
    return block(
        "DAYLIGHT" if after.summer else "STANDARD",
        [
            line("DTSTART", onset.strftime(_LOCAL)),
            *more,
            line("TZOFFSETFROM", _offset(before.offset)),
            line("TZOFFSETTO", _offset(after.offset)),
            line("TZNAME", text(after.name)),
        ],
    )


def _offset(offset: timedelta) -> str:
    """Return an offset from UTC: `+0200`, or `-000115` where it has seconds."""
    seconds = int(abs(offset).total_seconds())
    written = f"{seconds // 3600:02}{seconds // 60 % 60:02}"
    written += f"{seconds % 60:02}" if seconds % 60 else ""
    return ("-" if offset < timedelta() else "+") + written
