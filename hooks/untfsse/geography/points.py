"""Where a city or a country is: looked up in the lists beside this file, with no network."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from untfsse.selection import sort_key

HERE = Path(__file__).parent
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i"}
    | {"æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ð": "d"}
)

Degrees = tuple[float, float]
"""Longitude and latitude."""


def fold(name: str) -> str:
    """Return a name as it is looked up: small letters without accents, words with one space between them."""
    return re.sub(r"[^a-z0-9]+", " ", sort_key(name.translate(_LETTERS))).strip()


def city_point(country: str, names: Iterable[str]) -> Degrees | None:
    """Return where the largest city of `country` with one of these names is, or None."""
    folded = {fold(name) for name in names} - {""}
    for line in _cities().get(country, ()):
        where, *known = line.split("\t")
        if not folded.isdisjoint(known):
            return _degrees(where)
    return None


def country_point(code: str) -> Degrees | None:
    """Return a point well inside the largest piece of a country; else its largest city, or None."""
    if code in _countries():
        return _degrees(_countries()[code])
    cities = _cities().get(code)
    return _degrees(cities[0].partition("\t")[0]) if cities else None


def _degrees(where: str) -> Degrees:
    longitude, latitude = where.split()
    return float(longitude), float(latitude)


@cache
def _cities() -> dict[str, list[str]]:
    """Country → a line for each of its cities, the largest first: where it is, then its names."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in (HERE / "cities.tsv").read_text("utf-8").splitlines():
        found[line[:2]].append(line[3:])
    return dict(found)


@cache
def _countries() -> dict[str, str]:
    lines = (HERE / "countries.tsv").read_text("utf-8").splitlines()
    return {line[:2]: line[3:] for line in lines}
