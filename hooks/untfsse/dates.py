"""Dates, intervals and times as each language writes them (CLDR, by Babel)."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import format_decimal

from untfsse.names import locale_of
from untfsse.records.dates import When

_SKELETONS = {"year": "y", "month": "yMMMM", "day": "yMMMMd", "minute": "yMMMMd"}
_SHORT_MONTH = re.compile(r"(?<!M)MMM(?!M)")
_DASH = re.compile(r"\s*–\s*")
_FIRST_OF_MONTH = re.compile(r"(?<![\d\u00a0])1(?= \w)|(?<!\d)1(?=–\d)")


@cache
def say_when(when: When, language: str) -> str:
    """Return a date in words, as precise as it is known, without its time: `2 October 2023`."""
    if when.precision in ("day", "minute"):
        return say_day(when.first, language)
    skeleton = _SKELETONS[when.precision]
    return _typeset(format_skeleton(skeleton, when.first, locale=locale_of(language)), language)


@cache
def say_day(day: date, language: str) -> str:
    """Return a day in words: `21 November 2026`."""
    return _typeset(format_date(day, "long", locale=locale_of(language)), language)


@cache
def say_interval(start: When, end: When | None, language: str) -> str:
    """Return the days from `start` to `end` in words, without times: `2–3 October 2023`."""
    if end is None or (end.first, end.last) == (start.first, start.last):
        return say_when(start, language)
    if start.precision.replace("minute", "day") != end.precision.replace("minute", "day"):
        return f"{say_when(start, language)} – {say_when(end, language)}"
    return _typeset(_interval(start, end, locale_of(language)), language)


@cache
def say_time(moment: datetime, language: str) -> str:
    """Return a time of day: `10:00`."""
    return format_time(moment, "short", locale=locale_of(language))


@cache
def say_number(number: int | Decimal, language: str) -> str:
    """Return a number with the separators of the language.

    Spanish as the United Nations write it, 3816 and 30 000, as on the page for translators; CLDR has points.
    """
    said = format_decimal(number, locale=locale_of(language), decimal_quantization=False)
    if language == "es":
        return said.replace(".", "" if -10_000 < number < 10_000 else "\u00a0")
    return said


def _interval(start: When, end: When, locale: Locale) -> str:
    """Write an interval with whole month names; CLDR may only have it with short ones."""
    if start.precision == "year":
        return f"{start.year}–{end.year}"
    skeleton = _SKELETONS[start.precision]
    formats = locale.interval_formats
    patterns = formats.get(skeleton) or formats[skeleton.replace("MMMM", "MMM")]
    differs = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    first, last = patterns[differs]
    written = [
        format_date(day, _SHORT_MONTH.sub("MMMM", pattern), locale=locale)
        for day, pattern in ((start.first, first), (end.first, last))
    ]
    dash = "–" if differs == "d" else " – "
    return _DASH.sub(dash, "".join(written))


def _typeset(written: str, language: str) -> str:
    """Use `1er` for the first of a month in French, and plain spaces that may break."""
    written = written.replace("\u2009", " ").replace("\u202f", " ")
    if language == "fr":
        written = _FIRST_OF_MONTH.sub("1er", written)
    return written
