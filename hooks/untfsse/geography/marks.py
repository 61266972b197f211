"""Marks on a map: moved apart no more than needed, each with the room to be hit that its neighbours leave."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from math import hypot, sqrt
from typing import NamedTuple

from untfsse.geography.projection import Point, Sheet

_GAP = 1.5
"""Units between the edges of two marks."""

_REACH = 20.0
"""Units from its middle at which a mark that stands alone can be hit."""

_ROUNDS = 200


class Mark(NamedTuple):
    """A mark on a map, round as far as its room goes."""

    x: float
    y: float
    radius: float
    reach: float
    """Radius of the circle that can be hit; the circles of two marks do not overlap."""

    @property
    def left(self) -> float:
        """Left edge of the square it is drawn in."""
        return round(self.x - self.radius, 1)

    @property
    def top(self) -> float:
        """Upper edge of that square."""
        return round(self.y - self.radius, 1)

    @property
    def side(self) -> float:
        """Side of that square."""
        return round(2 * self.radius, 1)


def size(records: int) -> float:
    """Return the radius of the mark for a number of records: its area grows with them, up to a limit."""
    return round(min(5 + 2.2 * sqrt(records), 17), 1)


@lru_cache(maxsize=16)
def arrange(places: tuple[tuple[Point, int], ...], sheet: Sheet) -> tuple[Mark, ...]:
    """Return a mark for each place and its number of records, none on top of another, all on the map.

    They stand alike in every language, so they are arranged once.
    """
    radii = [size(records) for _, records in places]
    at = _apart([place for place, _ in places], radii, sheet)
    return tuple(
        Mark(round(at[i].x, 1), round(at[i].y, 1), radii[i], round(_reach(i, at, radii), 1))
        for i in range(len(at))
    )


def _apart(points: list[Point], radii: list[float], sheet: Sheet) -> list[Point]:
    """Push marks that touch away from each other, the smaller one farther, until none do."""
    at = [_moved(point, 0, 0, radius, sheet) for point, radius in zip(points, radii, strict=True)]
    for _ in range(_ROUNDS):
        still = True
        for i, j in combinations(range(len(at)), 2):
            across, down = at[j].x - at[i].x, at[j].y - at[i].y
            apart = hypot(across, down)
            lacking = radii[i] + radii[j] + _GAP - apart
            if lacking <= 0.01:
                continue
            still = False
            if not apart:  # two marks on one spot: one goes to the right
                across, apart = 1.0, 1.0
            across, down = across / apart * lacking, down / apart * lacking
            back = radii[j] / (radii[i] + radii[j])
            at[i] = _moved(at[i], -across * back, -down * back, radii[i], sheet)
            at[j] = _moved(at[j], across * (1 - back), down * (1 - back), radii[j], sheet)
        if still:
            break
    return at


def _moved(point: Point, across: float, down: float, radius: float, sheet: Sheet) -> Point:
    x = min(max(point.x + across, radius), sheet.width - radius)
    y = min(max(point.y + down, radius), sheet.height - radius)
    return Point(x, y)


def _reach(i: int, at: list[Point], radii: list[float]) -> float:
    """Half of the gap to the nearest mark is this one's."""
    gaps = (
        hypot(other.x - at[i].x, other.y - at[i].y) - radii[i] - radii[j]
        for j, other in enumerate(at)
        if j != i
    )
    return min(max(radii[i], _REACH), radii[i] + max(0, min(gaps, default=2 * _REACH)) / 2)
