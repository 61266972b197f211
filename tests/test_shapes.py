"""Shapes for the map: unpacked, cut, simplified and written."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untfsse.geography.making import innermost
from untfsse.geography.projection import WORLD, Point, Sheet
from untfsse.geography.shapes import (
    Ring,
    area,
    cut,
    distance,
    path,
    polygons,
    simplified,
    unrolled,
)

_SHEET = Sheet(0, 0, 1, 100, 50)


def _ring(*points: tuple[float, float]) -> Ring:
    return [Point(*point) for point in (*points, points[0])]


def test_a_ring_is_put_together_from_arcs_in_either_direction() -> None:
    topology: dict[str, Any] = {
        "transform": {"scale": [0.5, 1], "translate": [10, 20]},
        "arcs": [[[0, 0], [4, 0], [0, 2]], [[0, 0], [0, 2], [4, 0]]],
    }
    geometry = {
        "type": "GeometryCollection",
        "geometries": [{"type": "Polygon", "arcs": [[0, ~1]]}, {"type": None}],
    }
    [[ring]] = list(polygons(topology, geometry))
    assert ring == [(10, 20), (12, 20), (12, 22), (10, 22), (10, 20)]


def test_several_polygons_keep_their_holes() -> None:
    topology: dict[str, Any] = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[0, 0], [9, 0], [0, 9], [-9, -9]], [[1, 1], [1, 0], [0, 1], [-1, -1]]],
    }
    found = list(polygons(topology, {"type": "MultiPolygon", "arcs": [[[0], [1]], [[1]]]}))
    assert [[len(ring) for ring in polygon] for polygon in found] == [[4, 4], [4]]
    assert found[1][0] == [(1, 1), (2, 1), (2, 2), (1, 1)]


def test_a_ring_across_the_date_line_stays_in_one_piece() -> None:
    east = [point.x for point in unrolled(_ring((170, 60), (-170, 60), (-165, 65), (175, 66)))]
    assert east == pytest.approx([159, 179, 184, 164, 159])


def test_a_ring_is_cut_just_beyond_the_edge_of_the_map() -> None:
    assert cut(_ring((10, 10), (90, 10), (90, 40), (10, 40)), _SHEET) == _ring(
        (10, 10), (90, 10), (90, 40), (10, 40)
    )
    assert area(cut(_ring((-50, -50), (200, -50), (200, 200), (-50, 200)), _SHEET)) == 106 * 56
    assert cut(_ring((200, 0), (210, 0), (210, 10)), _SHEET) == []


def test_points_near_the_line_go() -> None:
    ring = _ring((0, 0), (5, 0.2), (10, 0), (10, 5), (10, 10), (5, 9.9), (0, 10))
    assert simplified(ring, 0.3) == _ring((0, 0), (10, 0), (10, 10), (0, 10))
    assert simplified(ring, 0.15)[:3] == [(0, 0), (5, 0.2), (10, 0)]


_points = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 50)), min_size=4, max_size=30, unique=True)


@given(_points, st.floats(0.1, 10))
def test_no_point_that_goes_is_farther_from_the_line_than_allowed(
    points: list[tuple[float, float]], tolerance: float
) -> None:
    ring = _ring(*points)
    left = simplified(ring, tolerance)
    assert set(left) <= set(ring)
    assert left[0] == left[-1] == ring[0]
    sides = list(pairwise(left))
    assert all(min(distance(point, *side) for side in sides) <= tolerance + 1e-9 for point in ring)


def test_a_path_is_closed_and_written_in_whole_steps() -> None:
    degrees = _ring((11, 0), (21, 0), (21, 10), (11, 10))
    written = path([degrees], WORLD, tolerance=0.1, least=1)
    middle, width = WORLD.place(11, 0), WORLD.place(21, 0).x - WORLD.place(11, 0).x
    assert written.startswith(
        f"M{round(middle.x)} {round(middle.y)}l{round(middle.x + width) - round(middle.x)} 0"
    )
    assert written.endswith("z")
    assert path([degrees], WORLD, tolerance=0.1, least=10_000) == ""


def test_a_country_is_marked_well_inside_even_across_the_date_line() -> None:
    broad = innermost(_ring((0, 0), (10, 0), (10, 5), (0, 5)))
    assert broad.y == pytest.approx(2.5, abs=0.1)
    assert 3 < broad.x < 7
    corner = innermost(_ring((0, 0), (12, 0), (12, 4), (3, 4), (3, 10), (0, 10)))
    assert corner.x < 3 or corner.y < 4
    across = innermost(_ring((-174, 10), (-164, 10), (-164, 30), (-174, 30)))
    assert across.x == pytest.approx(-169, abs=1.5)
    assert 12 < across.y < 28
