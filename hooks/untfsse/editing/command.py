"""The command `untfsse schema`: writes the JSON Schemas that editors complete and check records with."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from untfsse.checking import check_all
from untfsse.editing.schemas import FOLDER, write
from untfsse.problems import ProblemsFound


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("schema", help=f"write the schemas that editors use into {FOLDER}/")
    parser.add_argument("--ids", action="store_true", help="with the ids of all records, for your own editor")
    parser.add_argument("--to", type=Path, help="write below this folder instead (with --ids: .cache)")
    parser.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")


def run(given: argparse.Namespace) -> int:
    """Run it; return the exit status: 0, or 1 where the records have mistakes."""
    try:
        checked = check_all(given.root, markup=False)
    except ProblemsFound as faults:
        print(faults)
        print(f"{len(faults.problems)} to mend before schemas can be made", file=sys.stderr)
        return 1
    to = given.to or (given.root / ".cache" if given.ids else given.root)
    changed = write(to, checked, checked.store.all_ids if given.ids else None)
    for path in changed:
        print(f"written: {(to / path).as_posix()}")
    print(f"{len(changed)} schemas changed")
    return 0
