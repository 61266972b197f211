"""What an editor may have meant, where letters alone do not tell: countries, zones, dates, fields …"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache

from babel import Locale
from babel.core import get_global

from untfsse.codes import COUNTRIES, DOCUMENT_LANGUAGES, time_zones
from untfsse.problems import nearest

_NAMED_IN = ("en", "fr", "es")
_YES = ("yes", "y", "on", "1", "true", "oui", "vrai", "sí", "si", "verdadero")
_NO = ("no", "n", "off", "0", "false", "non", "faux", "falso")
_TIME = r"(?:(?:T|,? +)(\d{1,2})[:h.](\d{2}))?"
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})" + _TIME, re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2})" + _TIME + ")?", re.ASCII)
_LONGEST_NAME = 80
_LIKE = 0.6
"""How much of two words is the same where one may be a slip for the other, as in `difflib`."""

_FIELDS = {
    **dict.fromkeys(("since", "depuis", "desde"), ("from", "start")),
    **dict.fromkeys(("until", "till", "hasta"), ("to", "end")),
    **dict.fromkeys(("date", "day", "begin", "debut", "inicio", "fecha"), ("start", "date", "from")),
    **dict.fromkeys(("finish", "ends", "fin"), ("end", "to")),
    **dict.fromkeys(("name", "titre", "titulo", "nom", "nombre"), ("title", "name")),
    **dict.fromkeys(("title", "heading"), ("name", "title")),
    **dict.fromkeys(("link", "url", "website", "web", "site", "lien", "enlace"), ("url", "website", "links")),
    **dict.fromkeys(("location", "venue", "city", "lieu", "lugar"), ("place", "venue", "city")),
    **dict.fromkeys(("town", "ville", "ciudad"), ("city", "place")),
    **dict.fromkeys(("type", "category"), ("kind",)),
    **dict.fromkeys(("description", "abstract", "text"), ("summary", "abstract", "description", "note")),
}
"""Words for fields that are called otherwise here → what may be meant, the likeliest first."""

_WITHOUT_ZONE = {
    **dict.fromkeys(("geneva", "geneve", "ginebra", "genf", "bern", "berne", "berna"), "Europe/Zurich"),
    **dict.fromkeys(("basel", "bale", "basilea", "lausanne", "lausana"), "Europe/Zurich"),
    **dict.fromkeys(("milan", "milano", "turin", "torino", "roma"), "Europe/Rome"),
    **dict.fromkeys(("florence", "firenze", "florencia", "bologna", "bologne", "bolonia"), "Europe/Rome"),
    **dict.fromkeys(("naples", "napoli", "napoles", "trento", "rimini"), "Europe/Rome"),
    **dict.fromkeys(("bonn", "munich", "munchen", "hamburg", "hambourg", "hamburgo"), "Europe/Berlin"),
    **dict.fromkeys(("frankfurt", "francfort", "cologne", "koln", "colonia"), "Europe/Berlin"),
    **dict.fromkeys(("the hague", "la haye", "la haya", "rotterdam"), "Europe/Amsterdam"),
    **dict.fromkeys(("strasbourg", "estrasburgo", "lyon", "marseille", "marsella"), "Europe/Paris"),
    **dict.fromkeys(("bordeaux", "burdeos", "toulouse", "lille"), "Europe/Paris"),
    **dict.fromkeys(("barcelona", "barcelone", "bilbao", "sevilla", "seville"), "Europe/Madrid"),
    **dict.fromkeys(("ghent", "gent", "gand", "liege", "bruxelles", "bruselas"), "Europe/Brussels"),
    **dict.fromkeys(("porto", "oporto", "lisbonne", "lisboa"), "Europe/Lisbon"),
    **dict.fromkeys(("edinburgh", "glasgow", "manchester", "londres"), "Europe/London"),
    **dict.fromkeys(("vienne", "viena", "wien"), "Europe/Vienna"),
    **dict.fromkeys(("washington", "washington dc", "washington d c", "boston"), "America/New_York"),
    **dict.fromkeys(("nueva york", "new york city"), "America/New_York"),
    **dict.fromkeys(("san francisco", "seattle"), "America/Los_Angeles"),
    **dict.fromkeys(("montreal", "ottawa", "quebec"), "America/Toronto"),
    **dict.fromkeys(("mexico", "ciudad de mexico"), "America/Mexico_City"),
    **dict.fromkeys(("brasilia", "rio de janeiro", "porto alegre"), "America/Sao_Paulo"),
    **dict.fromkeys(("addis abeba", "addis-abeba", "adis abeba"), "Africa/Addis_Ababa"),
    **dict.fromkeys(("le caire", "el cairo"), "Africa/Cairo"),
    **dict.fromkeys(("rabat", "marrakesh", "marrakech"), "Africa/Casablanca"),
    **dict.fromkeys(("cape town", "le cap", "pretoria", "durban"), "Africa/Johannesburg"),
    "abuja": "Africa/Lagos",
    "mombasa": "Africa/Nairobi",
    **dict.fromkeys(("new delhi", "delhi", "nueva delhi", "mumbai"), "Asia/Kolkata"),
    **dict.fromkeys(("beijing", "pekin"), "Asia/Shanghai"),
    **dict.fromkeys(("osaka", "kyoto", "japan"), "Asia/Tokyo"),
    **dict.fromkeys(("utc", "gmt", "etc/utc", "etc/gmt", "z"), "UTC"),
}
"""Cities that give no zone its name, and names in other languages → the zone of the place."""

_ZONE_AREAS = (
    *("Africa", "America", "Antarctica", "Arctic", "Asia"),
    *("Atlantic", "Australia", "Europe", "Indian", "Pacific"),
)
_ELSEWHERE_TOO = {"cordoba", "merida", "santiago", "north", "south", "west", "victoria"}
"""Names of zones that places with other clocks share."""


def country(given: str) -> str:
    """Return the code of a country: `no`, `UK`, `Norway` and `Norvège` have one; else an empty string."""
    code = given.strip().upper()
    if code in COUNTRIES:
        return code
    for alias in get_global("territory_aliases").get(code, ()):
        if alias in COUNTRIES:
            return str(alias)
    return _by_name("territories", given, frozenset(COUNTRIES))


def language(given: str) -> str:
    """Return the code of a language: `FR`, `fr-CA`, `French` and `français` have one."""
    code = re.split("[-_]", given.strip().lower())[0]
    if code in DOCUMENT_LANGUAGES:
        return code
    return _by_name("languages", given, frozenset(DOCUMENT_LANGUAGES))


def time_zone(given: str) -> str:
    """Return the zone of a place: `Geneva`, `Europe/Genève`, `New York` and `Europe/Dakar` have one.

    By what is meant and never by its letters: a zone that is only spelt alike is hours away.
    """
    whole = _folded(given)
    place = whole.rpartition("/")[2]
    names = _zone_names()
    return _WITHOUT_ZONE.get(whole) or names.get(whole) or _WITHOUT_ZONE.get(place) or names.get(place, "")


def yes_or_no(given: str) -> str:
    """Return `true` for yes in a word of three languages, `false` for no."""
    word = given.strip().lower()
    return "true" if word in _YES else "false" if word in _NO else nearest(word, ("true", "false"))


def file_name(given: str) -> str:
    """Return a name in the form that files have here: `Réunion 2.yml` could be `reunion-2`."""
    return re.sub("[^a-z0-9]+", "-", _unaccented(given)).strip("-")[:_LONGEST_NAME].strip("-")


def field(given: str, known: Collection[str]) -> str:
    """Return the field of `known` that is meant by another word for it: `since` for `from`."""
    return next((one for one in _FIELDS.get(_folded(given), ()) if one in known), "")


def term(given: str, known: Collection[str]) -> str:
    """Return the term that `given` is a slip for; not one that has only some of its words."""
    near = nearest(given, known)
    words, others = given.lower().split("-"), near.split("-")
    left = "-".join(one for one in words if one not in others)
    right = "-".join(one for one in others if one not in words)
    if left and right and difflib.SequenceMatcher(None, left, right).ratio() < _LIKE:
        return ""
    return near


def role(given: str, known: Collection[str]) -> str:
    """Return the role that is written here, `co-chair` for `Co-Chair`; nothing for what is no role."""
    name = file_name(given)
    return name if name in known else ""


def year_last(given: str) -> tuple[str, ...]:
    """Return what 12/10/2026 may mean, the day first: 2026-10-12, 2026-12-10; nothing for another form.

    A time of day stays: 12/10/2026 9:30 is 2026-10-12T09:30.
    """
    found = _YEAR_LAST.fullmatch(given.strip())
    if not found:
        return ()
    one, other, year = (int(part) for part in found.groups()[:3])
    made = dict.fromkeys(_possible((year, other, one), (year, one, other)))
    return tuple(day + _time(*found.groups()[3:]) for day in made)


def year_first(given: str) -> str:
    """Return 2026/1/5 as it is written here, 2026-01-05."""
    found = _YEAR_FIRST.fullmatch(given.strip())
    if not found:
        return ""
    year, month, day = (int(part) if part else 0 for part in found.groups()[:3])
    made = next(_possible((year, month, day or 1)), "")
    return made + _time(*found.groups()[3:]) if day and made else made[:7]


def month_and_day(given: str) -> str:
    """Return 2027-14-01 with its day last, as it is written here; nothing where that is no date either."""
    found = _YEAR_FIRST.fullmatch(given.strip())
    if not found or not found[3] or int(found[2]) <= 12:
        return ""
    made = next(_possible((int(found[1]), int(found[3]), int(found[2]))), "")
    return made and made + _time(*found.groups()[3:])


def _time(hour: str | None, minute: str | None) -> str:
    """Return a time of day as it is written here; nothing for one that does not exist."""
    there = hour and minute and int(hour) < 24 and int(minute) < 60
    return f"T{int(hour or 0):02}:{minute}" if there else ""


def _possible(*dates: tuple[int, int, int]) -> Iterator[str]:
    for one in dates:
        try:
            yield date(*one).isoformat()
        except ValueError:
            continue


@cache
def _names(sort: str, codes: frozenset[str]) -> dict[str, str]:
    """Name in small letters → code."""
    return {
        name.lower(): code
        for one in _NAMED_IN
        for code, name in getattr(Locale(one), sort).items()
        if code in codes
    }


def _by_name(sort: str, given: str, codes: frozenset[str]) -> str:
    names = _names(sort, codes)
    return names.get(nearest(given, names), "") if len(given) > 2 else ""


@cache
def _zone_names() -> dict[str, str]:
    """Name of a zone, whole and its last part as far as only one place can be meant → the zone."""
    zones = sorted(time_zones())
    names = {_folded(one.partition("/")[2]): one for one in zones if _is_city(one)}
    return {name: zone for name, zone in names.items() if name not in _ELSEWHERE_TOO} | {
        _folded(one): one for one in zones
    }


def _is_city(zone: str) -> bool:
    return zone.count("/") == 1 and zone.startswith(_ZONE_AREAS)


def _folded(given: str) -> str:
    """Return a name of a place as it is compared."""
    return " ".join(re.sub("[_.,]", " ", _unaccented(given)).split())


def _unaccented(given: str) -> str:
    plain = unicodedata.normalize("NFKD", given)
    return "".join(one for one in plain if not unicodedata.combining(one)).lower()
