"""The account of what was translated from what, kept on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from untfsse.checking import Checked
from untfsse.clock import today
from untfsse.names import language_name
from untfsse.translations import ledger, next_steps
from untfsse.translations.next_steps import tell
from untfsse.translations.pairing import State
from untfsse.translations.replaying import replay
from untfsse.translations.report import placed
from untfsse.translations.standing import ACCEPTED, Standing, standings, under
from untfsse.translations.standing import record as put_down
from untfsse.translations.units import shown


def accept(
    given: argparse.Namespace,
    books: dict[str, ledger.Ledger],
    found: dict[str, list[Standing]],
    checked: Checked,
) -> int:
    """Take translations for right for the source of today."""
    accepted, recorded, where = 0, 0, []
    wanted = {language: list(under(given.root, given.paths, some)) for language, some in found.items()}
    for language, some in wanted.items():
        for one in some:
            key = one.document.key
            right, new = sum(one.numbers[state] for state in ACCEPTED), one.numbers[State.NEW]
            accepted, recorded = accepted + right, recorded + new
            if given.reviewed_by or right or new:
                where.append(language)
            entries = list(one.recorded("machine" if given.machine else "person", accept=True))
            books[language].put(key, entries)
            if given.reviewed_by:
                books[language].reviewed(
                    key, [entry.translation for entry in entries], today(), given.reviewed_by
                )
            tell(_accepted(given.root, one, language))
        ledger.save(given.root, books[language])
    print(f"{accepted} accepted" + (f", {recorded} new or changed recorded" if recorded else ""))
    if where:
        tell(next_steps.after_accept(where, given.paths))
    return 0


def _accepted(root: Path, one: Standing, language: str) -> Iterator[str]:
    """Yield what was taken for right, and what could not be."""
    if one.is_missing:
        yield next_steps.not_translated(one)
        return
    for place, pair in placed(root, one, one.to_do, language):
        unit = pair.source or pair.translation
        assert unit is not None
        said = "accepted" if pair.state in ACCEPTED else f"still {pair.state.said}"
        yield f"{place}: {said}: {shown(unit.text)}"


def record(
    given: argparse.Namespace,
    books: dict[str, ledger.Ledger],
    found: dict[str, list[Standing]],
    checked: Checked,
) -> int:
    """Keep account of what was translated since, commit by commit."""
    before = {language: set(book) for language, book in books.items()}
    replay(given.root, books)
    for language, book in books.items():
        put_down(book, standings(checked, book))
        ledger.save(given.root, book)
        number = len(set(book) - before[language])
        print(f"{language_name(language, 'en')}: {number} recorded")
    return 0
