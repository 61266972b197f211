"""What may have been meant: names of countries, languages and places, yes and no, dates, names of files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untfsse import guesses
from untfsse.codes import COUNTRIES, DOCUMENT_LANGUAGES, time_zones
from untfsse.records.base import ID_FORM
from untfsse.records.dates import When
from untfsse.spots import index_of, locate_value, place_in
from untfsse.yaml_source import Positions, parse


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("no", "NO"),
        ("UK", "GB"),
        ("Norway", "NO"),
        ("norvège", "NO"),
        ("España", "ES"),
        ("Swizerland", "CH"),
        ("EU", ""),
        ("Narnia and beyond", ""),
        ("", ""),
    ],
)
def test_a_country_is_known_by_its_code_and_by_its_names(given: str, meant: str) -> None:
    assert guesses.country(given) == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [("EN", "en"), ("fr-CA", "fr"), ("Spanish", "es"), ("français", "fr"), ("inglés", "en"), ("xx", "")],
)
def test_a_language_is_known_by_its_code_and_by_its_names(given: str, meant: str) -> None:
    assert guesses.language(given) == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("Geneva", "Europe/Zurich"),
        ("Europe/Genève", "Europe/Zurich"),
        ("WASHINGTON, D.C.", "America/New_York"),
        ("Addis Abeba", "Africa/Addis_Ababa"),
        ("Turin", "Europe/Rome"),
        ("Bonn", "Europe/Berlin"),
        ("nairobi", "Africa/Nairobi"),
        ("New York", "America/New_York"),
        ("Europe/Dakar", "Africa/Dakar"),
        ("america/santiago", "America/Santiago"),
        ("Etc/UTC", "UTC"),
        ("Europe/Zurch", ""),
        ("Santiago", ""),
        ("Europe/Córdoba", ""),
        ("UTC+1", ""),
        ("GMT+1", ""),
        ("CET", ""),
        ("", ""),
    ],
)
def test_a_zone_is_known_by_the_place_and_never_by_its_letters(given: str, meant: str) -> None:
    assert guesses.time_zone(given) == meant


def test_every_zone_that_is_proposed_may_be_written() -> None:
    assert {guesses.time_zone(one) for one in guesses._WITHOUT_ZONE} <= time_zones()
    for zone in time_zones():
        assert guesses.time_zone(zone.upper()) == zone


@pytest.mark.parametrize(
    ("given", "meant"),
    [("Yes", "true"), ("oui", "true"), ("sí", "true"), ("NON", "false"), ("treu", "true"), ("perhaps", "")],
)
def test_yes_and_no_are_known_in_three_languages(given: str, meant: str) -> None:
    assert guesses.yes_or_no(given) == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("12/10/2026", ("2026-10-12", "2026-12-10")),
        ("5.5.2026", ("2026-05-05",)),
        ("31-12-2026", ("2026-12-31",)),
        ("12/31/2026", ("2026-12-31",)),
        ("99/99/2026", ()),
        ("2026-10-12", ()),
        ("12/10/26", ()),
        ("14/01/2027 15:00", ("2027-01-14T15:00",)),
        ("14.1.2027, 9h30", ("2027-01-14T09:30",)),
        ("14/01/2027 25:00", ("2027-01-14",)),
    ],
)
def test_a_date_with_its_year_last_may_have_two_meanings(given: str, meant: tuple[str, ...]) -> None:
    assert guesses.year_last(given) == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("2026/1/5", "2026-01-05"),
        ("2026.1", "2026-01"),
        ("2026-1-5T9:30", "2026-01-05T09:30"),
        ("2026/13/1", ""),
        ("2026", ""),
    ],
)
def test_a_date_with_other_marks_is_written_right(given: str, meant: str) -> None:
    assert guesses.year_first(given) == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("2027-14-01T15:00", "2027-01-14T15:00"),
        ("2027-14-01", "2027-01-14"),
        ("2027-14-32", ""),
        ("2027-02-30", ""),
        ("2027-13", ""),
    ],
)
def test_a_day_before_its_month_is_put_after_it(given: str, meant: str) -> None:
    assert guesses.month_and_day(given) == meant


@pytest.mark.parametrize(
    ("given", "known", "meant"),
    [
        ("since", ("by", "from", "to"), "from"),
        ("Until", ("from", "to"), "to"),
        ("date", ("start", "end"), "start"),
        ("date", ("end",), ""),
        ("name", ("title", "kind"), "title"),
        ("título", ("name", "title"), "title"),
        ("website", ("url", "kind"), "url"),
        ("link", ("website",), "website"),
        ("colour", ("title",), ""),
    ],
)
def test_another_word_for_a_field_is_known(given: str, known: tuple[str, ...], meant: str) -> None:
    assert guesses.field(given, known) == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("informal-econmy", "informal-economy"),
        ("finances", "finance"),
        ("economy", "informal-economy"),
        ("care-economy", ""),
        ("social-finance", ""),
        ("", ""),
    ],
)
def test_a_term_is_meant_that_has_more_than_a_word_in_common(given: str, meant: str) -> None:
    assert guesses.term(given, ("informal-economy", "finance", "social-inclusion")) == meant


@given(words=st.text(max_size=120))
def test_what_is_proposed_may_be_written(words: str) -> None:
    assert guesses.country(words) in COUNTRIES | {""}
    assert guesses.language(words) in DOCUMENT_LANGUAGES | {""}
    name = guesses.file_name(words)
    assert name == "" or (ID_FORM.fullmatch(name) and len(name) <= 80)
    for date in (
        *guesses.year_last(words),
        guesses.year_first(words),
        guesses.month_and_day(words),
    ):
        assert date == "" or str(When.parse(date)) == date


@pytest.mark.parametrize(
    ("source", "words", "place"),
    [
        ("a: one <b> two", "<b>", (1, 8)),
        ('a: "one <b> two"', "<b>", (1, 9)),
        ("a: 'it''s <b>'", "<b>", (1, 11)),
        ('a: "\\u00e9t\\u00e9"', "été", (1, 4)),
        ("a: >-\n  one\n  two <b>\n", "<b>", (3, 7)),
        ("a: |\n  one\n\n  <b>\n", "<b>", (4, 3)),
        ("a: one\n  two\n  <b>", "<b>", (3, 3)),
        ("a:\n  - x\n", "x", (2, 5)),
    ],
)
def test_a_part_of_a_text_is_found_however_yaml_writes_it(
    source: str, words: str, place: tuple[int, int]
) -> None:
    positions = Positions()
    value = parse(source, positions)["a"]
    path: tuple[str | int, ...] = ("a", 0) if isinstance(value, list) else ("a",)
    held = value[0] if isinstance(value, list) else value
    assert locate_value(path, positions, held, held.find(words)) == place


@given(text=st.text("a\né "), at=st.integers(0, 40))
def test_a_place_and_an_index_are_the_same(text: str, at: int) -> None:
    at = min(at, len(text))
    assert index_of(text, place_in(text, at)) == at
