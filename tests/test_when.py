"""Dates of any precision: which forms are read, what they cover, how they are ordered."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from untfsse.records.dates import When, not_before


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Any date of any precision."""
    moment = draw(st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)))
    parts = (moment.year, moment.month, moment.day, moment.hour, moment.minute)
    return When(*parts[: draw(st.sampled_from((1, 2, 3, 5)))])


@pytest.mark.parametrize(
    ("written", "precision", "first", "last"),
    [
        ("2014", "year", date(2014, 1, 1), date(2014, 12, 31)),
        ("2014-03", "month", date(2014, 3, 1), date(2014, 3, 31)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", "month", date(2023, 2, 1), date(2023, 2, 28)),
        ("2014-12", "month", date(2014, 12, 1), date(2014, 12, 31)),
        ("2014-03-05", "day", date(2014, 3, 5), date(2014, 3, 5)),
        ("2014-03-05T10:00", "minute", date(2014, 3, 5), date(2014, 3, 5)),
        ("2014-03-05T00:00", "minute", date(2014, 3, 5), date(2014, 3, 5)),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(written: str, precision: str, first: date, last: date) -> None:
    when = When.parse(written)
    assert (when.precision, when.first, when.last) == (precision, first, last)
    assert str(when) == written


@pytest.mark.parametrize(
    "written",
    [
        "", "23", "2023-1", "2023-10-2", "2023/10/02", "2023-10-02T10", "2023-W40",
        "2023-10-02T10:00:00", "2023-10-02T10:00Z", "2023-10-02T10:00+02:00", "-2023", "2023-",
        "October 2023", "20231002", "٢٠٢٣", "２０２３-10", "2023–2024", "2023-10-02 bis",
    ],
)  # fmt: skip
def test_another_form_is_no_date(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        When.parse(written)
    assert _refused(written) == "date-form"


def test_a_year_that_stands_last_is_told_apart() -> None:
    with pytest.raises(ValueError, match=r".*"):
        When.parse("02-10-2023")
    assert _refused("02-10-2023") == "date-order"


@pytest.mark.parametrize(
    "written",
    [
        "0000", "2023-00", "2023-13", "2023-02-29", "2023-02-30", "2023-04-31", "2023-05-00",
        "2023-05-02T24:00", "2023-05-02T10:60",
    ],
)  # fmt: skip
def test_a_date_that_does_not_exist_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        When.parse(written)
    assert _refused(written) == "date-impossible"


def _refused(written: object) -> str:
    """The key of the message for what is written in a record."""
    with pytest.raises(ValidationError) as refusal:
        TypeAdapter(When).validate_python(written)
    return refusal.value.errors()[0]["type"]


@pytest.mark.parametrize("value", [None, 2023, 2023.5, ["2023"], {"year": "2023"}, date(2023, 1, 1)])
def test_a_value_that_is_no_text_is_no_date(value: object) -> None:
    assert _refused(value) == "date-form"


def test_a_space_may_stand_before_the_time_and_around_the_date() -> None:
    assert When.parse(" 2023-05-02 10:00 ") == When(2023, 5, 2, 10, 0)


@given(when=whens())
def test_what_is_written_is_read_again_as_the_same_date(when: When) -> None:
    again = When.parse(str(when))
    assert again == when
    assert hash(again) == hash(when)
    assert TypeAdapter(When).validate_python(str(when)) == when
    assert TypeAdapter(When).dump_python(when, mode="json") == str(when)


@given(when=whens())
def test_the_first_day_is_not_after_the_last_and_both_are_of_its_year(when: When) -> None:
    assert when.first <= when.last
    assert when.first.year == when.last.year == when.year
    assert when.moment.date() == when.first
    assert when.exact in (None, when.moment)
    assert (when.exact is None) == (when.precision != "minute")


@given(moment=st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)))
def test_a_coarser_date_covers_the_finer_one(moment: datetime) -> None:
    year, month = When(moment.year), When(moment.year, moment.month)
    day = When(moment.year, moment.month, moment.day)
    assert year.first <= month.first <= day.first == day.last <= month.last <= year.last


@given(one=whens(), other=whens())
def test_dates_are_ordered_by_their_first_moment(one: When, other: When) -> None:
    assert [one < other, one == other, one > other].count(True) == 1
    if one.moment < other.moment:
        assert one < other


def test_of_two_dates_that_begin_alike_the_coarser_comes_first() -> None:
    written = ["2023", "2023-01", "2023-01-01", "2023-01-01T00:00", "2023-01-01T00:01", "2023-02"]
    assert [str(one) for one in sorted(When.parse(one) for one in reversed(written))] == written


def test_dates_of_different_precision_are_different() -> None:
    assert len({When.parse(one) for one in ("2023", "2023-01", "2023-01-01", "2023-01-01T00:00")}) == 4
    assert When(2023) != "2023"


@given(start=whens(), end=whens())
def test_an_end_is_refused_only_where_it_surely_lies_before_the_start(start: When, end: When) -> None:
    same_day = end.exact and start.exact and start.first == end.first
    before = end.exact < start.exact if same_day else end.last < start.first  # type: ignore[operator]
    if before:
        with pytest.raises(PydanticCustomError) as refusal:
            not_before(end, start)
        assert refusal.value.context == {"start": str(start), "end": str(end)}
    else:
        assert not_before(end, start) == end


def test_an_end_without_a_start_is_kept() -> None:
    assert not_before(When(2023), None) == When(2023)
    assert not_before(None, When(2023)) is None
