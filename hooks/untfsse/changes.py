"""When and how often each file was changed, from the history of the repository."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple


class Revision(NamedTuple):
    """The last change of a file."""

    moment: datetime
    """When it was committed (committer's date), in UTC, to the second."""

    number: int
    """How many commits have touched the file: it grows with each change."""


def revisions(root: Path) -> dict[str, Revision]:
    """Return path → last change of every file in `data` and `docs`.

    Empty where there is no history, or only a shallow one: a date that may be false is not shown.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    last: dict[str, datetime] = {}
    numbers: dict[str, int] = {}
    moment = datetime.fromtimestamp(0, UTC)
    log = _git(
        root, "log", "--format=%x00%ct", "--name-only", "--no-renames", "--relative", "--", "data", "docs"
    )
    for line in log.splitlines():
        if line.startswith("\0"):
            moment = datetime.fromtimestamp(int(line[1:]), UTC)
        elif line:
            last.setdefault(line, moment)
            numbers[line] = numbers.get(line, 0) + 1
    return {file: Revision(moment, numbers[file]) for file, moment in last.items()}


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    environment = {**os.environ, "TZ": "UTC", "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=environment)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
