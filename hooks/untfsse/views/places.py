"""Where projects work, members have their seat and events take place: by region, country and city."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from untfsse.geography.points import Degrees, city_point, country_point, fold
from untfsse.geography.regions import REGION_OF, REGIONS
from untfsse.history import members_on
from untfsse.locales import DEFAULT, Text
from untfsse.names import country_name
from untfsse.records import Event, Member, Project, Record
from untfsse.selection import sort_key
from untfsse.views.base import Card, Linked, Said
from untfsse.views.reader import Reader

KINDS = ("members", "events", "projects")
"""What has places, in the order it is listed at each."""

NOWHERE = ("online", *KINDS)
"""Why a record is in no country: an online event, or a record of a kind that names no place."""


class City(NamedTuple):
    """A city and what is there."""

    id: str
    name: Said
    where: Degrees | None
    """None where the city is not known: it then counts for its country."""

    cards: tuple[Card, ...]


class Country(NamedTuple):
    """A country: what is there without a city, then its cities."""

    id: str
    link: Linked
    where: Degrees | None
    cards: tuple[Card, ...]
    cities: tuple[City, ...]
    total: int
    """How many records, those of the cities included."""


class Region(NamedTuple):
    """A region of the world, maybe without any record."""

    id: str
    name: str
    countries: tuple[Country, ...]
    total: int


class Places(NamedTuple):
    """Every record, where it is."""

    regions: tuple[Region, ...]
    nowhere: tuple[tuple[str, tuple[Card, ...]], ...]
    """Why, and the records; those that there are."""


Name = Text | str
_Cities = dict[str, tuple[Name | None, list[Card]]]
"""City as it is looked up, or nothing → its name and what is there."""


def gather(reader: Reader, kinds: Iterable[str]) -> Places:
    """Return what `kinds` of records have places, in all regions; a record may have several places."""
    countries: dict[str, _Cities] = defaultdict(dict)
    nowhere: dict[str, list[Card]] = defaultdict(list)
    for kind in kinds:
        records = reader.graph.records[kind]
        for card in _in_order(reader, kind, records):
            record = records[card.id]
            places = _places(record)
            for code, city in places:
                key = fold(_plain(city)) if city else ""
                countries[code].setdefault(key, (city, []))[1].append(card)
            if not places:
                online = isinstance(record, Event) and record.mode == "online"
                nowhere["online" if online else kind].append(card)
    return Places(
        tuple(_region(reader, code, countries) for code in REGIONS),
        tuple((why, tuple(nowhere[why])) for why in NOWHERE if nowhere[why]),
    )


def _in_order(reader: Reader, kind: str, records: Mapping[str, Record]) -> list[Card]:
    """Members and observers of today by name; events and projects with the newest first."""
    if kind != "members":
        cards = reader.cards(kind, records)
        return sorted(cards, key=lambda card: (card.when_iso, card.id), reverse=True)
    ids = (id_ for status in ("member", "observer") for id_ in members_on(records, reader.today, status))
    return sorted(reader.cards(kind, ids), key=lambda card: sort_key(card.title.plain))


def _places(record: Record) -> list[tuple[str, Name | None]]:
    """Country and city of each place of a record."""
    if isinstance(record, Project):
        return [(code, None) for code in record.countries]
    place = record.place if isinstance(record, Event) else None
    if isinstance(record, Member):
        place = record.headquarters
    return [(place.country, place.city)] if place else []


def _plain(name: Name) -> str:
    return name if isinstance(name, str) else name.shown(DEFAULT).text


def _region(reader: Reader, region: str, countries: Mapping[str, _Cities]) -> Region:
    codes = [code for code in countries if REGION_OF[code] == region]
    there = [_country(reader, code, countries[code]) for code in codes]
    there.sort(key=lambda country: sort_key(country.link.words.plain))
    name = country_name(region, reader.language)
    return Region(f"region-{region}", name, tuple(there), sum(country.total for country in there))


def _country(reader: Reader, code: str, cities: _Cities) -> Country:
    id_ = f"place-{code.lower()}"
    found = list(_found(reader, code, id_, cities))
    found.sort(key=lambda city: sort_key(city.name.plain))
    cards = tuple(cities[""][1]) if "" in cities else ()
    total = len(cards) + sum(len(city.cards) for city in found)
    return Country(id_, reader.country(code), country_point(code), cards, tuple(found), total)


def _found(reader: Reader, code: str, id_: str, cities: _Cities) -> Iterator[City]:
    for key, (name, cards) in cities.items():
        said = reader.say(name)
        if said and name:
            names = [name] if isinstance(name, str) else [words for _, words in name.items()]
            where = city_point(code, names)
            yield City(f"{id_}-{key.replace(' ', '-')}", said, where, tuple(cards))
