"""Where cities and countries are, and which region a country belongs to."""

from __future__ import annotations

import re

import pytest

from untfsse.codes import COUNTRIES
from untfsse.geography.points import HERE, city_point, country_point, fold
from untfsse.geography.regions import REGION_OF, REGIONS
from untfsse.locales import LANGUAGES
from untfsse.names import country_name


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Genève", "geneve"),
        ("Washington, D.C.", "washington d c"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Saint-Étienne", "saint etienne"),
        ("L’Aquila", "l aquila"),
        ("東京", ""),
    ],
)
def test_names_are_compared_without_accents_and_signs(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("country", "names", "longitude", "latitude"),
    [
        ("CH", ["Ginebra"], 6.15, 46.2),
        ("BE", ["Lieja", "Liège"], 5.57, 50.63),
        ("BE", ["Brujas"], 3.22, 51.21),
        ("US", ["New York"], -74.01, 40.71),
        ("US", ["Washington, D.C.", "Washington"], -77.04, 38.9),
        ("DE", ["Cologne"], 6.95, 50.93),
        ("NL", ["Culemborg"], 5.23, 51.95),
        ("ES", ["Santiago de Compostela"], -8.54, 42.88),
        ("CL", ["Santiago"], -70.65, -33.46),
    ],
)
def test_a_city_is_found_by_its_name_in_any_language(
    country: str, names: list[str], longitude: float, latitude: float
) -> None:
    assert city_point(country, names) == pytest.approx((longitude, latitude), abs=0.05)


def test_a_city_is_looked_for_in_its_country_only() -> None:
    assert city_point("CH", ["Dakar"]) is None
    assert city_point("SN", ["Dakar"]) is not None
    assert city_point("AQ", ["Dakar"]) is None
    assert city_point("CH", ["", "東京"]) is None


def test_of_cities_with_the_same_name_the_largest_is_meant() -> None:
    assert city_point("US", ["Portland"]) == pytest.approx((-122.68, 45.52), abs=0.05)


def test_every_country_has_a_point() -> None:
    without = {code for code in COUNTRIES if country_point(code) is None}
    assert without == {"AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "IC", "TA", "TK", "UM"}


def test_a_country_stands_inside_itself() -> None:
    assert country_point("CH") == pytest.approx((8.2, 46.9), abs=1)
    assert country_point("CR") == pytest.approx((-84, 10), abs=0.7)
    assert country_point("FJ") == pytest.approx((178, -17.8), abs=1)


def test_every_country_belongs_to_one_region() -> None:
    assert set(REGION_OF) == COUNTRIES
    assert set(REGION_OF.values()) == set(REGIONS)
    assert REGION_OF["CY"] == "142"
    assert REGION_OF["RU"] == "150"
    assert REGION_OF["MX"] == "019"


def test_regions_stand_in_the_order_of_their_names() -> None:
    for language in LANGUAGES:
        names = [country_name(region, language) for region in REGIONS]
        assert [fold(name) for name in names] == sorted(map(fold, names)), names


def test_the_list_of_cities_is_in_the_form_it_is_read_in() -> None:
    lines = (HERE / "cities.tsv").read_text("utf-8").splitlines()
    form = re.compile(r"[A-Z]{2}\t-?\d+\.\d\d -?\d+\.\d\d(\t[a-z0-9][a-z0-9 ]*)+")
    assert [line for line in lines if not form.fullmatch(line)] == []
    assert len(lines) > 30_000
