"""A translation beside its source, as the checks look at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from untfsse.translations.ledger import Ledger
from untfsse.translations.pairing import Pair, State
from untfsse.translations.standing import Standing
from untfsse.translations.units import Unit


class Both(NamedTuple):
    """A unit of the source and its translation."""

    source: Unit
    translation: Unit


class Finding(NamedTuple):
    """What a check has found: in which unit of the translation, and which message tells it."""

    unit: Unit
    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class SideBySide:
    """One document in two languages, without what `status` tells already.

    Where only the source has changed since, nothing can be said of the translation.
    """

    name: str
    """Of the document: `page:about/index`, `events/<id>` …"""

    original: str
    """Language of the source."""

    language: str
    pairs: Sequence[Both]
    """Units whose translation was made from today's source."""

    lost: Sequence[tuple[Unit, Unit]]
    """Units of the source whose translation is not there (any more), and the unit before it that is."""

    added: Sequence[Unit]
    """Units of the translation that the source never had, unless that is known to be meant."""

    differs: frozenset[str]
    """Checks whose differences are meant."""

    def where(self, source: Unit) -> str:
        """Return how messages name the place of a unit of the source: file and line, or key, or field."""
        if source.kind == "field":
            return f"{source.name}.{self.original}"
        return f"{source.file}:{source.line}" if source.line else source.file


def side_by_side(one: Standing, ledger: Ledger, differs: Iterable[str] = ()) -> SideBySide:
    """Return a document as the checks look at it; `differs` are the checks whose differences are meant."""
    known = ledger.entries.get(one.document.key, [])
    sources = {entry.source for entry in known}
    pairs = [
        Both(pair.source, pair.translation)
        for pair in one.pairs
        if pair.source and pair.translation and pair.state in (State.FRESH, State.NEW)
    ]
    lost = [
        (unit, before) for unit, before in _missing(one.pairs) if not known or unit.fingerprint in sources
    ]
    added = [
        pair.translation for pair in one.pairs if pair.state is State.ADDED and pair.translation is not None
    ]
    document = one.document
    return SideBySide(
        document.name, document.language, ledger.language, pairs, lost, added, frozenset(differs)
    )


def _missing(pairs: Sequence[Pair]) -> Iterator[tuple[Unit, Unit]]:
    """Yield each unit without a translation, and the translation before it; nothing of a missing file."""
    before = next((pair.translation for pair in pairs if pair.translation), None)
    for pair in pairs:
        if pair.translation is not None:
            before = pair.translation
        elif pair.source is not None and before is not None:
            yield pair.source, before
