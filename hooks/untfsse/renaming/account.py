"""The account of the translations goes along with a new name: nothing becomes stale by it."""

from __future__ import annotations

from dataclasses import replace

from untfsse.checking import Checked
from untfsse.renaming.move import Move
from untfsse.translations.documents import Document, documents
from untfsse.translations.ledger import ALONE, Ledger
from untfsse.translations.units import Unit


def moved(ledger: Ledger, before: Checked, after: Checked, move: Move) -> Ledger:
    """Return a ledger for the files as they are called after; addresses in texts have changed with them."""
    now = {document.name: document for document in documents(after, ledger.language)}
    result = Ledger(ledger.language, dict(ledger.entries))
    for document in documents(before, ledger.language):
        other = now[_renamed(document.name, move)]
        entries = result.entries.pop(document.key, [])
        sources, translations = _marks(document, other)
        kept = [
            replace(
                one,
                source=one.source if one.source == ALONE else sources.get(one.source, one.source),
                translation=translations.get(one.translation, one.translation),
            )
            for one in entries
        ]
        result.put(other.key, [*result.entries.get(other.key, ()), *kept])
    return result


def _renamed(name: str, move: Move) -> str:
    prefix = "page:" if name.startswith("page:") else ""
    return prefix + move.renamed(name.removeprefix(prefix))


def _marks(one: Document, other: Document) -> tuple[dict[str, str], dict[str, str]]:
    """Fingerprint before → after, of the sources and of the translations."""
    return _pairs(one.source, other.source), _pairs(one.translation, other.translation)


def _pairs(some: tuple[Unit, ...], others: tuple[Unit, ...]) -> dict[str, str]:
    pairs = zip(some, others, strict=True)
    return {one.fingerprint: other.fingerprint for one, other in pairs}
