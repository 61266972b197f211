"""Codes of countries and languages that a record may write (ISO 3166-1 and 639, as CLDR has them)."""

from __future__ import annotations

from typing import Any

from babel import Locale

_CLDR: Any = Locale("en")
_NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}

COUNTRIES = frozenset(
    code for code in _CLDR.territories if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
)
"""Alpha-2 codes in capitals; codes of unions and of tests apart."""

DOCUMENT_LANGUAGES = frozenset(code for code in _CLDR.languages if 2 <= len(code) <= 3)
"""Two-letter and three-letter codes."""
