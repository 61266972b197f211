"""The commands for translators: `untfsse translations status`, `diff`, `accept`, `check`, `add` …"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from untfsse.checking import Checked, check_all
from untfsse.clock import today
from untfsse.locales import DEFAULT, TRANSLATED
from untfsse.names import language_name
from untfsse.problems import ProblemsFound
from untfsse.translations import history, ledger, step_summary
from untfsse.translations.adding import CannotAdd, add_language
from untfsse.translations.checks.everything import check_translations
from untfsse.translations.exchange import command as exchange
from untfsse.translations.order import by_priority
from untfsse.translations.pairing import Pair, State
from untfsse.translations.report import lines, summary, written
from untfsse.translations.since import CannotTell, made, new_since, words_of
from untfsse.translations.standing import Standing, record, rooted, standings, under


def add(commands: Any) -> None:
    """Add the commands to the command line."""
    parser = commands.add_parser("translations", help="say what is to be translated, and keep account of it")
    actions = parser.add_subparsers(dest="action", required=True)
    status = actions.add_parser("status", help="what is missing or stale, the most important first")
    status.add_argument("language", nargs="?", choices=TRANSLATED)
    status.add_argument("--json", action="store_true", help="for programs")
    diff = actions.add_parser("diff", help="the source as it was and as it is, and the translation")
    diff.add_argument("paths", nargs="+", metavar="path")
    accept = actions.add_parser("accept", help="a translation is right for the source of today")
    accept.add_argument("paths", nargs="+", metavar="path")
    accept.add_argument("--language", choices=TRANSLATED, help="only this one")
    accept.add_argument("--reviewed-by", default="", metavar="NAME", help="who has read it")
    accept.add_argument("--machine", action="store_true", help="what is new was made by a machine")
    changed = actions.add_parser("changed", help="what changes since a commit make stale")
    changed.add_argument("commit")
    check = actions.add_parser("check", help="what in a translation does not fit its source")
    check.add_argument("--strict", action="store_true", help="what is found is an error")
    check.add_argument("--since", metavar="COMMIT", help="also tell what the changes since then make stale")
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
    return int(_ACTIONS[given.action](given, books, found, checked))


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
        sys.stdout.write(written({one: found[one] for one in wanted}))
        return 0
    for language in wanted:
        print(summary(language, found[language]))
        for line in lines(given.root, found[language]):
            print(line)
    return 0


def _diff(given: argparse.Namespace, books: Any, found: dict[str, list[Standing]], checked: Checked) -> int:
    told = 0
    for language, some in found.items():
        for one in under(given.root, given.paths, some):
            for pair in one.to_do:
                told += 1
                print(f"{one.document.file} ({language_name(language, 'en')}, {pair.state})")
                for label, words in _sides(given.root, one, pair):
                    print(f"  {label:12} {words}")
    if not told:
        print("nothing to do there")
    return 0


def _sides(root: Path, one: Standing, pair: Pair) -> Iterator[tuple[str, str]]:
    if pair.entry is not None and pair.state is State.STALE:
        look = history.said_before if one.document.is_page else history.field_before
        old = look(root, one.document.source_file, pair.entry.source)
        yield "source was", old or "(not found in the history)"
    if pair.source is not None:
        yield "source is", pair.source.text
    if pair.translation is not None:
        yield "translation", pair.translation.text


def _accept(
    given: argparse.Namespace,
    books: dict[str, ledger.Ledger],
    found: dict[str, list[Standing]],
    checked: Checked,
) -> int:
    number = 0
    for language, some in found.items():
        for one in under(given.root, given.paths, some):
            key = one.document.key
            number += sum(pair.state in (State.STALE, State.NEW) for pair in one.pairs)
            entries = list(one.recorded("machine" if given.machine else "person", accept=True))
            books[language].put(key, entries)
            if given.reviewed_by:
                books[language].reviewed(
                    key, [entry.translation for entry in entries], _day(), given.reviewed_by
                )
            for pair in one.pairs:
                if pair.state in (State.MISSING, State.ORPHANED):
                    unit = pair.source or pair.translation
                    assert unit is not None
                    print(f"{one.document.file}: still {pair.state}: {unit.text[:70]}")
        ledger.save(given.root, books[language])
    print(f"{number} accepted")
    return 0


def _changed(
    given: argparse.Namespace, books: Any, found: dict[str, list[Standing]], checked: Checked
) -> int:
    try:
        new = new_since(given.root, given.commit, books, found)
    except CannotTell as reason:
        print(reason, file=sys.stderr)
        return 1
    for language, some in new.items():
        words = words_of(pair for _, pair in some)
        said = language_name(language, "en")
        print(f"{said}: {len(some)} more to look at, about {words} words")
        for one, pair in some:
            print(f"  {one.document.file}: {pair.state}: {(pair.source or pair.translation).text[:70]}")  # type: ignore[union-attr]
    return 0


def _check(
    given: argparse.Namespace,
    books: dict[str, ledger.Ledger],
    found: dict[str, list[Standing]],
    checked: Checked,
) -> int:
    wanted = {one: books[one] for one in given.paths if one in books} or books
    given.paths = [path for path in given.paths if path not in books]
    paths = rooted(given.root, given.paths)
    problems = ProblemsFound(check_translations(given.root, checked, wanted, found)).problems
    told = [
        one for one in problems if not paths or any(Path(one.file).is_relative_to(path) for path in paths)
    ]
    for problem in told:
        print(problem.told())
    said = _made(given, books, found) if given.since else ""
    step_summary.write(found, said, [problem.told() for problem in told])
    print(f"{len(told)} to look at" if told else "every translation fits its source", file=sys.stderr)
    return int(given.strict and bool(told))


def _made(given: argparse.Namespace, books: Any, found: dict[str, list[Standing]]) -> str:
    """Say what the changes since a commit leave to translators; it is no mistake where that is not known."""
    try:
        said = made(new_since(given.root, given.since, books, found))
    except CannotTell as reason:
        print(reason, file=sys.stderr)
        return ""
    print(f"{said} (since {given.since})")
    return said


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
