"""The glossary: every term in every language, by domain."""

from __future__ import annotations

from typing import NamedTuple

from untfsse.locales import LANGUAGES
from untfsse.names import own_name
from untfsse.selection import sort_key
from untfsse.views.base import Said
from untfsse.views.reader import Reader

DOMAINS = ("concept", "organisation", "structure", "document", "event")


class Entry(NamedTuple):
    """One term."""

    id: str
    here: Said
    description: Said | None
    others: tuple[tuple[str, str, str], ...]
    """Code, own name and words of each other language."""


def make(reader: Reader) -> list[tuple[str, list[Entry]]]:
    """Return the terms of each domain, in the order of the language's alphabet."""
    terms = reader.vocabulary["glossary"]
    found = []
    for domain in DOMAINS:
        entries = [
            Entry(
                id_,
                reader.term_said(terms, id_),
                reader.say(term.description),
                tuple(
                    (code, own_name(code), term.label[code])
                    for code in LANGUAGES
                    if code != reader.language and code in term.label
                ),
            )
            for id_, term in terms.items()
            if term.domain == domain
        ]
        entries.sort(key=lambda entry: sort_key(entry.here.plain))
        if entries:
            found.append((domain, entries))
    return found
