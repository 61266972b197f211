"""The command line: `untfsse check`, `untfsse schema`, `untfsse translations`."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from untfsse.checking import read_all
from untfsse.editing import command as schema
from untfsse.languages import use
from untfsse.locales import DEFAULT
from untfsse.problems import ProblemsFound
from untfsse.translations import command as translations
from untfsse.word_checks import check_words, to_translate


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status: 0, or 1 where files have mistakes."""
    parser = argparse.ArgumentParser(prog="untfsse", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check every record and page, and say what to mend")
    check.add_argument("paths", nargs="*", help="tell only of files below these paths")
    check.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")
    translations.add(commands)
    schema.add(commands)
    use(_root(arguments))
    given, more = parser.parse_known_args(arguments)
    if more and (any(one.startswith("-") for one in more) or not hasattr(given, "paths")):
        parser.error(f"unrecognized arguments: {' '.join(more)}")
    if more:
        given.paths += more  # paths after an option, which argparse does not join to those before
    if not (given.root / "data").is_dir():
        parser.error(
            f"there is no data/ in {given.root.resolve()}; go to the project, or name it with --root"
        )
    for path in given.paths if given.command == "check" else ():
        if not os.path.lexists(given.root / path):
            parser.error(f"there is no {path}")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    collecting = gc.isenabled()
    gc.disable()  # one short run that keeps what it reads: the collector would walk it in vain
    try:
        status = _COMMANDS[given.command](given)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever reads, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    finally:
        if collecting:
            gc.enable()


def _root(arguments: list[str] | None) -> Path:
    """Return the project, before anything else is understood: it says which languages there are."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--root", type=Path, default=Path())
    root: Path = parser.parse_known_args(arguments)[0].root
    return root


def _check(given: argparse.Namespace) -> int:
    root, paths = given.root, given.paths
    wanted = [Path(os.path.relpath(root / path, root)) for path in paths]
    checked = read_all(root)
    problems = ProblemsFound([*checked.problems, *check_words(checked)]).problems
    told = [p for p in problems if not paths or any(map(Path(p.file).is_relative_to, wanted))]
    for problem in told:
        print(problem.told())
    for note in to_translate(checked) if DEFAULT in checked.strings else ():
        print(note.told())
    if problems:
        elsewhere = len(problems) - len(told)
        print(f"{len(told)} to mend" + (f", {elsewhere} elsewhere" if elsewhere else ""), file=sys.stderr)
        return 1 if told else 0
    records = sum(len(records) for records in checked.store.records.values())
    pages = sum(len(pages) for pages in checked.prose.values())
    print(f"{records} records and {pages} pages, nothing to mend")
    return 0


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "translations": translations.run,
    "schema": schema.run,
}


if __name__ == "__main__":
    sys.exit(main())
