"""How the translations of one language stand: every unit of every document beside its source."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from untfsse.checking import Checked
from untfsse.translations.documents import Document, documents
from untfsse.translations.former import Former
from untfsse.translations.ledger import ALONE, Entry, Ledger, Origin
from untfsse.translations.pairing import Pair, State, pair_blocks, pair_named

TO_DO = (State.STALE, State.MISSING, State.ORPHANED)
"""What a translator has to look at, and a reader is told of."""

ACCEPTED = (State.STALE, State.ADDED)
"""What a translator may take for right as it is."""


@dataclass(frozen=True)
class Standing:
    """One document."""

    document: Document
    pairs: tuple[Pair, ...]

    @cached_property
    def numbers(self) -> Counter[State]:
        """How many units are in each state."""
        return Counter(pair.state for pair in self.pairs)

    @cached_property
    def to_do(self) -> list[Pair]:
        """What a translator has to look at."""
        return [pair for pair in self.pairs if pair.state in (*TO_DO, State.ADDED)]

    @cached_property
    def words(self) -> int:
        """Words of the source that are to be translated, or looked at again."""
        return sum(pair.source.words for pair in self.to_do if pair.source)

    @cached_property
    def words_in_all(self) -> int:
        """Words of the source."""
        return sum(unit.words for unit in self.document.source)

    @property
    def is_missing(self) -> bool:
        """Whether nothing at all of it is translated."""
        return bool(self.document.source) and not self.document.translation

    def recorded(self, origin: Origin = "person", *, accept: bool = False) -> Iterator[Entry]:
        """Yield what the ledger should hold of it from now on.

        What is new is taken for a translation of today's source. What is stale stays so, unless it is
        accepted as right for today's source, and what only the translation has, unless it is accepted as
        meant. What is orphaned is not forgotten as long as it is there: it must not be taken for the
        translation of something else.
        """
        for pair in self.pairs:
            new = pair.state is State.NEW or (accept and pair.state in ACCEPTED)
            if new and pair.translation is not None:
                source = pair.source.fingerprint if pair.source is not None else ALONE
                yield self.named(Entry(source, pair.translation.fingerprint, origin), pair)
            elif pair.entry is not None:
                yield self.named(pair.entry, pair)

    def named(self, entry: Entry, pair: Pair) -> Entry:
        """Return an entry with the name of its unit, if it is no block of a page."""
        unit = pair.translation or pair.source
        return entry if self.document.is_page or unit is None else replace(entry, name=unit.field)


def standings(checked: Checked, ledger: Ledger) -> list[Standing]:
    """Return every document as it stands in the language of the ledger."""
    there = list(documents(checked, ledger.language))
    former = Former(ledger, {document.key for document in there})
    found = []
    for document in there:
        pair = pair_blocks if document.is_page else pair_named
        known = former.known(document, ledger.of(document.key))
        found.append(Standing(document, tuple(pair(document.source, document.translation, known))))
    return found


def rooted(root: Path, paths: Iterable[str]) -> list[Path]:
    """Return paths as they are from the root of the project, full ones too."""
    return [Path(os.path.relpath(root / path, root)) for path in paths]


def under(root: Path, paths: Iterable[str], found: Iterable[Standing]) -> Iterator[Standing]:
    """Yield the documents whose source or translation is one of `paths`, or below one."""
    there = rooted(root, paths)
    for one in found:
        files = Path(one.document.file), Path(one.document.source_file)
        if any(file.is_relative_to(path) for file in files for path in there):
            yield one


def record(ledger: Ledger, found: Iterable[Standing], origin: Origin = "person") -> None:
    """Put into the ledger what was translated since; forget what is no longer there."""
    left = set(ledger.entries)
    for one in found:
        ledger.put(one.document.key, one.recorded(origin))
        left.discard(one.document.key)
    for key in left:
        ledger.put(key, ())


def add_new(ledger: Ledger, found: Iterable[Standing]) -> None:
    """Put into the ledger only what it does not know yet: `found` may be of a day that is past."""
    for one in found:
        before = ledger.entries.get(one.document.key, [])
        known = {(entry.name, entry.translation) for entry in before}
        new = [entry for entry in one.recorded() if (entry.name, entry.translation) not in known]
        ledger.put(one.document.key, [*before, *new])
