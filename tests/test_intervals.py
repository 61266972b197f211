"""Stretches of time: on which days they hold, when two of them meet, and which are refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from untfsse.records.intervals import Interval

_DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any stretch whose dates are known to the day, the month or the year, or not at all."""
    start, end = sorted((draw(_DAYS), draw(_DAYS)))
    cut = st.sampled_from((4, 7, 10))
    fields = {}
    if name := draw(st.sampled_from(("from", "by", ""))):
        fields[name] = start.isoformat()[: draw(cut)]
    if name := draw(st.sampled_from(("to", "last_seen", ""))):
        fields[name] = end.isoformat()[: draw(cut)]
    return _interval(**fields)


def _interval(**fields: str) -> Interval:
    return Interval.model_validate(fields)


@given(one=intervals(), day=_DAYS)
def test_a_stretch_holds_from_its_first_day_to_its_last(one: Interval, day: date) -> None:
    begun = one.start is None or one.start.first <= day
    ended = one.end is not None and one.end.last < day
    assert one.holds(day) == (begun and not ended)


@given(one=intervals())
def test_a_stretch_holds_on_its_outermost_days_and_not_beyond(one: Interval) -> None:
    day = timedelta(days=1)
    if one.start is not None:
        assert one.holds(one.start.first)
        assert not one.holds(one.start.first - day)
    if one.end is not None:
        assert one.holds(one.end.last)
        assert not one.holds(one.end.last + day)


def test_a_stretch_of_which_nothing_is_known_always_holds() -> None:
    assert _interval().holds(date(1900, 1, 1))
    assert _interval().holds(date(2100, 1, 1))


@given(one=intervals(), other=intervals())
def test_two_stretches_that_meet_share_a_day(one: Interval, other: Interval) -> None:
    if one.meets(other) and one.start and other.start:
        day = max(one.start.first, other.start.first)
        assert one.holds(day)
        assert other.holds(day)


@given(one=intervals(), other=intervals())
def test_meeting_is_mutual_where_they_do_not_begin_alike(one: Interval, other: Interval) -> None:
    if one.start != other.start:
        assert one.meets(other) == other.meets(one)


@given(days=st.tuples(_DAYS, _DAYS, _DAYS, _DAYS))
def test_stretches_known_to_the_day_meet_where_one_ends_after_the_other_has_begun(
    days: tuple[date, date, date, date],
) -> None:
    a, b, c, d = days
    one = _interval(**{"from": str(min(a, b)), "to": str(max(a, b))})
    other = _interval(**{"from": str(min(c, d)), "to": str(max(c, d))})
    shared = {min(a, b) + timedelta(n) for n in range(abs((b - a).days) + 1)} & {
        min(c, d) + timedelta(n) for n in range(abs((d - c).days) + 1)
    }
    if one.meets(other):
        assert shared
    elif shared:  # they only touch: the one ends on the day the other begins
        assert len(shared) == 1


@pytest.mark.parametrize(
    ("earlier", "later", "meet"),
    [
        ({"from": "2014", "to": "2016"}, {"from": "2016"}, False),
        ({"from": "2014", "to": "2016"}, {"from": "2016-06"}, False),
        ({"from": "2014", "to": "2016-12-31"}, {"from": "2016-12-31"}, False),
        ({"from": "2014", "to": "2016-12-31"}, {"from": "2016-12-30"}, True),
        ({"from": "2014", "to": "2017"}, {"from": "2016-06"}, True),
        ({"from": "2014"}, {"from": "2020"}, True),
        ({"by": "2014", "last_seen": "2016"}, {"by": "2018", "last_seen": "2020"}, False),
        ({"from": "2014"}, {"from": "2014"}, True),
        ({"to": "2016"}, {"to": "2018"}, True),
        ({"to": "2016"}, {"from": "2018"}, False),
    ],
)
def test_a_day_that_both_dates_only_may_cover_does_not_make_them_meet(
    earlier: dict[str, str], later: dict[str, str], meet: bool
) -> None:
    assert _interval(**earlier).meets(_interval(**later)) is meet


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"from": "2014", "by": "2015"}, "from-and-by"),
        ({"to": "2014", "last_seen": "2015"}, "to-and-last-seen"),
        ({"from": "2015", "to": "2014"}, "end-before-start"),
        ({"by": "2015-03", "last_seen": "2015-02-28"}, "end-before-start"),
        ({"from": "2015-03-02", "to": "2015-03-01"}, "end-before-start"),
    ],
)
def test_a_stretch_that_cannot_be_is_refused(fields: dict[str, str], key: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        _interval(**fields)
    assert [one["type"] for one in refusal.value.errors()] == [key]


def test_a_stretch_may_end_within_the_year_or_month_it_began() -> None:
    assert _interval(**{"from": "2015-03-02", "to": "2015"}).holds(date(2015, 12, 31))
    assert _interval(**{"from": "2015-03-02", "to": "2015-03"}).holds(date(2015, 3, 31))
