"""What every text must keep to in its language: typography, terms, dates on counts, no private mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

NBSP = "\u00a0"
_NARROW = "\u202f"


class Fault(NamedTuple):
    """One breach: where in the text it begins, and which message tells it."""

    at: int
    key: str
    values: dict[str, Any]


_FRENCH_MARKS = re.compile(
    r"""
    (?<=[\w)’”*\]%]) (?P<close> [;?!»] | : (?=\s|\*|$) )  # nothing between word and mark
    | (?<=\S)\ (?P<space> [;?!»] | : (?=\s|\*|$) )           # a space that may break the line
    """,
    re.VERBOSE,
)
_FRENCH_SIGNS = frozenset(':;?!«»"')
_FRENCH_OPENING = re.compile(rf"«(?![{NBSP}{_NARROW}])")
_STRAIGHT_QUOTES = re.compile(r"(?<![=(\w])\"[^\"\n]+\"")
_STRAIGHT_APOSTROPHE = re.compile(r"(?<=[A-Za-zÀ-ÿ])'(?=\**\[?[*«“]*[A-Za-zÀ-ÿ])")
_LONGEST_WORD = 30
_QUESTION = re.compile(r"\?(?=[\s)»”*.,;]|$)")
_EXCLAMATION = re.compile(r"!(?=[\s)»”*.,;]|$)")
_SENTENCE = re.compile(r"(?<=[.!?…:])\s|\n\s*\n|\n[-*|#]")
_NOW = {
    "en": ("currently", "Currently", "at present", "At present"),
    "fr": ("actuellement", "Actuellement", "l’heure actuelle"),
    "es": ("actualmente", "Actualmente", "la actualidad"),
}
_NUMBER = re.compile(
    r"\d|\b(one|two|three|ten|dozen|un|une|deux|trois|dix|uno|dos|tres|diez)\b", re.IGNORECASE
)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z]{2,})+")
_SHARED_MAIL = re.compile(r"^(info|contact|office|press|media|secretariat|webmaster)[@.+-]", re.IGNORECASE)


def faults(language: str, text: str, avoid: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    """Yield each breach in a text without Markdown code, addresses and macro calls.

    `avoid` are the forms of terms that must not be used, by language. French typography after
    the Imprimerie nationale's rules; Spanish after the Real Academia's Ortografía.
    """
    for form in avoid.get(language, ()):
        if form in text:  # a plain search first: most texts hold none of the forms
            for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                yield Fault(found.start(), "term-avoided", {"given": form})
    if language == "fr" and not _FRENCH_SIGNS.isdisjoint(text):
        yield from _french(text)
    if language == "es" and ("?" in text or "!" in text):
        yield from _spanish(text)
    if "'" in text:
        for found in _STRAIGHT_APOSTROPHE.finditer(text):
            yield Fault(found.start(), "apostrophe", {"given": _around(text, found.start())})
    if any(word in text for word in _NOW.get(language, ())):
        for found in re.finditer("|".join(_NOW[language]), text):
            if _NUMBER.search(_sentence(text, found.start())):
                yield Fault(found.start(), "no-date", {"given": found[0]})
    if "@" in text:
        for found in _MAIL.finditer(text):
            if not _SHARED_MAIL.match(found[0]):
                yield Fault(found.start(), "private-mail", {"given": found[0]})


def _french(text: str) -> Iterator[Fault]:
    for found in _FRENCH_MARKS.finditer(text):
        mark = found[0].strip()
        right = f"{_last_word(text[: found.start()])}{NBSP}{mark}"
        yield Fault(found.start(), "french-space", {"given": mark, "right": right})
    for found in _FRENCH_OPENING.finditer(text):
        right = f"«{NBSP}{_first_word(text[found.end() :])}"
        yield Fault(found.start(), "french-opening", {"right": right})
    for found in _STRAIGHT_QUOTES.finditer(text):
        yield Fault(found.start(), "french-quotes", {"given": found[0][:30]})


def french_gaps(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a no-break space is missing: from where to where, and what should stand there."""
    for found in _FRENCH_MARKS.finditer(text):
        yield found.start(), found.start() + (found["space"] is not None), NBSP
    for found in _FRENCH_OPENING.finditer(text):
        yield found.end(), found.end() + (text[found.end() :][:1] == " "), NBSP


def _last_word(text: str) -> str:
    return (text[-_LONGEST_WORD:].split() or [""])[-1]


def _first_word(text: str) -> str:
    return (text[:_LONGEST_WORD].split() or [""])[0]


def _spanish(text: str) -> Iterator[Fault]:
    for closing, opening, key in (
        (_QUESTION, "¿", "spanish-question"),
        (_EXCLAMATION, "¡", "spanish-exclamation"),
    ):
        for found in closing.finditer(text):
            before = text[: found.start()]
            begun = max((m.end() for m in re.finditer(r"[?!]|\n\s*\n", before)), default=0)
            if opening not in before[begun:]:
                yield Fault(found.start(), key, {"shown": _around(text, found.start())})


def _sentence(text: str, at: int) -> str:
    ends = [0, *(found.end() for found in _SENTENCE.finditer(text)), len(text)]
    start = max(end for end in ends if end <= at)
    return text[start : min(end for end in ends if end > at)]


def _around(text: str, at: int) -> str:
    return " ".join(text[max(0, at - 15) : at + 10].split())
