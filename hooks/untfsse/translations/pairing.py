"""Which unit of a translation belongs to which unit of its source, and what that says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import product, takewhile
from typing import NamedTuple

from untfsse.strings import MORE_FORMS
from untfsse.translations.ledger import ALONE, Entry
from untfsse.translations.units import Unit

_FAMILY = {
    **dict.fromkeys(("paragraph", "item", "quote", "term", "title"), "words"),
    **dict.fromkeys((f"heading{level}" for level in range(1, 7)), "heading"),
}
"""Kinds that become each other when a page is edited."""


class State(StrEnum):
    """What is to be said of a unit."""

    FRESH = "fresh"
    """Made from what the source says today; or only the translation has it, and that is meant."""

    NEW = "new"
    """Written or changed, and not in the ledger yet: taken for right."""

    STALE = "stale"
    """The source has changed since."""

    MISSING = "missing"
    """Only the source has it."""

    ORPHANED = "orphaned"
    """The source no longer has it."""

    ADDED = "added"
    """Only the translation has it, and the ledger knows of no source."""

    @property
    def said(self) -> str:
        """How lines for people call it."""
        return "only in the translation" if self is State.ADDED else self.value


class Pair(NamedTuple):
    """A unit of the source beside one of the translation."""

    state: State
    source: Unit | None
    translation: Unit | None
    entry: Entry | None = None
    """What the ledger knows of the translation."""


def pair_blocks(
    source: Sequence[Unit], translation: Sequence[Unit], known: Mapping[str, Sequence[Entry]]
) -> list[Pair]:
    """Return the blocks of a page in the order of the source; what is orphaned stands where it stands.

    Blocks that the ledger knows find their source wherever it has moved to. The others are matched by their
    place between those, by their kind, and by what the ledger knows of one of the two.
    """
    entries = dict(_entries(translation, known))
    found = _by_ledger(source, translation, known, entries)
    translated = {entry.source for some in known.values() for entry in some}
    alone = {
        index: entry
        for index in entries.keys() - found.keys()
        if (entry := _meant(known[translation[index].fingerprint])) is not None
    }

    def weight(index: int, place: int) -> int:
        """How well a block goes with one of the source: best if one of the two is as the ledger knows it."""
        if index in alone:
            return 0
        known_here, known_there = index in entries, source[place].fingerprint in translated
        if known_here and known_there:
            return 0  # each has lost another partner
        return _likeness(translation[index], source[place]) * (2 if known_here or known_there else 1)

    by_place = _by_place(source, translation, found, weight)
    pairs: dict[int, Pair] = {}
    orphans: dict[int, list[Pair]] = {}
    last = -1
    for index, unit in enumerate(translation):
        entry = entries.get(index)
        if index in found:
            last = found[index]
            pairs[last] = Pair(State.FRESH, source[last], unit, entry)
        elif index in by_place:
            last = by_place[index]
            pairs[last] = Pair(State.STALE if entry else State.NEW, source[last], unit, entry)
        else:
            orphans.setdefault(last, []).append(_without_source(unit, alone.get(index, entry)))
    ordered = [*orphans.get(-1, ())]
    for index, unit in enumerate(source):
        ordered.append(pairs.get(index) or Pair(State.MISSING, unit, None))
        ordered.extend(orphans.get(index, ()))
    return ordered


def pair_named(
    source: Sequence[Unit], translation: Sequence[Unit], known: Mapping[str, Sequence[Entry]]
) -> list[Pair]:
    """Return the texts of a record or the keys of a file, which are matched by their names.

    Two keys may have the same words in one language and not in the other: of what the ledger knows, only that
    of the same name counts, or of a name that is no longer there. A form of a count that the source does not
    have is made from its `.other`.
    """
    there = {unit.name: unit for unit in translation}
    names = frozenset(unit.field for unit in translation)
    pairs = []
    for unit in (*source, *_more_forms(source, there)):
        other = there.pop(unit.name, None)
        if other is None:
            pairs.append(Pair(State.MISSING, unit, None))
            continue
        entries = [
            one for one in known.get(other.fingerprint, ()) if one.name == unit.field or one.name not in names
        ]
        right = next((one for one in entries if one.source == unit.fingerprint), None)
        if right is not None:
            pairs.append(Pair(State.FRESH, unit, other, right))
        else:
            pairs.append(Pair(State.STALE if entries else State.NEW, unit, other, next(iter(entries), None)))
    for unit in there.values():
        entries = list(known.get(unit.fingerprint, ()))
        pairs.append(_without_source(unit, _meant(entries) or next(iter(entries), None)))
    return pairs


def _more_forms(source: Iterable[Unit], translation: Iterable[str]) -> Iterator[Unit]:
    """Yield the source of each form of a count that only the translation has: `results.few`."""
    others = {unit.name: unit for unit in source if unit.kind == "key"}
    for name in translation:
        stem, _, form = name.rpartition(".")
        other = others.get(f"{stem}.other")
        if f".{form}" in MORE_FORMS and other is not None and name not in others:
            yield replace(other, name=name)


def _without_source(unit: Unit, entry: Entry | None) -> Pair:
    if entry is None:
        return Pair(State.ADDED, None, unit)
    return Pair(State.FRESH if entry.source == ALONE else State.ORPHANED, None, unit, entry)


def _meant(entries: Iterable[Entry]) -> Entry | None:
    """Return the entry that says that a unit stands without a source; None if there is none."""
    return next((entry for entry in entries if entry.source == ALONE), None)


def _entries(
    translation: Sequence[Unit], known: Mapping[str, Sequence[Entry]]
) -> Iterator[tuple[int, Entry]]:
    """Yield each block that the ledger knows; of the same words twice, the second has the second entry."""
    seen: dict[str, int] = {}
    for index, unit in enumerate(translation):
        if entries := known.get(unit.fingerprint):
            number = seen.get(unit.fingerprint, 0)
            seen[unit.fingerprint] = number + 1
            yield index, entries[min(number, len(entries) - 1)]


def _by_ledger(
    source: Sequence[Unit],
    translation: Sequence[Unit],
    known: Mapping[str, Sequence[Entry]],
    entries: dict[int, Entry],
) -> dict[int, int]:
    """Place in the translation → place in the source, of blocks whose source is still there."""
    places: dict[str, list[int]] = {}
    for index, unit in enumerate(source):
        places.setdefault(unit.fingerprint, []).append(index)
    found = {}
    for index, entry in entries.items():
        if free := places.get(entry.source):
            found[index] = free.pop(0)
    for index in sorted(entries.keys() - found.keys()):  # after a merge, the ledger may know of two sources
        for entry in known[translation[index].fingerprint]:
            if free := places.get(entry.source):
                found[index] = free.pop(0)
                entries[index] = entry
                break
    return found


def _by_place(
    source: Sequence[Unit],
    translation: Sequence[Unit],
    found: Mapping[int, int],
    weight: Callable[[int, int], int],
) -> dict[int, int]:
    """The same for the blocks between those, stretch by stretch: after the one before, or before the next."""
    matched: dict[int, int] = {}
    taken = set(found.values())
    before, stretch = -1, list[int]()
    for index in range(len(translation) + 1):
        if index < len(translation) and index not in found:
            stretch.append(index)
            continue
        behind = found.get(index, len(source))
        for places in range(before + 1, len(source)), range(behind - 1, -1, -1):
            free = sorted(takewhile(lambda place: place not in taken, places))
            pairs = dict(_aligned([one for one in stretch if one not in matched], free, weight))
            matched.update(pairs)
            taken.update(pairs.values())
        before, stretch = behind, []
    return matched


def _aligned(
    stretch: Sequence[int], free: Sequence[int], weight: Callable[[int, int], int]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of two stretches, in the order of both, that weigh most together; else the first."""
    weights = [[weight(one, other) for other in free] for one in stretch]
    best = [[0] * (len(free) + 1) for _ in range(len(stretch) + 1)]
    for i, j in product(reversed(range(len(stretch))), reversed(range(len(free)))):
        paired = weights[i][j] and weights[i][j] + best[i + 1][j + 1]
        best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(stretch) and j < len(free):
        if weights[i][j] and best[i][j] == weights[i][j] + best[i + 1][j + 1]:
            yield stretch[i], free[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _likeness(one: Unit, other: Unit) -> int:
    """How well two blocks go together by their kinds: 2 for the same, 1 for kinds of a family, 0 if not."""
    if one.kind == other.kind:
        return 2
    return int(_FAMILY.get(one.kind, one.kind) == _FAMILY.get(other.kind, other.kind))
