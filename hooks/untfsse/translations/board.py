"""How the translations of a site stand: found once in a build, asked by every page of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from untfsse.checking import Checked
from untfsse.locales import TRANSLATED
from untfsse.records import KINDS
from untfsse.translations.documents import SHOWN_ON, Document
from untfsse.translations.history import Days, days_of
from untfsse.translations.ledger import load
from untfsse.translations.order import by_priority
from untfsse.translations.pairing import Pair, State
from untfsse.translations.standing import Standing, standings


class Board:
    """Every document beside its translations."""

    def __init__(self, root: Path, checked: Checked, today: date) -> None:
        """Read the ledgers; without one, all that is translated is right. Raise ProblemsFound."""
        self._root = root
        self._checked = checked
        self._today = today
        self._books = {language: load(root, language) for language in TRANSLATED}

    @cached_property
    def found(self) -> Mapping[str, list[Standing]]:
        """Language → every document, what should be translated first comes first."""
        return {
            language: by_priority(standings(self._checked, book), self._checked, self._today)
            for language, book in self._books.items()
        }

    def behind(self, name: str, language: str) -> tuple[Pair, ...]:
        """Return the units of a document in which readers of `language` do not get what the source says."""
        return self._behind.get(language, {}).get(name, ())

    @cached_property
    def _behind(self) -> Mapping[str, Mapping[str, tuple[Pair, ...]]]:
        return {
            language: {
                one.document.name: pairs
                for one in some
                if has_page(one.document) and (pairs := tuple(_behind(one)))
            }
            for language, some in self.found.items()
        }

    @cached_property
    def _days(self) -> Days:
        """When the sources changed, of everything that pages may have to tell."""
        wanted = {
            one.document.source_file
            for language, some in self.found.items()
            for one in some
            if one.document.name in self._behind[language]
        }
        return days_of(self._root, wanted)

    def since(self, file: str, pair: Pair) -> date | None:
        """Return the day since which the source in `file` is no longer as the translation has it.

        None where the history does not know it.
        """
        if pair.state is State.MISSING:
            return self._days.came(file, pair.source.fingerprint) if pair.source else None
        return self._days.left(file, pair.entry.source) if pair.entry else None


def has_page(document: Document) -> bool:
    """Whether a document has a page of its own, or a part of one, or a page that shows all of it."""
    return document.is_page or document.name.partition("/")[0] in KINDS or document.name in SHOWN_ON


def _behind(one: Standing) -> Iterable[Pair]:
    """Yield what a page should tell.

    That a page lacks a part of its source, or has one more, tells something only where the ledger knows
    the page; a text that a record lacks is shown in another language, which is told there.
    """
    is_known = not one.is_missing and any(pair.entry for pair in one.pairs)
    for pair in one.pairs:
        is_missing = pair.state is State.MISSING and one.document.is_page
        is_left_over = pair.state is State.ORPHANED and pair.entry is not None
        if is_known and (pair.state is State.STALE or is_missing or is_left_over):
            yield pair
