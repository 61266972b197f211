"""How words are put into lines: as large as they fit, lines of like length, no word cut."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from typing import NamedTuple

Measure = Callable[[str], float]
"""Tells how wide words are at size 1."""

_ELLIPSIS = "…"
_NOT_LAST = " ,;:.–—\u00a0"
"""What does not stand before an ellipsis."""

_NOT_AT_END = re.compile(
    r"(?<!\S)([^\W\d_A-Z]{1,3}|Nations(?= Unies)|Naciones(?= Unidas)|United(?= Nations)) (?=\S{3})"
)
"""Small words, and the first of a name, do not stand at the end of a line where it can be helped."""


class Style(NamedTuple):
    """How words may be set."""

    sizes: tuple[int, ...]
    """In pixels, the largest first."""

    leading: float
    """From one baseline to the next, at size 1."""

    def step(self, size: int) -> int:
        """Return the distance from one baseline to the next."""
        return round(size * self.leading)


class Block(NamedTuple):
    """Words in lines."""

    lines: tuple[str, ...]
    size: int


class _Part(NamedTuple):
    """What stays on one line."""

    words: str
    width: float
    """At size 1."""


def fit(words: str, measure: Measure, style: Style, width: int, height: int) -> Block:
    """Return `words` in the largest size in which they fit; shortened if they fit in none."""
    space = measure(" ")
    ways = [_parts(_NOT_AT_END.sub("\\1\u00a0", words), measure), _parts(words, measure)]
    for size, parts in product(style.sizes, ways):
        lines = _filled(parts, space, width / size)
        if lines is not None and len(lines) * style.step(size) <= height:
            return Block(_balanced(parts, space, width / size, lines), size)
    return Block(_shortened(ways[-1], measure, style, width, height), style.sizes[-1])


def _parts(words: str, measure: Measure) -> list[_Part]:
    return [_Part(part, measure(part)) for part in words.split(" ")]


def _filled(parts: list[_Part], space: float, limit: float) -> tuple[str, ...] | None:
    """Fill lines one after the other; None where a part is wider than a line."""
    lines: list[str] = []
    used = limit
    for part in parts:
        if part.width > limit:
            return None
        if used + space + part.width <= limit:
            lines[-1] += f" {part.words}"
            used += space + part.width
        else:
            lines.append(part.words)
            used = part.width
    return tuple(lines)


def _balanced(parts: list[_Part], space: float, limit: float, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return as many lines, the longest of them as short as can be."""
    low, high = 0.0, limit if len(lines) > 1 else 0.0
    while high - low > limit / 100:
        middle = (low + high) / 2
        tried = _filled(parts, space, middle)
        if tried is None or len(tried) > len(lines):
            low = middle
        else:
            high, lines = middle, tried
    return lines


def _shortened(
    parts: list[_Part], measure: Measure, style: Style, width: int, height: int
) -> tuple[str, ...]:
    """Return the first words in the smallest size, with an ellipsis in the place of the others."""
    size = style.sizes[-1]
    for kept in range(len(parts) - 1, 0, -1):
        start = " ".join(part.words for part in parts[:kept]).rstrip(_NOT_LAST)
        lines = _filled(_parts(start + _ELLIPSIS, measure), measure(" "), width / size)
        if start and lines is not None and len(lines) * style.step(size) <= height:
            return lines
    return (_ELLIPSIS,)
