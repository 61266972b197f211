"""What in translations does not fit their sources, on the command line and on the page of a run."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from untfsse.checking import Checked
from untfsse.problems import ProblemsFound
from untfsse.translations import ledger, next_steps, step_summary
from untfsse.translations.checks.everything import check_translations, excuse
from untfsse.translations.next_steps import tell
from untfsse.translations.since import CannotTell, made, new_since
from untfsse.translations.standing import Standing, rooted, under


def check(
    given: argparse.Namespace,
    books: dict[str, ledger.Ledger],
    found: dict[str, list[Standing]],
    checked: Checked,
) -> int:
    """Say what in a translation does not fit its source; 1 if that is an error."""
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
    said = _made(given, books, found) if given.since else ""
    step_summary.write(found, said, [problem.told() for problem in told])
    print(f"{len(told)} to look at" if told else "every translation fits its source", file=sys.stderr)
    if told:
        tell(next_steps.after_check(filter(None, map(excuse, told))), sys.stderr)
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
