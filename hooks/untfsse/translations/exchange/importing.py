"""Writes what has come back into the files, so that they stay free of mistakes, and into the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from untfsse.checking import Checked, read_all
from untfsse.macro_calls import Known
from untfsse.page_calls import check_calls
from untfsse.problems import Problem
from untfsse.prose import Prose
from untfsse.translations.exchange.incoming import Edit, Refusal, Sorted, refused
from untfsse.translations.exchange.places import lines_of
from untfsse.translations.exchange.writing import bytes_of, restore, write
from untfsse.translations.ledger import Entry, Ledger, Origin, save
from untfsse.translations.standing import Standing, standings
from untfsse.translations.units import fingerprint
from untfsse.word_checks import check_words


@dataclass
class Done:
    """What came of it."""

    taken: list[Edit] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """What `untfsse check` says of the files that were written."""


def bring_in(root: Path, before_: Checked, language: str, sorted_: Sorted) -> tuple[Done, Checked]:
    """Write every edit that leaves the files free of mistakes.

    `before_` are the files as they are. Return what came of it, and the files as they are now.
    """
    done = Done(refusals=list(sorted_.refusals))
    by_file: dict[str, list[Edit]] = {}
    for edit in sorted_.edits:
        if fault := _call_fault(edit, before_, language):
            done.refusals.append(refused(edit, fault.told()))
        else:
            by_file.setdefault(edit.standing.document.file, []).append(edit)
    before = {file: bytes_of(root / file) for file in by_file}
    try:
        return _brought_in(root, language, by_file, before, done)
    except BaseException:  # half of it must not stay, also when someone ends it
        for file, old in before.items():
            restore(root / file, old)
        raise


def _brought_in(
    root: Path,
    language: str,
    by_file: Mapping[str, Sequence[Edit]],
    before: Mapping[str, bytes | None],
    done: Done,
) -> tuple[Done, Checked]:
    """Write file by file; take back what causes a mistake until there is none."""
    written: dict[str, list[Edit]] = {}
    for file, edits in by_file.items():
        written[file] = write(root, language, edits, before[file], done.refusals)
    checked = read_all(root)
    while checked.problems and any(written.values()):
        for file, bad in _faulty(root, language, written, checked.problems, done).items():
            left = [edit for edit in written[file] if edit not in bad]
            restore(root / file, before[file])
            written[file] = write(root, language, left, before[file], done.refusals) if left else []
        checked = read_all(root)
    done.taken = [edit for edits in written.values() for edit in edits]
    files = {file for file, edits in written.items() if edits}
    done.problems = [*checked.problems, *(one for one in check_words(checked) if one.file in files)]
    return done, checked


def account(
    root: Path,
    checked: Checked,
    ledger: Ledger,
    taken: Iterable[Edit],
    origin: Origin,
    reviewed: tuple[date, str] | None,
) -> None:
    """Note in the ledger that translations were made from today's source, and save it."""
    by_key: dict[str, tuple[Standing, dict[int, Edit]]] = {}
    for edit in taken:
        by_key.setdefault(edit.standing.document.key, (edit.standing, {}))[1][edit.at] = edit
    day, reviewer = reviewed or (None, "")
    for key, (standing, edits) in by_key.items():
        entries = []
        for at, pair in enumerate(standing.pairs):
            if at in edits and pair.source is not None:
                made = fingerprint(edits[at].text)
                entry = Entry(pair.source.fingerprint, made, origin, day, reviewer)
                entries.append(standing.named(entry, pair))
            elif pair.entry is not None:
                entries.append(standing.named(pair.entry, pair))
        ledger.put(key, entries)
    for one in standings(checked, ledger):  # in the order of today, with what nobody has noted yet
        if one.document.key in by_key:
            ledger.put(one.document.key, one.recorded())
    if by_key:
        save(root, ledger)


def _call_fault(edit: Edit, checked: Checked, language: str) -> Problem | None:
    """What is wrong with the macro calls of a block; one that is not closed is told of another line."""
    unit = edit.pair.source
    if unit is None or not edit.standing.document.is_page or "{" not in edit.text:
        return None
    store = checked.store
    alone = Prose(edit.standing.document.file, "", language, None, edit.text)
    known = Known(store.all_ids, store.vocabulary, store.drafts)
    return next((one._replace(line=0) for one in check_calls(alone, known)), None)


def _faulty(
    root: Path, language: str, written: Mapping[str, Sequence[Edit]], problems: Sequence[Problem], done: Done
) -> dict[str, list[Edit]]:
    """Return the edits that caused problems: those at the line of one, else all of its file, else all."""
    bad: dict[str, list[Edit]] = {}
    for problem in problems:
        edits = written.get(problem.file, [])
        if not edits:
            continue
        spans = lines_of(root, language, edits)
        here = [edit for edit in edits if spans[edit.at][0] <= problem.line <= spans[edit.at][1]]
        for edit in here or edits:
            if edit not in bad.setdefault(problem.file, []):
                bad[problem.file].append(edit)
                done.refusals.append(refused(edit, problem.told()))
    if not bad:
        for file, edits in written.items():
            if edits:
                bad[file] = list(edits)
                done.refusals.extend(refused(edit, problems[0].told()) for edit in edits)
    return bad
