"""What stays as it is: `code`, the marks of notes, words in {braces}."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from untfsse.locales import LANGUAGES
from untfsse.translations.checks.belonging import Found, Lack, compare
from untfsse.translations.checks.side_by_side import Finding, SideBySide
from untfsse.translations.units import Unit

_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_KEPT = re.compile(r"`[^`\n]+`|\[\^[^\]]+\]|\{[^{}\s]+\}")


def look(document: SideBySide) -> Iterator[Finding]:
    """Yield each that the translation lacks; where it has others instead, these are told.

    A translation may show more code than its source. Every build looks at the braces of interface words.
    """
    for one in compare(document, _kept, lost=False):
        if isinstance(one, Lack):
            values = {"given": one.written, "source": document.where(one.source)}
            yield Finding(one.translation, "translation-placeholder-missing", values)
        elif one.meant or not one.written.startswith("`"):
            values = {"given": one.written, "near": one.meant, "source": document.where(one.source)}
            yield Finding(one.translation, "translation-placeholder-added", values)


def _kept(unit: Unit) -> Found:
    if unit.kind in ("call", "code", "key"):
        return {}
    kept = _KEPT.findall(_CALL.sub("", unit.text))
    language = _code(tuple(LANGUAGES))
    return {language.sub(_apart, one) if one.startswith("`") else one: one for one in kept}


@cache
def _code(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Match the code of a language in code: `docs/fr/index.md`, `en:`."""
    return re.compile(rf"(?<![a-z])(?:{'|'.join(codes)})(?:/|(?![a-z]))")


def _apart(found: re.Match[str]) -> str:
    """Leave out the folder of a language: pages in English are at addresses without."""
    return "" if found[0].endswith("/") else "-"
