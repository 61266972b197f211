"""Shapes made small for the map: unpacked from TopoJSON, cut to a frame, simplified, written as SVG paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import hypot
from typing import Any

from untfsse.geography.projection import Point, Sheet, around

Ring = list[Point]
"""A closed line, its last point the same as its first."""

_MARGIN = 3
"""Units beyond the edge of a map at which shapes are cut, so that the cut is not seen."""


def polygons(topology: dict[str, Any], geometry: dict[str, Any]) -> Iterator[list[Ring]]:
    """Yield the polygons of a geometry of a TopoJSON file: outer ring, then holes; in degrees."""
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        for one in geometry["geometries"]:
            yield from polygons(topology, one)
    elif kind in ("Polygon", "MultiPolygon"):
        for polygon in [geometry["arcs"]] if kind == "Polygon" else geometry["arcs"]:
            yield [_ring(topology, arcs) for arcs in polygon]


def _ring(topology: dict[str, Any], arcs: Iterable[int]) -> Ring:
    ring: Ring = []
    for index in arcs:
        arc = _arc(topology, index) if index >= 0 else _arc(topology, ~index)[::-1]
        ring += arc[1:] if ring else arc
    return ring


def _arc(topology: dict[str, Any], index: int) -> Ring:
    (stretch_x, stretch_y), (from_x, from_y) = topology["transform"].values()
    x = y = 0
    arc = []
    for step_x, step_y in topology["arcs"][index]:
        x, y = x + step_x, y + step_y
        arc.append(Point(x * stretch_x + from_x, y * stretch_y + from_y))
    return arc


def unrolled(ring: Ring) -> Ring:
    """Return a ring in degrees from the middle meridian; one that crosses the seam goes on beyond 180."""
    east = around(ring[0].x)
    points = [Point(east, ring[0].y)]
    for one, following in pairwise(ring):
        east += (following.x - one.x + 180) % 360 - 180
        points.append(Point(east, following.y))
    return points


def drawn(ring: Ring, sheet: Sheet) -> Ring:
    """Return a ring of degrees on a map."""
    return [sheet.draw(*point) for point in unrolled(ring)]


def path(rings: Iterable[Ring], sheet: Sheet, tolerance: float, least: float) -> str:
    """Return the `d` of one path: rings cut to the map, simplified, in whole units.

    Those with an area below `least` are left out.
    """
    made = []
    for ring in rings:
        whole = [Point(round(x), round(y)) for x, y in simplified(cut(drawn(ring, sheet), sheet), tolerance)]
        whole = [one for one, following in pairwise(whole) if one != following]
        if len(whole) > 2 and abs(area([*whole, whole[0]])) >= least:
            made.append(_written(whole))
    return "".join(made)


def _written(points: Ring) -> str:
    numbers = [number for one, following in pairwise(points) for number in _step(one, following)]
    steps = "".join(f"{'' if n < 0 or not i else ' '}{n}" for i, n in enumerate(numbers))
    return f"M{int(points[0].x)} {int(points[0].y)}l{steps}z"


def _step(one: Point, following: Point) -> tuple[int, int]:
    return int(following.x - one.x), int(following.y - one.y)


def area(ring: Ring) -> float:
    """Return the area a ring encloses; its sign tells the direction."""
    return sum(one.x * other.y - other.x * one.y for one, other in pairwise(ring)) / 2


def cut(ring: Ring, sheet: Sheet) -> Ring:
    """Return the part of a ring that is on the map or just beyond its edge (Sutherland and Hodgman)."""
    for axis, edge, sign in (
        (0, -_MARGIN, 1),
        (0, sheet.width + _MARGIN, -1),
        (1, -_MARGIN, 1),
        (1, sheet.height + _MARGIN, -1),
    ):
        ring = _cut_once(ring, axis, edge, sign)
    return ring


def _cut_once(ring: Ring, axis: int, edge: float, sign: int) -> Ring:
    kept: Ring = []
    for one, other in pairwise(ring):
        before, after = (one[axis] - edge) * sign, (other[axis] - edge) * sign
        if before >= 0:
            kept.append(one)
        if (before >= 0) != (after >= 0):
            share = before / (before - after)
            kept.append(Point(one.x + share * (other.x - one.x), one.y + share * (other.y - one.y)))
    return [*kept, kept[0]] if kept else []


def simplified(ring: Ring, tolerance: float) -> Ring:
    """Return a ring without the points that lie within `tolerance` of the line (Douglas and Peucker)."""
    if len(ring) < 4:
        return ring
    far = max(range(len(ring)), key=lambda i: hypot(ring[i].x - ring[0].x, ring[i].y - ring[0].y))
    return [*_line(ring[: far + 1], tolerance), *_line(ring[far:], tolerance)[1:]]


def _line(points: Ring, tolerance: float) -> Ring:
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda i: distance(points[i], points[first], points[last]))
        if distance(points[far], points[first], points[last]) > tolerance:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return [points[i] for i in sorted(keep)]


def distance(point: Point, one: Point, other: Point) -> float:
    """Return how far a point is from the stretch between two others."""
    across, down = other.x - one.x, other.y - one.y
    length = across * across + down * down
    share = ((point.x - one.x) * across + (point.y - one.y) * down) / length if length else 0
    share = min(1, max(0, share))
    return hypot(point.x - one.x - share * across, point.y - one.y - share * down)
