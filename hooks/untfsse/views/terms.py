"""The terms of the glossary as translators need them: every language beside the others, and what to avoid."""

from __future__ import annotations

from typing import NamedTuple

from untfsse.locales import LANGUAGES
from untfsse.names import language_name
from untfsse.selection import sort_key
from untfsse.views.reader import Reader


class Cell(NamedTuple):
    """A term in one language."""

    language: str
    label: str
    """Empty where the language has none yet."""

    also: tuple[str, ...]
    """Forms that may stand instead."""

    avoid: tuple[str, ...]
    """Forms that must not."""


def languages(reader: Reader) -> list[tuple[str, str]]:
    """Return code and name of each language of the site, the reader's first."""
    codes = sorted(LANGUAGES, key=lambda code: code != reader.language)
    return [(code, _capital(language_name(code, reader.language))) for code in codes]


def rows(reader: Reader) -> list[list[Cell]]:
    """Return the terms in the order of the reader's alphabet, each in the order of `languages`."""
    codes = [code for code, _ in languages(reader)]
    found = [
        [
            Cell(
                code,
                dict(term.label.items()).get(code, ""),
                term.allowed.in_language(code),
                term.avoid.in_language(code),
            )
            for code in codes
        ]
        for term in reader.vocabulary["glossary"].values()
    ]
    return sorted(
        found, key=lambda row: sort_key(row[0].label or next(cell.label for cell in row if cell.label))
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
