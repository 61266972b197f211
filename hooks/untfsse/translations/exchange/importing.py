"""Writes what has come back into the files, so that they stay free of mistakes, and into the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from untfsse.checking import Checked, read_all
from untfsse.problems import Problem
from untfsse.translations.exchange import page
from untfsse.translations.exchange.fields import WIDTH, Fields, Steps, steps
from untfsse.translations.exchange.incoming import Edit, Refusal, Sorted, refused
from untfsse.translations.exchange.items import Unfit
from untfsse.translations.exchange.places import lines_of
from untfsse.translations.ledger import Entry, Ledger, Origin, save
from untfsse.translations.standing import Standing, standings
from untfsse.translations.units import fingerprint
from untfsse.word_checks import check_words
from untfsse.yaml_source import decode, parse

_MOST = 256 * 1024
_LEAST_WIDTH = 100


@dataclass
class Done:
    """What came of it."""

    taken: list[Edit] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """What `untfsse check` says of the files that were written."""


def bring_in(root: Path, language: str, sorted_: Sorted) -> tuple[Done, Checked]:
    """Write every edit that leaves the files free of mistakes; return what came of it, and the files read again."""
    done = Done(refusals=list(sorted_.refusals))
    by_file: dict[str, list[Edit]] = {}
    for edit in sorted_.edits:
        by_file.setdefault(edit.standing.document.file, []).append(edit)
    before = {file: _bytes(root / file) for file in by_file}
    written: dict[str, list[Edit]] = {}
    for file, edits in by_file.items():
        written[file] = _write(root, language, edits, before[file], done)
    checked = read_all(root)
    while checked.problems:
        for file, bad in _faulty(root, language, written, checked.problems, done).items():
            left = [edit for edit in written[file] if edit not in bad]
            _restore(root / file, before[file])
            written[file] = _write(root, language, left, before[file], done) if left else []
        checked = read_all(root)
        if not any(written.values()):
            break
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
                entries.append(Entry(pair.source.fingerprint, made, origin, day, reviewer))
            elif pair.entry is not None:
                entries.append(pair.entry)
        ledger.put(key, entries)
    for one in standings(checked, ledger):  # in the order of today, with what nobody has noted yet
        if one.document.key in by_key:
            ledger.put(one.document.key, one.recorded())
    if by_key:
        save(root, ledger)


def _write(root: Path, language: str, edits: Sequence[Edit], old: bytes | None, done: Done) -> list[Edit]:
    """Write the edits of one file; return those that could be written, and note the others as refused."""
    document = edits[0].standing.document
    text = decode(old, _MOST) if old is not None else None
    if document.is_page:
        source = decode((root / document.source_file).read_bytes(), _MOST)
        pairs = edits[0].standing.pairs

        def attempt(some: Sequence[Edit]) -> str:
            texts = {edit.at: edit.text for edit in some}
            if text is None:
                return page.created(source, pairs, texts)
            return page.changed(text, source, pairs, texts)

    else:
        held = Fields(text or "")

        def attempt(some: Sequence[Edit]) -> str:
            texts = {steps(document, edit.name, language): edit.text for edit in some}
            return _checked_fields(held, texts, document.name == "strings")

    new, good = _sift(edits, attempt, done, whole=text is None)
    if new is not None and good:
        _save(root / document.file, new, old)
    return good


def _sift(
    edits: Sequence[Edit], attempt: Callable[[Sequence[Edit]], str], done: Done, whole: bool
) -> tuple[str | None, list[Edit]]:
    """Return the text with all edits that are fit; those that are not are refused one by one."""
    try:
        return attempt(edits), list(edits)
    except Unfit as unfit:
        if whole:
            done.refusals.extend(refused(edit, str(unfit)) for edit in edits)
            return None, []
    good = []
    for edit in edits:
        try:
            attempt([edit])
            good.append(edit)
        except Unfit as unfit:
            done.refusals.append(refused(edit, str(unfit)))
    try:
        return (attempt(good), good) if good else (None, [])
    except Unfit as unfit:
        done.refusals.extend(refused(edit, str(unfit)) for edit in good)
        return None, []


def _checked_fields(held: Fields, texts: Mapping[Steps, str], flat: bool) -> str:
    """Put texts into a YAML file, and make sure that nothing else in it has changed."""
    longest = max((len(line) for line in held.text.split("\n") if "://" not in line), default=0)
    new = held.put(texts, 0 if flat else min(WIDTH, max(_LEAST_WIDTH, longest)))
    old_leaves, new_leaves = dict(_leaves(parse(held.text))), dict(_leaves(parse(new)))
    differing = [way for way in {*old_leaves, *new_leaves} if old_leaves.get(way) != new_leaves.get(way)]
    now = Fields(new)
    if len(differing) != len(texts) or any(now.words(way) != text for way, text in texts.items()):
        raise Unfit("the file would not be read as it is meant")
    return new


def _leaves(held: object, way: Steps = ()) -> Iterable[tuple[Steps, str]]:
    if isinstance(held, dict):
        for key, value in held.items():
            yield from _leaves(value, (*way, key))
    elif isinstance(held, list):
        for place, value in enumerate(held):
            yield from _leaves(value, (*way, place))
    else:
        yield way, str(held).strip()


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


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _restore(file: Path, old: bytes | None) -> None:
    if old is None:
        file.unlink(missing_ok=True)
    else:
        file.write_bytes(old)


def _save(file: Path, text: str, old: bytes | None) -> None:
    """Write a file with the line ends and the first mark (BOM) it had."""
    raw = text.encode()
    if old is not None and b"\r\n" in old:
        raw = raw.replace(b"\n", b"\r\n")
    if old is not None and old.startswith(b"\xef\xbb\xbf"):
        raw = b"\xef\xbb\xbf" + raw
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
