"""What an editor may have meant, where letters alone do not tell: countries, zones, dates, fields and more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache

from babel import Locale
from babel.core import get_global

from untfsse.codes import COUNTRIES, DOCUMENT_LANGUAGES, time_zones
from untfsse.problems import nearest

_NAMED_IN = ("en", "fr", "es")
_YES = ("yes", "y", "on", "1", "true", "oui", "vrai", "sí", "si", "verdadero")
_NO = ("no", "n", "off", "0", "false", "non", "faux", "falso")
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?", re.ASCII)
_LONGEST_NAME = 80
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


def year_last(given: str) -> tuple[str, ...]:
    """Return what 12/10/2026 may mean, the day first: 2026-10-12, 2026-12-10; nothing for another form."""
    found = _YEAR_LAST.fullmatch(given.strip())
    if not found:
        return ()
    one, other, year = (int(part) for part in found.groups())
    return tuple(dict.fromkeys(_possible((year, other, one), (year, one, other))))


def year_first(given: str) -> str:
    """Return 2026/1/5 as it is written here, 2026-01-05."""
    found = _YEAR_FIRST.fullmatch(given.strip())
    if not found:
        return ""
    year, month, day = (int(part) if part else 0 for part in found.groups())
    made = next(_possible((year, month, day or 1)), "")
    return made if day else made[:7]


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
