"""How words are compared in the search: without accents, ligatures and elided articles, by other names."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

_ELIDED = re.compile(r"(?<!\w)((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[’'])(?=\w)", re.IGNORECASE)
_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"}
_NUMBERED = re.compile(r"([^\W\d_]{2})(?=\d)")
_OTHER = re.compile(r"[\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")

_EVERYDAY = {
    "en": "a about an and are as at be by can do does for from has have how i in into is it its me my of "
    "on or our that the their there this to was we were what when where which who why will with you "
    "your",
    "fr": "a ai au aux avec c ce ces cet cette comment d dans de des du elle en est et il ils j je l la le "
    "les leur leurs m mon n ne nos notre nous on ont ou par pas pour quand que quel quelle quelles "
    "quels qui quoi s sa se ses son sont sur t un une vos votre vous y",
    "es": "a al como con cual cuando de del donde e el ella en entre es esta este ha hay la las lo los mi "
    "no nos nuestro o para por que quien se si sin sobre son su sus tu u un una uno y ya",
}

IGNORED: Mapping[str, frozenset[str]] = defaultdict(
    frozenset, {language: frozenset(words.split()) for language, words in _EVERYDAY.items()}
)
"""Words without accents that the search passes over where others stand beside them; none is said of a new
language."""


def indexed(text: str) -> str:
    """Return text as it goes into the index: elided articles stand apart, ligatures are two letters.

    Pagefind separates words at spaces only and knows no ligatures. A hair space and a word joiner,
    which no reader notices and which `search.js` takes out again, tell it what to do.
    """
    text = _ELIDED.sub("\\1\u200a", text)
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, "\u2060".join(letters))
    return text


def words_of(text: str) -> str:
    """Return the words of a text with their accents, separated by one space; elided articles are left out."""
    text = unicodedata.normalize("NFC", text)
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    text = _ELIDED.sub(" ", text).replace("’", "").replace("'", "")
    return _OTHER.sub(" ", _NUMBERED.sub("\\1 ", text)).strip()


def folded(text: str) -> str:
    """Return the words of a text in small letters without accents; `search.js` does the same."""
    return _plain(words_of(text))


def _plain(words: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", words.lower()))


_key = cache(_plain)
"""Of one word; there are far fewer words than places where they stand."""


def telling(text: str, *languages: str) -> list[str]:
    """Return the words of a text that none of the languages passes over, each once."""
    words = dict.fromkeys(words_of(text).split())
    return [word for word in words if not any(_key(word) in IGNORED[one] for one in languages)]


def apart(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """Divide words into those that begin differently and those that begin like one of them.

    Pagefind finds longer words by their beginning, and counts a field with two such words eight times.
    """
    kept: dict[str, str] = {}
    others = []
    for word in words:
        key = _key(word)
        if any(key.startswith(one[:5]) or one.startswith(key) for one in kept):
            others.append(word)
        else:
            kept[key] = word
    return list(kept.values()), others


@dataclass(frozen=True)
class Synonyms:
    """What readers of one language may type instead of what the pages say."""

    rules: Mapping[str, str]
    """Typed form, folded → the words that are searched in its place."""

    forms: Mapping[str, str]
    """Typed form, as words → the same; capitals tell acronyms from words."""

    def rewritten(self, text: str) -> str:
        """Return what a reader types as it is searched; the longest forms go first."""
        found, at = [], 0
        words = words_of(text).lower().split()
        keys = [_key(word) for word in words]
        while at < len(words):
            lengths = range(min(len(words) - at, 6), 0, -1)
            fit = next((n for n in lengths if " ".join(keys[at : at + n]) in self.rules), 0)
            found.append(self.rules[" ".join(keys[at : at + fit])] if fit else words[at])
            at += fit or 1
        return " ".join(found)

    def missing(self, text: str) -> list[str]:
        """Return the words that are searched for what `text` says in another form, where it lacks them."""
        words = words_of(text)
        exact, plain = f" {words} ", f" {_plain(words)} "
        wanted = {
            found
            for form, found in self.forms.items()
            if f" {form} " in (exact if form.isupper() else plain) and f" {_key(found)} " not in plain
        }
        return sorted(wanted)


def synonyms(language: str, pairs: Mapping[str, str]) -> Synonyms:
    """Return the synonyms of a language from typed form → what the pages say.

    A form that is an everyday word in that language, as `au` and `un` are in French, is left out. A
    form of several words may stand for itself, which keeps its words from being replaced one by one.
    """
    fit = {
        typed: found
        for typed, found in pairs.items()
        if not {folded(typed), folded(found)} & IGNORED[language]
        and (folded(typed) != folded(found) or " " in folded(typed))
    }
    kept = {typed: found for typed, found in fit.items() if folded(typed) != folded(found)}
    return Synonyms(
        {folded(typed): words_of(found).lower() for typed, found in sorted(fit.items())},
        {
            words_of(typed) if typed.isupper() else folded(typed): words_of(found)
            for typed, found in sorted(kept.items())
        },
    )
