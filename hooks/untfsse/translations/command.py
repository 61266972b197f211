"""The commands for translators: `untfsse translations status`, `diff`, `accept`, `check`, `add` …"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TextIO

from untfsse.checking import Checked, check_all
from untfsse.clock import today
from untfsse.languages import use
from untfsse.locales import DEFAULT, TRANSLATED
from untfsse.names import language_name
from untfsse.problems import ProblemsFound
from untfsse.translations import history, ledger, next_steps
from untfsse.translations.adding import CannotAdd, add_language
from untfsse.translations.checks.everything import check_translations, excuse
from untfsse.translations.differences import put_in, taken_out
from untfsse.translations.exchange import command as exchange
from untfsse.translations.order import by_priority
from untfsse.translations.pairing import Pair, State
from untfsse.translations.report import as_json, lines, placed, shown, summary
from untfsse.translations.standing import Standing, record, rooted, standings, under

_PATHS = "file or folder of the source or of the translation"


def add(commands: Any) -> None:
    """Add the commands to the command line."""
    parser = commands.add_parser("translations", help="say what is to be translated, and keep account of it")
    actions = parser.add_subparsers(dest="action", required=True)
    status = actions.add_parser("status", help="begin here: what is missing or stale, most important first")
    status.add_argument("language", nargs="?", choices=TRANSLATED)
    status.add_argument("--json", action="store_true", help="for programs")
    diff = actions.add_parser("diff", help="what has changed in the source, beside the translation")
    diff.add_argument("paths", nargs="+", metavar="path", help=_PATHS)
    accept = actions.add_parser("accept", help="say that a translation is right for the source of today")
    accept.add_argument("paths", nargs="+", metavar="path", help=_PATHS)
    accept.add_argument("--language", choices=TRANSLATED, help="only this one")
    accept.add_argument("--reviewed-by", default="", metavar="NAME", help="who has read it")
    accept.add_argument("--machine", action="store_true", help="what is new was made by a machine")
    changed = actions.add_parser("changed", help="what changes since a commit leave to translators")
    changed.add_argument("commit", help="such as main, or HEAD~1")
    check = actions.add_parser("check", help="what in a translation does not fit its source")
    check.add_argument("--strict", action="store_true", help="what is found is an error")
    check.add_argument("paths", nargs="*", metavar="language or path", help="a language, or files")
    adding = actions.add_parser("add", help="start a new language")
    adding.add_argument("code", help="such as pt, ar or zh-Hans")
    actions.add_parser("record", help="keep account of what was translated since (done by the workflow)")
    exchange.add(actions)
    for action in (status, diff, accept, changed, *actions.choices.values()):
        if not any(one.dest == "root" for one in action._actions):
            action.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")


def run(given: argparse.Namespace) -> int:
    """Run one of them; return the exit status: 0, or 1 where nothing could be done."""
    if given.action == "add":
        return _add(given)
    try:
        checked = check_all(given.root, markup=False)
        one = getattr(given, "language", None)
        books = {language: ledger.load(given.root, language) for language in ([one] if one else TRANSLATED)}
    except ProblemsFound as faults:
        print(faults)
        print(f"{len(faults.problems)} to mend before translations can be told", file=sys.stderr)
        return 1
    found = {
        language: by_priority(standings(checked, book), checked, today()) for language, book in books.items()
    }
    paths = [path for path in getattr(given, "paths", ()) if given.action != "check" or path not in books]
    unknown = list(next_steps.unknown(given.root, paths, found))
    for fault in unknown:
        print(fault, file=sys.stderr)
    return 1 if unknown else int(_ACTIONS[given.action](given, books, found, checked))


def _add(given: argparse.Namespace) -> int:
    try:
        written = add_language(given.root, given.code)
    except CannotAdd as fault:
        print(fault, file=sys.stderr)
        return 1
    for file in written:
        print(f"written: {file.relative_to(given.root)}")
    print(
        f"next: translate docs/{given.code}/strings.yml; then copy docs/{DEFAULT}/index.md beside it and"
        " translate it"
    )
    print(f"what else there is: untfsse translations status {given.code}")
    return 0


def _status(given: argparse.Namespace, books: Any, found: dict[str, list[Standing]], checked: Checked) -> int:
    wanted = [given.language] if given.language else list(found)
    if given.json:
        print(json.dumps(as_json({one: found[one] for one in wanted}), ensure_ascii=False, indent=2))
        return 0
    for language in wanted:
        print(summary(language, found[language]))
        for line in lines(given.root, found[language], language):
            print(line)
    _tell(next_steps.after_status({one: found[one] for one in wanted}))
    return 0


def _diff(given: argparse.Namespace, books: Any, found: dict[str, list[Standing]], checked: Checked) -> int:
    wanted = {language: list(under(given.root, given.paths, some)) for language, some in found.items()}
    for language, some in wanted.items():
        for one in (one for one in some if one.to_do):
            if one.is_missing:
                print(next_steps.not_translated(one))
                continue
            for place, pair in placed(given.root, one, one.to_do, language):
                said = f"{language_name(language, 'en')}, {pair.state}"
                print(f"{place} ({said})" if pair.translation else f"{one.document.file} ({said})")
                if not pair.translation:
                    print(f"  {'stands in':12} {place}")
                for label, words in _sides(given.root, one, pair):
                    print(f"  {label:12} {words}")
    if any(one.to_do for some in wanted.values() for one in some):
        _tell(next_steps.after_diff(wanted, given.paths))
    else:
        print("nothing to do there")
    return 0


def _sides(root: Path, one: Standing, pair: Pair) -> Iterator[tuple[str, str]]:
    if pair.entry is not None and pair.state is State.STALE:
        look = history.said_before if one.document.is_page else history.field_before
        old = look(root, one.document.source_file, pair.entry.source)
        new = pair.source.text if pair.source else ""
        yield "source was", old or "(not found in the history)"
        yield "source is", new
        if old:
            yield from ((label, words) for label, words in _change(old, new) if words)
    elif pair.source is not None:
        yield "source is", pair.source.text
    if pair.translation is not None:
        yield "translation", pair.translation.text


def _change(old: str, new: str) -> Iterator[tuple[str, str]]:
    yield "taken out", taken_out(old, new)
    yield "put in", put_in(old, new)


def _accept(
    given: argparse.Namespace,
    books: dict[str, ledger.Ledger],
    found: dict[str, list[Standing]],
    checked: Checked,
) -> int:
    accepted, recorded, where = 0, 0, []
    wanted = {language: list(under(given.root, given.paths, some)) for language, some in found.items()}
    for language, some in wanted.items():
        for one in some:
            key = one.document.key
            accepted += one.numbers[State.STALE]
            recorded += one.numbers[State.NEW]
            if given.reviewed_by or one.numbers[State.STALE] or one.numbers[State.NEW]:
                where.append(language)
            entries = list(one.recorded("machine" if given.machine else "person", accept=True))
            books[language].put(key, entries)
            if given.reviewed_by:
                books[language].reviewed(
                    key, [entry.translation for entry in entries], _day(), given.reviewed_by
                )
            _tell(_accepted(given.root, one, language))
        ledger.save(given.root, books[language])
    print(f"{accepted} accepted" + (f", {recorded} new or changed recorded" if recorded else ""))
    if where:
        _tell(next_steps.after_accept(where, given.paths))
    return 0


def _accepted(root: Path, one: Standing, language: str) -> Iterator[str]:
    """Yield what was taken for right, and what could not be."""
    if one.is_missing:
        yield next_steps.not_translated(one)
        return
    for place, pair in placed(root, one, one.to_do, language):
        unit = pair.source or pair.translation
        assert unit is not None
        said = "accepted" if pair.state is State.STALE else f"still {pair.state}"
        yield f"{place}: {said}: {shown(unit.text)}"


def _changed(
    given: argparse.Namespace, books: Any, found: dict[str, list[Standing]], checked: Checked
) -> int:
    with TemporaryDirectory() as folder:
        try:
            history.unpack(given.root, given.commit, Path(folder))
            before = check_all(Path(folder), markup=False)
            use(given.root)  # a language may have been added since
        except history.NoSuchCommit:
            print(f"there is no commit {given.commit} here", file=sys.stderr)
            return 1
        except ProblemsFound:
            print(
                f"the files of {given.commit} have mistakes; what has changed cannot be told", file=sys.stderr
            )
            return 1
        files: list[str] = []
        for language, book in books.items():
            known = standings(before, book) if language in before.strings else []
            old = {(one.document.name, _words(pair)) for one in known for pair in one.to_do}
            new = [
                (one, pair)
                for one in found[language]
                for pair in one.to_do
                if (one.document.name, _words(pair)) not in old
            ]
            words = sum(pair.source.words for _, pair in new if pair.source)
            said = language_name(language, "en")
            print(f"{said}: {len(new)} more to look at, about {words} words")
            for one, pair in new:
                ((place, _),) = placed(given.root, one, [pair], language)
                print(f"  {place}: {pair.state}: {shown((pair.source or pair.translation).text)}")  # type: ignore[union-attr]
                files.append(one.document.source_file)
    if files:
        _tell(next_steps.after_changed(files))
    return 0


def _words(pair: Pair) -> tuple[str, str]:
    return (
        pair.source.fingerprint if pair.source else "",
        pair.translation.fingerprint if pair.translation else "",
    )


def _check(
    given: argparse.Namespace,
    books: dict[str, ledger.Ledger],
    found: dict[str, list[Standing]],
    checked: Checked,
) -> int:
    wanted = {one: books[one] for one in given.paths if one in books} or books
    given.paths = [path for path in given.paths if path not in books]
    told = ProblemsFound(check_translations(given.root, checked, wanted, found)).problems
    if given.paths:  # the file of a source stands for its translations
        paths = rooted(given.root, given.paths)
        there = (one for some in found.values() for one in under(given.root, given.paths, some))
        files = {one.document.file for one in there}
        told = [p for p in told if p.file in files or any(map(Path(p.file).is_relative_to, paths))]
    for problem in told:
        print(problem.told())
    print(f"{len(told)} to look at" if told else "every translation fits its source", file=sys.stderr)
    if told:
        _tell(next_steps.after_check(filter(None, map(excuse, told))), sys.stderr)
    return int(given.strict and bool(told))


def _record(
    given: argparse.Namespace,
    books: dict[str, ledger.Ledger],
    found: dict[str, list[Standing]],
    checked: Checked,
) -> int:
    for language, book in books.items():
        number = sum(pair.state is State.NEW for one in found[language] for pair in one.pairs)
        record(book, found[language])
        ledger.save(given.root, book)
        print(f"{language_name(language, 'en')}: {number} recorded")
    return 0


def _tell(sentences: Iterable[str], where: TextIO | None = None) -> None:
    for one in sentences:
        print(one, file=where)


def _day() -> date:
    return today()


_ACTIONS = {
    "status": _status,
    "diff": _diff,
    "accept": _accept,
    "changed": _changed,
    "check": _check,
    "record": _record,
    **exchange.ACTIONS,
}
