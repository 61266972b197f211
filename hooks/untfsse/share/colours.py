"""The colours of share images: those of `tokens.css`, and what makes edges smooth between them."""

from __future__ import annotations

Colour = tuple[int, int, int]

DEEP: Colour = (6, 48, 74)
DEEP_SOFT: Colour = (12, 66, 99)
BRIGHT: Colour = (0, 158, 219)
WARM: Colour = (240, 168, 28)
PALE: Colour = (207, 227, 239)
WHITE: Colour = (255, 255, 255)

INK, INK_SOFT = 3, 2
"""Places of the colours of words in the palette; those between 0, the ground, and them are for edges."""

_RAMP = (0, 0.4, 0.8, 1)
"""From the ground to the colour of words."""


def _mixed(one: Colour, other: Colour, share: float = 0.5) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


PALETTE: tuple[Colour, ...] = (
    *(_mixed(DEEP, WHITE, step) for step in _RAMP),
    DEEP_SOFT,
    BRIGHT,
    WARM,
    PALE,
    _mixed(DEEP, BRIGHT),
    _mixed(DEEP, WARM),
    _mixed(DEEP_SOFT, PALE),
    _mixed(BRIGHT, WARM),
    _mixed(BRIGHT, PALE),
    _mixed(WARM, PALE),
)
"""At most sixteen, so that two pixels are one byte."""
