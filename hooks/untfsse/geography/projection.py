"""From longitude and latitude to a place on a drawn map: Equal Earth, and the two maps of the site.

Equal Earth keeps areas in proportion and looks like the maps readers know. Its formula is published in
B. Šavrič, T. Patterson, B. Jenny (2018), https://doi.org/10.1080/13658816.2018.1504949
"""

from __future__ import annotations

from math import asin, cos, pi, radians, sin, sqrt
from typing import NamedTuple

MERIDIAN = 11.0
"""The meridian in the middle: the seam then runs through the Bering Strait, and no land is cut."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


class Point(NamedTuple):
    """A place on a drawn map: to the right, and down."""

    x: float
    y: float


def equal_earth(longitude: float, latitude: float) -> Point:
    """Return where a place is on a globe of radius 1, with y upwards; degrees from the middle meridian."""
    t = asin(_M * sin(radians(latitude)))
    t2 = t * t
    t6 = t2 * t2 * t2
    stretch = _A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)
    return Point(radians(longitude) * cos(t) / (_M * stretch), t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2)))


def around(longitude: float) -> float:
    """Degrees east or west of the middle meridian, from -180 to 180."""
    return (longitude - MERIDIAN + 180) % 360 - 180


class Sheet(NamedTuple):
    """A drawn map: a window on the projected globe, in whole units."""

    left: float
    """Left edge on the globe of radius 1."""

    top: float
    """Upper edge on the globe of radius 1."""

    scale: float
    """Units for a length of 1 on that globe."""

    width: int
    height: int

    def place(self, longitude: float, latitude: float) -> Point:
        """Return where a place is on this map, inside it or not."""
        return self.draw(around(longitude), latitude)

    def draw(self, east: float, latitude: float) -> Point:
        """Do so for a place `east` degrees from the middle meridian."""
        x, y = equal_earth(east, latitude)
        return Point((x - self.left) * self.scale, (self.top - y) * self.scale)

    def holds(self, point: Point) -> bool:
        """Whether a point stands on this map."""
        return 0 <= point.x <= self.width and 0 <= point.y <= self.height

    def frame_on(self, other: Sheet) -> tuple[float, float, float, float]:
        """Return left, top, width and height of this map as a frame on `other`."""
        zoom = other.scale / self.scale
        left = (self.left - other.left) * other.scale
        return left, (other.top - self.top) * other.scale, self.width * zoom, self.height * zoom


_FULL = pi / (_M * _A1)
"""Half the length of the equator on the globe of radius 1, as drawn."""

_NORTH, _SOUTH = equal_earth(0, 84).y, equal_earth(0, -56.5).y
_SCALE = 1000 / (2 * _FULL)

WORLD = Sheet(-_FULL, _NORTH, _SCALE, 1000, round((_NORTH - _SOUTH) * _SCALE))
"""All land but Antarctica."""

_WEST, _EDGE = equal_earth(around(-11), 48).x, equal_earth(0, 61).y
_ZOOM = WORLD.height / (_EDGE - equal_earth(0, 35).y)

EUROPE = Sheet(_WEST, _EDGE, _ZOOM, round((equal_earth(around(31), 48).x - _WEST) * _ZOOM), WORLD.height)
"""From Lisbon to Bucharest and Seville to Oslo, where places stand too close for the map of the world."""
