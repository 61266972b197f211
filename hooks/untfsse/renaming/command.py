"""The command `untfsse rename events/<old> <new>`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from untfsse.checking import Checked, read_all
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.making.command import name_fault
from untfsse.making.questions import NEWS
from untfsse.problems import ProblemsFound, nearest
from untfsse.records import KINDS
from untfsse.renaming.changes import changes, moved_files
from untfsse.renaming.move import Move
from untfsse.terminal.files import difference, write
from untfsse.terminal.words import Words, add_language, words_for
from untfsse.translations.commits import git


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "rename", help="give a record or a story another name, with all that names it"
    )
    parser.add_argument("old", metavar="kind/old", help="such as events/2026-11-river-forum")
    parser.add_argument("new", help="such as 2026-11-05-river-forum")
    parser.add_argument("--dry-run", action="store_true", help="show the difference and write nothing")
    parser.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")
    add_language(parser)


def run(given: argparse.Namespace) -> int:
    """Rename, or show what would change; return 1 where it cannot be."""
    root, tell = given.root, words_for(given)
    kind, _, old = given.old.strip("/").removesuffix(".yml").removeprefix("data/").partition("/")
    move = Move(kind, old, given.new.removeprefix(f"{kind}/").removesuffix(".yml"))
    checked = read_all(root)
    if fault := _fault(checked, tell, move, given.old):
        print(fault, file=sys.stderr)
        return 1
    try:
        if checked.problems:
            raise ProblemsFound(checked.problems)
        found = changes(root, checked, move)
    except ProblemsFound as faults:
        for one in faults.problems:
            print(one.told(tell.for_mistakes), file=sys.stderr)
        print(tell("rename.mend-first"), file=sys.stderr)
        return 1
    if given.dry_run:
        for line in difference(root, found, moved_files(root, checked, move)):
            print(line)
        return 0
    files = moved_files(root, checked, move)
    write(root, found)
    _tell_git(root, files)
    for before, after in files.items():
        print(tell("rename.moved", old=before, new=after))
    for file in sorted(found.keys() - files.keys() - set(files.values())):
        print(tell("rename.changed", file=file))
    print(tell("rename.next", new=move.new_page))
    return 0


def _fault(checked: Checked, tell: Words, move: Move, given: str) -> str:
    """Return why there is nothing to rename, or not to that name; else nothing."""
    there = [f"{kind}/{id_}" for kind in KINDS for id_ in checked.store.all_ids[kind]]
    there += [name for name in checked.prose[DEFAULT] if name.startswith(f"{NEWS}/")]
    if move.page not in there or move.page == f"{NEWS}/index":
        return tell("rename.nothing", given=given, near=nearest(move.page, there) or "events/…")
    own = {f"/{prefix}{move.new_page}/" for prefix in ("", *(f"{one}/" for one in LANGUAGES))}
    mine = all(move.renamed(one.to) != one.to for one in checked.redirects if one.old in own)
    return name_fault(checked, tell, move.kind, move.new, former=mine)


def _tell_git(root: Path, files: dict[str, str]) -> None:
    """Let git know that files have moved, if it knows them."""
    for old, new in files.items():
        if git(root, "ls-files", "--", old):
            git(root, "rm", "--cached", "--quiet", "--", old)
            git(root, "add", "--", new)
