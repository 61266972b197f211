"""The land of the maps: drawn with the projection of the marks, light, and without any boundary."""

from __future__ import annotations

import gzip
import re
from itertools import accumulate, pairwise

import pytest

from untfsse.geography.land import land
from untfsse.geography.projection import EUROPE, WORLD, Point, Sheet

_SHEETS = {"world": WORLD, "europe": EUROPE}
_Places = dict[str, list[tuple[float, float]]]
_ON_LAND: _Places = {
    "world": [(-100, 40), (-60, -10), (20, 5), (100, 60), (135, -25), (-172, 66.5), (-42, 70), (78, 22)],
    "europe": [(2.35, 48.85), (-3.7, 40.4), (13.4, 52.5), (12.5, 42.2), (25, 46), (-1.5, 52.5)],
}
_AT_SEA: _Places = {
    "world": [(-30, 30), (-140, 0), (80, -20), (170, 30), (51, 41)],
    "europe": [(3, 56), (5, 40), (-8, 46), (18, 40)],
}


def _rings(name: str) -> list[list[Point]]:
    """Every ring of a path; nothing else may stand in it."""
    whole = land()[name]
    assert re.fullmatch(r"(M\d+ -?\d+l(-?\d+[ -]?)+z|M-\d+ -?\d+l(-?\d+[ -]?)+z)+", whole)
    rings = []
    for ring in whole.removesuffix("z").split("z"):
        start, steps = ring.removeprefix("M").split("l")
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        x, y = map(int, start.split())
        xs = list(accumulate(numbers[::2], initial=x))
        ys = list(accumulate(numbers[1::2], initial=y))
        rings.append([Point(*point) for point in zip(xs, ys, strict=True)])
    return rings


def _covered(point: Point, rings: list[list[Point]]) -> bool:
    crossings = 0
    for ring in rings:
        for one, other in pairwise([*ring, ring[0]]):
            if (one.y > point.y) != (other.y > point.y):
                share = (point.y - one.y) / (other.y - one.y)
                crossings += point.x < one.x + share * (other.x - one.x)
    return crossings % 2 == 1


@pytest.mark.parametrize("name", _SHEETS)
def test_places_on_land_are_drawn_on_land_and_places_at_sea_are_not(name: str) -> None:
    sheet: Sheet = _SHEETS[name]
    rings = _rings(name)
    assert [place for place in _ON_LAND[name] if not _covered(sheet.place(*place), rings)] == []
    assert [place for place in _AT_SEA[name] if _covered(sheet.place(*place), rings)] == []


@pytest.mark.parametrize("name", _SHEETS)
def test_land_ends_at_the_edge_of_the_map(name: str) -> None:
    sheet = _SHEETS[name]
    for ring in _rings(name):
        for point in ring:
            assert -3 <= point.x <= sheet.width + 3
            assert -3 <= point.y <= sheet.height + 3


@pytest.mark.parametrize("name", _SHEETS)
def test_no_line_is_drawn_twice_as_a_boundary_between_two_shapes_would_be(name: str) -> None:
    sheet = _SHEETS[name]
    sides = [
        frozenset(side)
        for ring in _rings(name)
        for side in pairwise([*ring, ring[0]])
        if all(0 < point.x < sheet.width and 0 < point.y < sheet.height for point in side)
    ]
    assert len(sides) > 300
    shared = len(sides) - len(set(sides))
    assert shared <= len(sides) / 100, "only spits narrower than a unit touch themselves"


def test_both_maps_together_are_light() -> None:
    assert len(gzip.compress("".join(land().values()).encode())) <= 8 * 1024
