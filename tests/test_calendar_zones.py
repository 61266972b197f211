"""Zones in calendars show the times that the time zone database shows, in the form that Outlook knows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_rules import RULES, Calendar
from untfsse.calendars.zones import vtimezone


def test_a_zone_with_summer_time_is_two_rules() -> None:
    assert vtimezone("Europe/Zurich", 2023, 2025).decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Zurich",
        "BEGIN:DAYLIGHT",
        "DTSTART:20220327T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20221030T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


def test_a_zone_without_summer_time_is_one_offset() -> None:
    assert vtimezone("Asia/Tokyo", 2023, 2023).decode().split("\r\n")[2:-2] == [
        "BEGIN:STANDARD",
        "DTSTART:20220101T000000",
        "TZOFFSETFROM:+0900",
        "TZOFFSETTO:+0900",
        "TZNAME:JST",
        "END:STANDARD",
    ]


def test_changes_by_a_rule_that_was_given_up_are_written_one_by_one() -> None:
    """The United States changed its rules in 2007, Brazil gave up summer time in 2019."""
    american = vtimezone("America/New_York", 2005, 2009).decode()
    assert "DTSTART:20040404T020000\r\nRDATE:20050403T020000,20060402T020000\r\n" in american
    assert "DTSTART:20070311T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n" in american
    assert "RRULE" not in vtimezone("America/Sao_Paulo", 2017, 2022).decode()


_TRICKY = (
    "America/New_York",
    "America/Sao_Paulo",
    "America/Santiago",
    "Africa/Casablanca",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Europe/Istanbul",
    "Europe/London",
    "Pacific/Apia",
    "UTC",
)


@pytest.mark.parametrize("zone", _TRICKY)
@pytest.mark.parametrize(("first", "last"), [(2005, 2012), (2013, 2016), (2017, 2030), (2026, 2026)])
def test_another_reader_of_the_zone_finds_the_same_times(zone: str, first: int, last: int) -> None:
    _compare(zone, first, last)


@given(
    zone=st.sampled_from(sorted(available_timezones())),
    first=st.integers(1950, 2040),
    years=st.integers(0, 12),
)
@settings(max_examples=40, deadline=None)
def test_any_zone_keeps_its_times(zone: str, first: int, years: int) -> None:
    _compare(zone, first, first + years)


def _compare(zone: str, first: int, last: int) -> None:
    """Compare each noon, and the hours around each change, with the time zone database."""
    written = vtimezone(zone, first, last)
    read, known = tzical(StringIO(written.decode())).get(zone), ZoneInfo(zone)
    day, before = datetime(first, 1, 1, 12), None
    while day.year <= last:
        offset = day.replace(tzinfo=known).utcoffset()
        _compare_moment(day, known, read)
        if before is not None and offset != before:
            for hours in range(-36, 1):
                _compare_moment(day + timedelta(hours=hours), known, read)
        before, day = offset, day + timedelta(days=1)


def _compare_moment(local: datetime, known: ZoneInfo, read: object) -> None:
    """Compare a local time, unless the clocks skip or repeat it."""
    one = local.replace(tzinfo=known)
    there_and_back = one.astimezone(UTC).astimezone(known).replace(tzinfo=None)
    if there_and_back == local and one.utcoffset() == one.replace(fold=1).utcoffset():
        assert local.replace(tzinfo=read).utcoffset() == one.utcoffset(), (known, local)  # type: ignore[arg-type]


@given(
    zone=st.sampled_from(sorted(available_timezones())),
    first=st.integers(1995, 2040),
    years=st.integers(0, 5),
)
@settings(max_examples=40, deadline=None)
def test_any_zone_is_written_in_the_form_of_the_rules(zone: str, first: int, years: int) -> None:
    [rule] = [one for one in RULES if one.__name__ == "offsets_and_rules_of_zones_are_whole"]
    written = b"BEGIN:VCALENDAR\r\n" + vtimezone(zone, first, first + years) + b"END:VCALENDAR\r\n"
    assert list(rule(Calendar("calendars/events.ics", written))) == []
