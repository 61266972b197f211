"""The commands for translators: `untfsse translations status`, `diff`, `accept`, `check`, `add` …"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from untfsse.checking import check_all
from untfsse.clock import today
from untfsse.locales import DEFAULT, TRANSLATED
from untfsse.problems import ProblemsFound
from untfsse.translations import accounting, fitting, ledger, looking, next_steps
from untfsse.translations.adding import CannotAdd, add_language
from untfsse.translations.exchange import command as exchange
from untfsse.translations.order import by_priority
from untfsse.translations.standing import standings

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


_ACTIONS = {
    "status": looking.status,
    "diff": looking.diff,
    "accept": accounting.accept,
    "changed": looking.changed,
    "check": fitting.check,
    "record": accounting.record,
    **exchange.ACTIONS,
}
