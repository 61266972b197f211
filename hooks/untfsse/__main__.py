"""The command line: `untfsse check`, `fix`, `new`, `rename`, `review`, `schema`, `translations`."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

from untfsse import check_command
from untfsse.editing import command as schema
from untfsse.languages import use
from untfsse.making import command as new
from untfsse.mending import command as fix
from untfsse.renaming import command as rename
from untfsse.review import command as review
from untfsse.translations import command as translations

_COMMANDS = {
    "check": check_command,
    "fix": fix,
    "new": new,
    "rename": rename,
    "review": review,
    "schema": schema,
    "translations": translations,
}
_RUN: dict[str, Callable[[argparse.Namespace], int]] = {name: one.run for name, one in _COMMANDS.items()}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status: 0, or 1 where files have mistakes."""
    parser = argparse.ArgumentParser(prog="untfsse", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for command in _COMMANDS.values():
        command.add(commands)
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
    for path in given.paths if given.command in ("check", "fix") else ():
        if not os.path.lexists(given.root / path):
            parser.error(f"there is no {path}")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    collecting = gc.isenabled()
    gc.disable()  # one short run that keeps what it reads: the collector would walk it in vain
    try:
        status = _RUN[given.command](given)
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


if __name__ == "__main__":
    sys.exit(main())
