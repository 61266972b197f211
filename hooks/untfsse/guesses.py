"""What an editor may have meant, where letters alone do not tell: countries, languages, dates, file names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache

from babel import Locale
from babel.core import get_global

from untfsse.codes import COUNTRIES, DOCUMENT_LANGUAGES
from untfsse.problems import nearest

_NAMED_IN = ("en", "fr", "es")
_YES = ("yes", "y", "on", "1", "true", "oui", "vrai", "sí", "si", "verdadero")
_NO = ("no", "n", "off", "0", "false", "non", "faux", "falso")
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?", re.ASCII)
_LONGEST_NAME = 80


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


def yes_or_no(given: str) -> str:
    """Return `true` for yes in a word of three languages, `false` for no."""
    word = given.strip().lower()
    return "true" if word in _YES else "false" if word in _NO else nearest(word, ("true", "false"))


def file_name(given: str) -> str:
    """Return a name in the form that files have here: `Réunion 2.yml` could be `reunion-2`."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", given) if not unicodedata.combining(one))
    return re.sub("[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST_NAME].strip("-")


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
