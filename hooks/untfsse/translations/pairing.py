"""Which unit of a translation belongs to which unit of its source, and what that says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from untfsse.translations.ledger import Entry
from untfsse.translations.units import Unit


class State(StrEnum):
    """What is to be said of a unit."""

    FRESH = "fresh"
    """Made from what the source says today."""

    NEW = "new"
    """Written or changed, and not in the ledger yet: taken for right."""

    STALE = "stale"
    """The source has changed since."""

    MISSING = "missing"
    """Only the source has it."""

    ORPHANED = "orphaned"
    """The source no longer has it."""


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

    Blocks that the ledger knows find their source wherever it has moved to. The others are matched by
    their place between those, and by their kind.
    """
    entries = dict(_entries(translation, known))
    found = _by_ledger(source, entries)
    by_place = _by_place(source, translation, found)
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
            orphans.setdefault(last, []).append(Pair(State.ORPHANED, None, unit, entry))
    ordered = [*orphans.get(-1, ())]
    for index, unit in enumerate(source):
        ordered.append(pairs.get(index) or Pair(State.MISSING, unit, None))
        ordered.extend(orphans.get(index, ()))
    return ordered


def pair_named(
    source: Sequence[Unit], translation: Sequence[Unit], known: Mapping[str, Sequence[Entry]]
) -> list[Pair]:
    """Return the texts of a record or the keys of a file, which are matched by their names."""
    there = {unit.name: unit for unit in translation}
    pairs = []
    for unit in source:
        other = there.pop(unit.name, None)
        if other is None:
            pairs.append(Pair(State.MISSING, unit, None))
            continue
        entries = known.get(other.fingerprint, ())
        right = next((one for one in entries if one.source == unit.fingerprint), None)
        if right is not None:
            pairs.append(Pair(State.FRESH, unit, other, right))
        else:
            pairs.append(Pair(State.STALE if entries else State.NEW, unit, other, next(iter(entries), None)))
    return [*pairs, *(Pair(State.ORPHANED, None, unit) for unit in there.values())]


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


def _by_ledger(source: Sequence[Unit], entries: Mapping[int, Entry]) -> dict[int, int]:
    """Place in the translation → place in the source, of blocks whose source is still there."""
    places: dict[str, list[int]] = {}
    for index, unit in enumerate(source):
        places.setdefault(unit.fingerprint, []).append(index)
    found = {}
    for index, entry in entries.items():
        if free := places.get(entry.source):
            found[index] = free.pop(0)
    return found


def _by_place(
    source: Sequence[Unit], translation: Sequence[Unit], found: Mapping[int, int]
) -> dict[int, int]:
    """The same for the blocks between those, stretch by stretch, by their kinds."""
    taken = set(found.values())
    matched: dict[int, int] = {}
    before, stretch = -1, list[int]()
    for index in range(len(translation) + 1):
        if index < len(translation) and index not in found:
            stretch.append(index)
            continue
        if stretch:
            free = _free_after(before, len(source), taken)
            matched.update(_by_kind(source, translation, stretch, free))
        before, stretch = found.get(index, before), []
    return matched


def _free_after(before: int, length: int, taken: set[int]) -> list[int]:
    """The places of the source that follow `before` and are not taken, up to the next that is."""
    free = []
    for index in range(before + 1, length):
        if index in taken:
            break
        free.append(index)
    return free


def _by_kind(
    source: Sequence[Unit], translation: Sequence[Unit], stretch: list[int], free: list[int]
) -> Iterator[tuple[int, int]]:
    """Match two stretches whose kinds follow each other alike."""
    kinds = [source[index].kind for index in free], [translation[index].kind for index in stretch]
    for tag, first, last, start, end in SequenceMatcher(None, *kinds, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and last - first == end - start):
            yield from zip(stretch[start:end], free[first:last], strict=True)
