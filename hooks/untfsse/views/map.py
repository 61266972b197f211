"""The map: a mark for each of the `places`, on a map of the world or, in Europe, on one of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from untfsse.geography.land import land
from untfsse.geography.marks import Mark, arrange
from untfsse.geography.points import Degrees
from untfsse.geography.projection import EUROPE, WORLD, Point, Sheet
from untfsse.views.base import Card, Said
from untfsse.views.places import KINDS, Country, Places, Region, gather
from untfsse.views.reader import Reader


class Spot(NamedTuple):
    """A place with its mark."""

    id: str
    """Of its entry in the list."""

    names: tuple[Said, ...]
    """City, if it is one, and country."""

    counts: tuple[tuple[str, int], ...]
    """Kind and number of the records that are there."""

    shape: str
    """The kind; `several` where there is more than one."""

    mark: Mark


class Drawing(NamedTuple):
    """One of the two maps."""

    sheet: Sheet
    land: str
    """Its land, as the `d` of a path."""

    spots: tuple[Spot, ...]


class MapView(NamedTuple):
    """The same records twice: as marks and as a list."""

    kinds: tuple[str, ...]
    world: Drawing
    europe: Drawing
    frame: tuple[float, ...]
    """Left, top, width and height of the map of Europe on that of the world."""

    specks: tuple[Point, ...]
    """Where the marks of the map of Europe would stand on that of the world."""

    regions: tuple[Region, ...]
    nowhere: tuple[tuple[str, tuple[Card, ...]], ...]


class _Found(NamedTuple):
    """A place that gets a mark."""

    id: str
    names: tuple[Said, ...]
    cards: tuple[Card, ...]
    where: Degrees


def make(reader: Reader, kind: str | None = None) -> MapView:
    """Return the map of all records that have places, or of one kind of them."""
    kinds = KINDS if kind is None else (kind,)
    places = gather(reader, kinds)
    found = list(_with_a_mark(places))
    europe = [one for one in found if _in_europe(one)]
    world = [one for one in found if not _in_europe(one)]
    return MapView(
        kinds,
        Drawing(WORLD, land()["world"], _spots(world, WORLD)),
        Drawing(EUROPE, land()["europe"], _spots(europe, EUROPE)),
        tuple(round(length, 1) for length in EUROPE.frame_on(WORLD)),
        tuple(Point(*(round(length, 1) for length in WORLD.place(*one.where))) for one in europe),
        places.regions,
        places.nowhere,
    )


def _with_a_mark(places: Places) -> Iterator[_Found]:
    for region in places.regions:
        for country in region.countries:
            yield from _marks_of(country)


def _marks_of(country: Country) -> Iterator[_Found]:
    """Yield the cities that are known, and the country for all that is in none of them."""
    name = country.link.words
    for city in country.cities:
        if city.where:
            yield _Found(city.id, (city.name, name), city.cards, city.where)
    others = [*country.cards, *(card for city in country.cities if not city.where for card in city.cards)]
    if others and country.where:
        yield _Found(country.id, (name,), tuple(others), country.where)


def _in_europe(place: _Found) -> bool:
    """Whether a place stands on the map of Europe."""
    return EUROPE.holds(EUROPE.place(*place.where))


def _spots(places: Sequence[_Found], sheet: Sheet) -> tuple[Spot, ...]:
    marks = arrange(tuple((sheet.place(*one.where), len(one.cards)) for one in places), sheet)
    return tuple(_spot(one, mark) for one, mark in zip(places, marks, strict=True))


def _spot(place: _Found, mark: Mark) -> Spot:
    kinds = [card.kind for card in place.cards]
    counts = tuple((kind, kinds.count(kind)) for kind in KINDS if kind in kinds)
    return Spot(place.id, place.names, counts, counts[0][0] if len(counts) == 1 else "several", mark)
