"""Text left in the language of the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from untfsse.translations.checks.plain import plain, shown, unquoted
from untfsse.translations.checks.side_by_side import Finding, SideBySide
from untfsse.translations.units import normal

_NOT_WORDS = ("call", "code")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?;:|])\s+")
_MARKS_OF = {
    "en": "the of and is are was were be which with this that these from by have their its to it what who how"
}
"""Small words that no sentence of a language does without, and that the other languages do not have."""

_LEAST_WORDS = 5
_OFTEN = 3
"""How often a word must have been used to be known as a word of a language."""


@dataclass(frozen=True)
class Usage:
    """Which words the texts of the site use: those of the source, and those of the translations."""

    source: Mapping[str, int]
    translations: Mapping[str, int]


def usage(documents: Iterable[SideBySide]) -> Usage:
    """Count words in small letters; a translation that is the same as its source does not count."""
    source, translations = Counter[str](), Counter[str]()
    for document in documents:
        for one, other in document.pairs:
            source.update(_small(one.text))
            if normal(one.text) != normal(other.text):
                translations.update(word.lower() for word in _WORD.findall(plain(other.text)))
    return Usage(source, translations)


def look(document: SideBySide, used: Usage) -> Iterator[Finding]:
    """Yield what is the same as the source though its words are not of this language, and such sentences."""
    marks = frozenset(_MARKS_OF.get(document.original, "").split())
    for source, translation in document.pairs:
        if source.kind in _NOT_WORDS:
            continue
        if normal(source.text) == normal(translation.text) and _untranslated(source.text, marks, used):
            yield Finding(translation, "translation-left", {"given": shown(translation.text)})
            continue
        for sentence in _SENTENCE.split(unquoted(translation.text)):
            words = [word.lower() for word in _WORD.findall(sentence)]
            there = [word for word in words if word in marks]
            if len(words) >= _LEAST_WORDS and len(set(there)) > 1 and 5 * len(there) > len(words):
                yield Finding(translation, "translation-left", {"given": shown(sentence)})
                break


def _untranslated(text: str, marks: frozenset[str], used: Usage) -> bool:
    """Whether words are a text of the source's language, rather than a name or a word of both languages."""
    text = plain(text).strip()
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) >= _LEAST_WORDS and len(marks.intersection(words)) > 1:
        return True
    if len(words) >= _LEAST_WORDS and text.endswith((".", "?", "!")) and marks.intersection(words):
        return True  # a name may hold such a word, but is no sentence
    return bool(words) and all(
        used.source.get(one, 0) >= _OFTEN and one not in used.translations for one in words
    )


def _small(text: str) -> Iterator[str]:
    return (word for word in _WORD.findall(plain(text)) if word.islower())
