"""The band of shapes on share images: discs, arcs and leaves, other ones for each kind of page."""

from __future__ import annotations

from functools import cache

from PIL import Image, ImageChops, ImageDraw

from untfsse.share.colours import BRIGHT, DEEP, DEEP_SOFT, PALE, WARM

SIDE = 210
"""Of a figure, in pixels; three stand one above the other."""

_FINE = 4
"""Shapes are drawn so many times larger, and made smaller, for smooth edges."""

_COLOURS = {"d": DEEP, "s": DEEP_SOFT, "b": BRIGHT, "w": WARM, "p": PALE}

_FIGURES = {
    "ring": "a2bs a3bs a1wd a0bd",
    "flower": "l1bd l0ps l0wd l1bd",
    "people": "o0bs o0pd o0wd o0bs",
    "arches": "a2bs a3bs a2pd a3pd",
    "seeds": "c0ws q3bd q1bd c0ps",
    "leaf": "l0bs",
    "sun": "q2ws",
    "hill": "q3bd",
    "wave": "q0bs",
    "moon": "q1pd",
    "bow": "a1bs",
}
"""Four squares, row by row, or one: shape, quarter turns to the right, its colour, that of its ground."""

PATTERNS = {
    "events": ("wave", "people", "sun"),
    "publications": ("leaf", "flower", "sun"),
    "projects": ("hill", "seeds", "leaf"),
    "members": ("people", "wave", "ring"),
    "plans": ("bow", "arches", "sun"),
    "themes": ("flower", "leaf", "moon"),
    "sdgs": ("ring", "sun", "leaf"),
    "countries": ("arches", "wave", "seeds"),
    "years": ("bow", "sun", "wave"),
    "news": ("sun", "ring", "hill"),
    "prose": ("leaf", "ring", "sun"),
}
"""Kind of page → three figures, from top to bottom."""


def band(kind: str) -> Image.Image:
    """Return the shapes for a kind of page, in colours."""
    image = Image.new("RGB", (SIDE, 3 * SIDE))
    for place, name in enumerate(PATTERNS[kind]):
        image.paste(_figure(name), (0, place * SIDE))
    return image


@cache
def _figure(name: str) -> Image.Image:
    squares = _FIGURES[name].split()
    across = 1 if len(squares) == 1 else 2
    size = SIDE * _FINE // across
    image = Image.new("RGB", (SIDE * _FINE, SIDE * _FINE))
    for number, (shape, turns, colour, ground) in enumerate(map(tuple, squares)):
        left, top = number % across * size, number // across * size
        image.paste(_COLOURS[ground], (left, top, left + size, top + size))
        image.paste(_COLOURS[colour], (left, top), _shape(shape, size).rotate(-90 * int(turns)))
    return image.reduce(_FINE)


def _shape(name: str, size: int) -> Image.Image:
    """Return one shape as a mask."""
    if name == "l":  # a leaf: what two quarters have in common
        return ImageChops.darker(_disc(size, 0, 1), _disc(size, 1, 1))
    if name == "a":
        return ImageChops.subtract(_disc(size, 0, 1), _disc(size, 0, 0.5))
    centre, radius = {"q": (0, 1), "o": (0.5, 0.5), "c": (0.5, 0.25)}[name]
    return _disc(size, centre, radius)


def _disc(size: int, centre: float, radius: float) -> Image.Image:
    """Return a disc about a point of the diagonal, or what of it lies in the square of side 1."""
    mask = Image.new("L", (size, size))
    start, end = (centre - radius) * size, (centre + radius) * size
    ImageDraw.Draw(mask).ellipse((start, start, end, end), fill=255)
    return mask
