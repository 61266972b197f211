"""The terms of the glossary: where the source has one, the translation has the one of its language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from untfsse.translations.checks.plain import plain
from untfsse.translations.checks.side_by_side import Both, Finding, SideBySide
from untfsse.vocabulary import Term

_NOT_WORDS = ("call", "code", "top-description")
"""Kinds of units that need not have a term. A description must be short, and may say a term otherwise."""

_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"(?P<words>.+?)(?: \((?P<short>[^()]+)\))?$")


def look(document: SideBySide, terms: Sequence[Term]) -> Iterator[Finding]:
    """Yield each term that is translated otherwise than the glossary says.

    Only terms of several words, and acronyms: one word alone has many good translations. A term inside a
    longer one belongs to that one. Endings, articles and order are free, and a name may stay as it is.
    """
    for both in document.pairs:
        if both.source.kind not in _NOT_WORDS:
            for term, given in _terms_in(plain(both.source.text), document.original, terms):
                if document.language in term.label and not _has(both, term, document):
                    values = {
                        "given": given,
                        "right": term.label[document.language],
                        "source": document.where(both.source),
                    }
                    yield Finding(both.translation, "translation-term", values)


def in_order(terms: Mapping[str, Term]) -> Sequence[Term]:
    """Return the terms of the glossary as `look` needs them: the longest first."""
    return sorted(terms.values(), key=lambda term: -max(len(words) for _, words in term.label.items()))


def _terms_in(text: str, language: str, terms: Sequence[Term]) -> Iterator[tuple[Term, str]]:
    """Yield each term of a text, and the words that stand there."""
    lower = text.lower()
    for term in terms:
        if language not in term.label:
            continue
        for form in _sure(term.label[language]):
            if form.lower() in lower and (found := _pattern(form).search(text)):
                yield term, found[0]
                text = _pattern(form).sub("|", text)
                lower = text.lower()


def _has(both: Both, term: Term, document: SideBySide) -> bool:
    """Whether a translation has a term in any of its right forms, or keeps it as a proper name."""
    words = _folded(plain(both.translation.text))
    forms = [*_forms(term.label[document.language]), *term.allowed.in_language(document.language)]
    if any(all(_stands(word, words) for word in _heads(form)) for form in forms):
        return True
    named = _pattern(_forms(term.label[document.original])[0]).search(both.translation.text)
    return named is not None and not named[0].islower()


@cache
def _forms(label: str) -> tuple[str, ...]:
    """`social economy (SE)`, `Chair / Chairwoman` → each form on its own."""
    found = _LABEL.match(label)
    assert found is not None  # every label has a letter
    return tuple(one for group in found.groups() if group for one in group.split(" / "))


@cache
def _sure(label: str) -> tuple[str, ...]:
    return tuple(one for one in _forms(label) if " " in one or one.isupper())


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(form)}s?(?![\w-])", 0 if form.isupper() else re.IGNORECASE)


@cache
def _heads(form: str) -> tuple[str, ...]:
    """Return the beginnings of the words of a form that carry its meaning, without their endings."""
    words = _WORD.findall(form)
    carrying = [word for word in words if len(word) > 3 or word.isupper()] or words
    return tuple(word[: max(4, len(word) - 3)] for word in _folded(" ".join(carrying)))


def _stands(head: str, words: Sequence[str]) -> bool:
    return any(word.startswith(head) for word in words)


@lru_cache(maxsize=64)
def _folded(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without accents."""
    apart = unicodedata.normalize("NFD", text.lower())
    return tuple(_WORD.findall("".join(one for one in apart if not unicodedata.combining(one))))
