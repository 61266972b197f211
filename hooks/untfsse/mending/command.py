"""The command `untfsse fix`: shows what can be repaired safely, and repairs it."""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from untfsse.checking import read_all
from untfsse.mending.files import files, mended
from untfsse.problems import Problem
from untfsse.terminal.files import difference, write
from untfsse.terminal.words import add_language, words_for
from untfsse.yaml_source import Unreadable, parse, read


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("fix", help="repair what is safe to repair; shows the difference first")
    parser.add_argument("paths", nargs="*", help="only files below these paths")
    parser.add_argument("--write", action="store_true", help="repair the files")
    parser.add_argument("--check", action="store_true", help="an error where something can be repaired")
    parser.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")
    add_language(parser)


def run(given: argparse.Namespace) -> int:
    """Repair, or show what would be; return 1 where `--check` found something, else 0."""
    root, tell = given.root, words_for(given)
    wanted = [Path(os.path.relpath(root / path, root)) for path in given.paths]
    problems: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in read_all(root, markup=False).problems:
        problems[problem.file].append(problem)
    changes = {}
    for file in files(root):
        if wanted and not any(map(Path(file).is_relative_to, wanted)):
            continue
        better = mended(root, file, problems[file])
        if better is not None:
            changes[file] = better
        elif stuck := _unreadable(root, file):
            print(stuck.told(tell.for_mistakes), file=sys.stderr)
    for line in difference(root, changes):
        print(line)
    if not changes:
        print(tell("fix.nothing"))
    elif given.write:
        write(root, changes)
        print(tell("fix.written", n=len(changes)), file=sys.stderr)
    else:
        print(tell("fix.shown", n=len(changes)), file=sys.stderr)
    return 1 if changes and given.check and not given.write else 0


def _unreadable(root: Path, file: str) -> Problem | None:
    """What stands in the way of repairing a list or a record."""
    if not file.endswith(".yml"):
        return None
    try:
        parse(read(root, file, 1 << 20))
    except Unreadable as unreadable:
        return unreadable.problem(file)
    return None
