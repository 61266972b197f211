"""The projection of the map: Equal Earth as published, and where the two maps stand in it."""

from __future__ import annotations

from itertools import pairwise
from math import pi, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untfsse.geography.projection import EUROPE, MERIDIAN, WORLD, Point, around, equal_earth

_AUTHALIC = 6371007.1809
"""Radius in metres of a globe with the area of the ellipsoid WGS 84."""


def test_the_outline_is_that_of_the_equal_earth_map_of_epsg() -> None:
    """Extent of EPSG:8857 in metres, and the length of its pole line."""
    east, north, pole = equal_earth(180, 0), equal_earth(0, 90), equal_earth(180, 90)
    assert east.x * _AUTHALIC == pytest.approx(17243959.06, abs=0.05)
    assert north.y * _AUTHALIC == pytest.approx(8392927.60, abs=0.05)
    assert pole.x * _AUTHALIC == pytest.approx(10216474.79, abs=0.05)
    assert east.x / north.y == pytest.approx(2.05458, abs=1e-5)


@pytest.mark.parametrize(
    ("longitude", "latitude", "x", "y"),
    [
        (0, 0, 0, 0),
        (-180, 45, -2.319709, 0.860231),
        (6.15, 46.2, 0.078566, 0.880163),
        (-74, 40.71, -0.981799, 0.787015),
        (100.5, 13.75, 1.490470, 0.277146),
        (-70.67, -33.45, -0.977549, -0.656999),
    ],
)
def test_places_stand_where_another_implementation_puts_them(
    longitude: float, latitude: float, x: float, y: float
) -> None:
    """Values of `geoEqualEarthRaw` of d3-geo 3.1.2."""
    assert equal_earth(longitude, latitude) == pytest.approx((x, y), abs=1e-6)


@given(st.floats(-89, 88), st.floats(0.01, 1))
def test_areas_stay_in_proportion(south: float, height: float) -> None:
    """A thin belt around the globe has the area it has on the sphere, but for what a straight edge cuts."""
    steps = [south + height * i / 20 for i in range(21)]
    drawn = sum(
        (equal_earth(180, low).x + equal_earth(180, high).x)
        * (equal_earth(0, high).y - equal_earth(0, low).y)
        for low, high in pairwise(steps)
    )
    real = 2 * pi * (sin(radians(south + height)) - sin(radians(south)))
    assert drawn == pytest.approx(real, rel=1e-3)


def test_degrees_are_counted_from_the_middle_of_the_map() -> None:
    assert around(MERIDIAN) == 0
    assert around(0) == -MERIDIAN
    assert around(-170) == pytest.approx(179)
    assert around(180) == around(-180) == pytest.approx(169)


def test_both_maps_are_equally_high_and_hold_what_they_should() -> None:
    assert WORLD.height == EUROPE.height
    ends = {"Alaska": (-168, 66), "Chukotka": (-170, 66), "Cape Horn": (-67, -56), "Greenland": (-33, 83.6)}
    assert {name for name, place in ends.items() if not WORLD.holds(WORLD.place(*place))} == set()
    assert not WORLD.holds(WORLD.place(0, -70))
    here = {"Lisbon": (-9.1, 38.7), "Oslo": (10.75, 59.9), "Bucharest": (26.1, 44.4), "Athens": (23.7, 38)}
    there = {"Reykjavik": (-21.9, 64.1), "Moscow": (37.6, 55.8), "Cairo": (31.2, 30), "New York": (-74, 40.7)}
    assert {name for name, place in here.items() if not EUROPE.holds(EUROPE.place(*place))} == set()
    assert {name for name, place in there.items() if EUROPE.holds(EUROPE.place(*place))} == set()


def test_the_frame_on_the_world_is_the_edge_of_the_other_map() -> None:
    left, top, width, height = EUROPE.frame_on(WORLD)
    for place in ((-9.1, 38.7), (10.75, 59.9), (26.1, 44.4)):
        world, europe = WORLD.place(*place), EUROPE.place(*place)
        assert (world.x - left) / width == pytest.approx(europe.x / EUROPE.width)
        assert (world.y - top) / height == pytest.approx(europe.y / EUROPE.height)
    assert WORLD.holds(Point(left, top))
    assert WORLD.holds(Point(left + width, top + height))
