"""Reads the numbers and months of a text as its language writes them (after CLDR, by Babel)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml
from babel.numbers import format_compact_decimal, is_currency

from untfsse.dates import say_number
from untfsse.names import locale_of

Value = Decimal | str
"""A number; or a month, as `month 10`; or the number of a version, as it is written."""

_SPACES = " \u00a0\u202f"
_VERSION = re.compile(r"\b([A-Z]\w+|version)\)?\s(\d+\.\d\d?)(?![\d.]*\d)")
_ROMAN = re.compile(r"\b([IVX]+)(?=(?:e|er|º)?\b)")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HALF_OF_DAY = re.compile(r"(?::\d\d)?\s?([ap])\.?\s?m\b", re.IGNORECASE)
_CLOCK = re.compile(r"\s?h(?:eures|oras)?\b|:\d\d")
_NO_MINUTES = re.compile(r"\d(?:[:.]|\s?h\s?)$")
_AFTER_DAY = re.compile(r"\d(?:st|nd|rd|th|er|\.?º)?\s(?:de\s|of\s)?$")
_BEFORE_YEAR = re.compile(r",?\s(?:del?\s|of\s)?\d")
_YEAR_AND_DASH = re.compile(r"(\d\d)\d\d[–-]$")


class Said(NamedTuple):
    """A number or month that a text gives in figures."""

    written: str
    readings: tuple[frozenset[Value], ...]
    """What it can mean, the most likely first; some are several numbers: `EN 301 549`."""


@dataclass(frozen=True)
class Numbers:
    """The numbers of a text."""

    said: tuple[Said, ...]
    """What a translation must say too."""

    understood: frozenset[Value]
    """All that can be understood from it: also numbers in words, and months without a day or year."""


@lru_cache(maxsize=4096)
def read_numbers(text: str, language: str) -> Numbers:
    """Return the numbers of a text without addresses."""
    said: list[Said] = []
    if _decimal(language) != ".":  # `WCAG 2.2` keeps its point in every language
        said += [
            Said(name[2], (frozenset([name[2]]), frozenset([Decimal(name[2])]))) for name in _versions(text)
        ]
        for name in reversed(list(_versions(text))):
            text = text[: name.start(2)] + " " + text[name.end(2) :]
    months = list(_month_pattern(language).finditer(text))
    said += [
        Said(name[0], (frozenset([_month(name, language)]),)) for name in months if _is_dated(name, text)
    ]
    said += _figures(text, language)
    understood = {value for one in said for reading in one.readings for value in reading}
    understood.update(_month(name, language) for name in months)
    understood.update(_roman(found[1]) for found in _ROMAN.finditer(text))
    return Numbers(tuple(said), frozenset(understood.union(_in_words(text, language))))


def written_in(language: str, said: Said) -> str:
    """Return how a language writes what another text says."""
    value = min(said.readings[0], key=str)
    if isinstance(value, str):
        number = value.removeprefix("month ")
        return value if number == value else str(locale_of(language).months["format"]["wide"][int(number)])
    if said.written.isdigit():
        return said.written
    if said.written[-1].isalpha():
        digits = max(0, -int(value.normalize().scaleb(-_power(value)).as_tuple().exponent))
        return format_compact_decimal(
            value, format_type="long", locale=locale_of(language), fraction_digits=digits
        )
    return say_number(value, language)


def _versions(text: str) -> Iterator[re.Match[str]]:
    return (name for name in _VERSION.finditer(text) if not is_currency(name[1]))


def _month(name: re.Match[str], language: str) -> Value:
    return f"month {_months(language)[name[0]]}"


def _is_dated(name: re.Match[str], text: str) -> bool:
    """Whether a day or a year stands beside a month."""
    return bool(_AFTER_DAY.search(text[: name.start()][-10:]) or _BEFORE_YEAR.match(text, name.end()))


def _figures(text: str, language: str) -> Iterator[Said]:
    for found in _figure_pattern(language).finditer(text):
        before, after = text[: found.start()][-8:], text[found.end() :]
        if found[0].strip("0") or not _NO_MINUTES.search(before):
            scale = _scale_pattern(language).match(after)
            written = f"{found[0]}{scale[0]}" if scale else found[0]
            factor = _scales(language)[" ".join(scale[0].lower().split())] if scale else Decimal(1)
            yield Said(written, tuple(map(frozenset, _readings(found, before, after, factor))))


def _readings(found: re.Match[str], before: str, after: str, factor: Decimal) -> Iterator[set[Value]]:
    whole = re.sub(r"\D", "", found["whole"])
    number = Decimal(f"{whole}.{found['part']}") if found["part"] else Decimal(whole)
    half = _HALF_OF_DAY.match(after)
    afternoon = bool(half and half[1].lower() == "p" and number < 12)
    yield {number + 12 if afternoon else number * factor}
    if found["part"]:
        yield {found[0]}
    if 12 < number < 24 and _CLOCK.match(after):
        yield {number - 12}
    if any(space in found["whole"] for space in _SPACES):
        yield {Decimal(one) for one in re.findall(r"\d+", found["whole"])}
    if len(whole) == 2 and (year := _YEAR_AND_DASH.search(before)):
        yield {Decimal(year[1] + whole)}


def _in_words(text: str, language: str) -> Iterator[Decimal]:
    """Yield numbers in words, and the sums of neighbours: `treinta y tres`, `hundred and twenty`."""
    last, gap = Decimal(0), 0
    for found in _LETTERS.finditer(text):
        value = _value(found[0].lower(), language)
        if value is None:
            gap += 1
            continue
        yield value
        if scale := _scale_pattern(language).match(text, found.end()):
            yield value * _scales(language)[" ".join(scale[0].lower().split())]
        if gap < 2:
            yield last + value
        last, gap = value, 0


def _value(word: str, language: str) -> Decimal | None:
    known = _words(language)
    if word in known or "-" not in word:
        return known.get(word)
    head, _, tail = word.rpartition("-")
    first, second = _value(head, language), _value(tail, language)
    return None if first is None or second is None else first + second


def _roman(letters: str) -> Decimal:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters]
    following = [*values[1:], 0]
    return Decimal(sum(-one if one < other else one for one, other in zip(values, following, strict=True)))


@cache
def _decimal(language: str) -> str:
    return str(locale_of(language).number_symbols["latn"]["decimal"])


@cache
def _figure_pattern(language: str) -> re.Pattern[str]:
    decimal = _decimal(language)
    groups = locale_of(language).number_symbols["latn"]["group"] + (_SPACES if decimal == "," else "")
    return re.compile(
        rf"(?<!\d)(?P<whole>\d{{1,3}}(?:[{re.escape(groups)}]\d{{3}})+(?!\d)|\d+)"
        rf"(?:{re.escape(decimal)}(?P<part>\d+))?"
    )


@cache
def _months(language: str) -> Mapping[str, int]:
    """Name, with a small or a capital letter as it may stand in a text → number."""
    names = locale_of(language).months["format"]
    short = {name: number for width in ("abbreviated", "wide") for number, name in names[width].items()}
    return {form: number for name, number in short.items() for form in (name, name[:1].upper() + name[1:])}


@cache
def _month_pattern(language: str) -> re.Pattern[str]:
    names = sorted(_months(language), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _scales(language: str) -> Mapping[str, Decimal]:
    """`million`, `mil millones` → by how much they multiply."""
    plurals = locale_of(language).compact_decimal_formats["long"].values()
    found: dict[str, Decimal] = {}
    for powers in plurals:
        for power, pattern in powers.items():
            word = str(pattern.pattern).replace("0", "").strip().lower()
            if word and "0" in str(pattern.pattern):
                found[word] = min(Decimal(power), found.get(word, Decimal(power)))
    return found


@cache
def _scale_pattern(language: str) -> re.Pattern[str]:
    words = (
        r"\s".join(map(re.escape, one.split())) for one in sorted(_scales(language), key=len, reverse=True)
    )
    return re.compile(rf"\s(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def _words(language: str) -> Mapping[str, Decimal]:
    file = Path(__file__).with_name("number_words.yml")
    table = yaml.safe_load(file.read_text("utf-8")).get(language, {})
    return {word: Decimal(number) for number, words in table.items() for word in words.split()}


def _power(value: Decimal) -> int:
    """Return the power of ten, by thousands, that a number is a multiple of."""
    return 3 * ((len(str(int(value))) - 1) // 3)
