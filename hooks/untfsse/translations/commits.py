"""The commits of the project: its files as one left them, and those nobody has kept account of yet."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
from pathlib import Path

from untfsse.languages import SOURCE

MARK = "Accounted-Up-To"
"""Trailer of the commit of an account: the commit up to which it goes. `.ci/push-record` writes it."""

_LEDGERS = "data/translations"
_TRANSLATED = ("data", "docs", f":!{_LEDGERS}", f":!docs/{SOURCE}")
"""Where translations stand; a commit that touches nothing of it can have translated nothing."""

_NAME = re.compile("[0-9a-f]{40,64}")


class NoSuchCommit(Exception):
    """There is no commit of this name, or no history at all, or it has none of our files."""


def unpack(root: Path, commit: str, folder: Path) -> None:
    """Put `data` and `docs` as they were at a commit into `folder`; raise NoSuchCommit."""
    done = subprocess.run(
        ["git", "archive", "--format=tar", commit, "data", "docs"], cwd=root, capture_output=True, check=False
    )
    if done.returncode != 0:
        raise NoSuchCommit(commit)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        for member in archive:
            if (held := archive.extractfile(member)) is not None and member.isfile():
                file = folder / member.name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(held.read())


def unaccounted(root: Path) -> list[str]:
    """Return the commits in which something may have been translated since the account was last kept.

    They are those of the main line, the oldest first, and before each merge the last commit of what was
    merged. The list is empty where there is no history, or no account in it.
    """
    last = _last_accounted(root)
    if not last:
        return []
    line = git(root, "rev-list", "--first-parent", "--reverse", f"{last}..HEAD", "--", *_TRANSLATED).split()
    if not line:
        return []
    parents = git(root, "rev-list", "--no-walk=unsorted", "--parents", *line).splitlines()
    return [one for commit, *before in map(str.split, parents) for one in (*before[1:], commit)]


def _last_accounted(root: Path) -> str:
    """Return the commit up to which the newest account says that it goes, else the last with an account."""
    log = ("log", "--first-parent", "--max-count=1")
    form = f"--format=%(trailers:key={MARK},valueonly)"
    said = git(root, *log, f"--grep=^{MARK}: ", form, "--", _LEDGERS).split()
    if said and _NAME.fullmatch(said[-1]) and git(root, "merge-base", said[-1], "HEAD").strip() == said[-1]:
        return said[-1]
    return git(root, *log, "--format=%H", "--", _LEDGERS).strip()


def git(root: Path, *arguments: str) -> str:
    """Return what a command of git prints; nothing where it fails, or there is no git."""
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
