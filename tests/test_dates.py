"""Dates, intervals and times in words: the golden cases of `tests/dates/`, and what no date may do."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import golden
from untfsse.dates import say_day, say_interval, say_number, say_time, say_when
from untfsse.locales import LANGUAGES
from untfsse.records.dates import When

CASES = golden("dates")
_DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_a_date_reads_as_in_the_golden_case(name: str, language: str) -> None:
    case = CASES[name]
    start = When.parse(case["start"])
    end = When.parse(case["end"]) if "end" in case else None
    said = say_time(start.moment, language) if case["noun"] == "times" else say_interval(start, end, language)
    assert said == case[language]


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=_DAYS)
def test_a_day_is_said_alike_with_and_without_precision(language: str, day: date) -> None:
    said = say_day(day, language)
    assert said == say_when(When(day.year, day.month, day.day), language)
    assert said == say_interval(When.parse(day.isoformat()), None, language)


@given(day=_DAYS)
def test_french_writes_1er_on_the_first_of_a_month_and_only_then(day: date) -> None:
    assert say_day(day, "fr").startswith("1er ") == (day.day == 1)


@given(one=_DAYS, other=_DAYS)
def test_an_interval_names_both_years_and_no_space_is_narrow(one: date, other: date) -> None:
    start, end = sorted((one, other))
    for language in LANGUAGES:
        said = say_interval(When.parse(start.isoformat()), When.parse(end.isoformat()), language)
        assert str(start.year) in said
        assert str(end.year) in said
        assert not set(said) & {"\u2009", "\u202f", "\u00a0"}


def test_numbers_have_the_separators_of_the_language() -> None:
    assert [say_number(7, one) for one in LANGUAGES] == ["7", "7", "7"]
    assert say_number(12345, "en") == "12,345"
    assert say_number(12345, "fr") == "12\u202f345"
    assert [say_number(one, "es") for one in (1234, 12345)] == ["1234", "12\u00a0345"]
