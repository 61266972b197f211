"""When each file was last changed, from the history of the repository."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path


def last_changes(root: Path) -> dict[str, date]:
    """Return path → day of its last commit (committer's date, UTC).

    Empty where there is no history, or only a shallow one: a date that may be false is not shown.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    days: dict[str, date] = {}
    day = date.min
    log = _git(
        root,
        "log",
        "--format=%x00%cd",
        "--date=format-local:%Y-%m-%d",
        "--name-only",
        "--no-renames",
        "--relative",
        "--",
        "data",
        "docs",
    )
    for line in log.splitlines():
        if line.startswith("\0"):
            day = date.fromisoformat(line[1:])
        elif line:
            days.setdefault(line, day)
    return days


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    environment = {**os.environ, "TZ": "UTC", "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=environment)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
