"""The command line: `untfsse check`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from untfsse.checking import check_all
from untfsse.problems import ProblemsFound


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status: 0, or 1 where files have mistakes."""
    parser = argparse.ArgumentParser(prog="untfsse", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check every record and page, and say what to mend")
    check.add_argument("paths", nargs="*", help="tell only of files below these paths")
    check.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")
    given = parser.parse_args(arguments)
    return _check(given.root, given.paths)


def _check(root: Path, paths: list[str]) -> int:
    try:
        store = check_all(root).store
    except ProblemsFound as found:
        told = [p for p in found.problems if not paths or p.file.startswith(tuple(paths))]
        for problem in told:
            print(problem.told())
        print(f"{len(told)} to mend", file=sys.stderr)
        return 1 if told else 0
    count = sum(len(records) for records in store.records.values())
    print(f"{count} records, nothing to mend")
    return 0


if __name__ == "__main__":
    sys.exit(main())
