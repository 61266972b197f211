"""Names of countries, languages and time zones: every code that a record may write has one."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from untfsse.codes import COUNTRIES, DOCUMENT_LANGUAGES
from untfsse.locales import LANGUAGES
from untfsse.names import country_name, language_name, own_name, un_names, zone_name


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("CH", ("Switzerland", "Suisse", "Suiza")),
        ("KR", ("Republic of Korea", "République de Corée", "República de Corea")),
        ("CI", ("Côte d’Ivoire", "Côte d’Ivoire", "Côte d’Ivoire")),
        ("NO", ("Norway", "Norvège", "Noruega")),
        ("SN", ("Senegal", "Sénégal", "Senegal")),
    ],
)
def test_a_country_is_called_as_each_language_calls_it(code: str, names: tuple[str, ...]) -> None:
    assert tuple(country_name(code, language) for language in LANGUAGES) == names


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("fr", ("French", "français", "francés")),
        ("pt", ("Portuguese", "portugais", "portugués")),
        ("ar", ("Arabic", "arabe", "árabe")),
        ("luo", ("Luo", "Luo", "Luo")),
    ],
)
def test_a_language_is_called_as_each_language_calls_it(code: str, names: tuple[str, ...]) -> None:
    assert tuple(language_name(code, language) for language in LANGUAGES) == names


@pytest.mark.parametrize(
    ("zone", "names"),
    [
        ("Europe/Zurich", ("Zurich", "Zurich", "Zúrich")),
        ("America/New_York", ("New York", "New York", "Nueva York")),
        ("Asia/Seoul", ("Seoul", "Séoul", "Seúl")),
        ("UTC", ("UTC", "UTC", "UTC")),
    ],
)
def test_a_zone_is_called_after_its_city(zone: str, names: tuple[str, ...]) -> None:
    assert tuple(zone_name(zone, language) for language in LANGUAGES) == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_that_may_be_written_has_a_name(language: str) -> None:
    for code in COUNTRIES:
        name = country_name(code, language)
        assert name
        assert "'" not in name
        assert name != code
    for code in DOCUMENT_LANGUAGES:
        assert language_name(code, language)
    for zone in available_timezones():
        assert zone_name(zone, language)


def test_codes_are_those_of_countries_and_not_of_unions_or_tests() -> None:
    assert {"NO", "SN", "KR", "PS", "VA"} <= COUNTRIES
    assert not COUNTRIES & {"EU", "UN", "ZZ", "XA", "XB", "EZ", "QO", "001", "uk", "UK"}
    assert {"en", "fr", "es", "pt", "ar", "zh"} <= DOCUMENT_LANGUAGES


def test_every_language_calls_itself_with_a_capital() -> None:
    assert [own_name(language) for language in LANGUAGES] == ["English", "Français", "Español"]


def test_a_country_has_a_name_of_the_united_nations_in_every_language_or_in_none() -> None:
    for code, names in un_names().items():
        assert code in COUNTRIES
        assert set(names) == set(LANGUAGES), code
        assert all("'" not in name for name in names.values()), code
