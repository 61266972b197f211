"""Marks on a map: none on top of another, each where it belongs as nearly as can be."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from untfsse.geography.marks import arrange, size
from untfsse.geography.projection import Point, Sheet

_SHEET = Sheet(0, 0, 1, 1000, 400)

_places = st.lists(
    st.tuples(st.builds(Point, st.floats(0, 1000), st.floats(0, 400)), st.integers(1, 50)), max_size=12
)


@given(_places)
def test_marks_stay_on_the_map_and_their_reach_is_their_own(places: list[tuple[Point, int]]) -> None:
    marks = arrange(tuple(places), _SHEET)
    for mark, (_, records) in zip(marks, places, strict=True):
        assert mark.radius == size(records)
        assert 0 <= mark.left <= 1000 - mark.side + 0.1
        assert 0 <= mark.top <= 400 - mark.side + 0.1
        assert mark.reach >= mark.radius
    for one, other in combinations(marks, 2):
        apart = hypot(one.x - other.x, one.y - other.y)
        assert one.radius + other.radius <= apart + 0.2
        assert one.reach + other.reach <= apart + 0.4


def test_a_mark_with_room_stays_where_it_is() -> None:
    one, other = arrange(((Point(100, 100), 1), (Point(200, 100), 9)), _SHEET)
    assert (one.x, one.y, other.x, other.y) == (100, 100, 200, 100)
    assert one.reach == 20


def test_the_smaller_of_two_marks_goes_farther() -> None:
    small, large = arrange(((Point(100, 100), 1), (Point(104, 100), 30)), _SHEET)
    assert 100 - small.x > large.x - 104 > 0
    assert small.y == large.y == 100


def test_two_marks_at_one_spot_part() -> None:
    one, other = arrange(((Point(100, 100), 1), (Point(100, 100), 1)), _SHEET)
    assert one.x < other.x


def test_a_mark_grows_with_its_records_up_to_a_limit() -> None:
    sizes = [size(records) for records in range(1, 200)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[1] < sizes[10]
    assert sizes[-1] == sizes[-2] == 17
