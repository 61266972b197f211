"""Codes that records may write: countries and languages (ISO 3166-1 and 639, as in CLDR), zones (IANA)."""

from __future__ import annotations

from functools import cache
from typing import Any
from zoneinfo import available_timezones

from babel import Locale

_CLDR: Any = Locale("en")
_NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}

COUNTRIES = frozenset(
    code for code in _CLDR.territories if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
)
"""Alpha-2 codes in capitals; codes of unions and of tests apart."""

DOCUMENT_LANGUAGES = frozenset(code for code in _CLDR.languages if 2 <= len(code) <= 3)
"""Two-letter and three-letter codes."""


@cache
def time_zones() -> frozenset[str]:
    """Return the zones of places in the IANA database, and UTC.

    Abbreviations (CET, EST) and offsets (Etc/GMT+1) are left out: they do not follow the clocks of a place.
    """
    return frozenset(one for one in available_timezones() if "/" in one and not one.startswith("Etc/")) | {
        "UTC"
    }
