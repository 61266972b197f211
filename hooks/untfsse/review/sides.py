"""The two sides of a change: the commit it starts from in its own folder, and both built with one clock."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from untfsse.clock import now
from untfsse.translations.commits import NoSuchCommit, git

GENERATOR = ("hooks", "overrides", "mkdocs.yml", "pyproject.toml", "requirements.lock")
"""What makes the pages: files and folders of developers."""

_NO_HOOKS = ("-c", "core.hooksPath=/dev/null", "-c", "advice.detachedHead=false")
"""What a pull request brings may not run because a commit is looked at."""

_HOW = {"A": "added", "D": "removed"}
"""What git calls them."""

_TOLD = 40
"""Lines of a failed build that are kept: the last ones say why."""


@dataclass(frozen=True)
class Built:
    """What came out of a build."""

    site: Path | None
    """The folder of the site, or None where there is none."""

    output: str = ""
    """The last lines that a failed build printed."""


def start_of(root: Path, base: str) -> str:
    """Return the commit a change starts from: where it left `base`. Raise NoSuchCommit."""
    commit = git(root, "rev-parse", "--verify", "--end-of-options", f"{base}^{{commit}}").strip()
    if not commit:
        raise NoSuchCommit(base)
    return git(root, "merge-base", commit, "HEAD").strip() or commit


def day_of(root: Path, commit: str) -> date:
    """Return the day on which a commit was made, in UTC."""
    return datetime.fromtimestamp(int(git(root, "log", "-1", "--format=%ct", commit)), UTC).date()


def changed_files(root: Path, commit: str) -> dict[str, str]:
    """Return the files in which the project, with what is not committed yet, differs from a commit.

    Each is `changed`, `added` or `removed`.
    """
    said = git(root, "diff", "--name-status", "--no-renames", "--relative", "-z", commit, "--").split("\0")
    found = {file: _HOW.get(how, "changed") for how, file in zip(said[::2], said[1::2], strict=False)}
    new = git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return found | {file: "added" for file in new if file}


def checkout(root: Path, commit: str, folder: Path) -> Path:
    """Put the project as it was at a commit into `folder`, with its history; return the folder.

    It borrows the objects of the repository and leaves nothing in it. What is kept of earlier builds is
    copied, so that two builds at once do not meet.
    """
    source = git(root, "rev-parse", "--show-toplevel").strip()
    below = Path(os.path.relpath(root.resolve(), source))
    clone = ["clone", "--quiet", "--shared", "--no-checkout", "--template=", source, str(folder)]
    for command in (clone, ["-C", str(folder), "checkout", "--quiet", "--detach", commit]):
        done = subprocess.run(["git", *_NO_HOOKS, *command], capture_output=True, text=True, check=False)
        if done.returncode:
            raise NoSuchCommit(f"{commit}: {done.stderr.strip()}")
    if (root / ".cache").is_dir():
        shutil.copytree(root / ".cache", folder / below / ".cache", dirs_exist_ok=True)
    return folder / below


def start_build(root: Path, site: Path) -> subprocess.Popen[str]:
    """Start `mkdocs build --strict` of the project in `root`, with the generator that lies there."""
    clock = str(int(now().timestamp()))
    path = os.pathsep.join(filter(None, (str(root.resolve() / "hooks"), os.environ.get("PYTHONPATH", ""))))
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": clock, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def finish_build(process: subprocess.Popen[str], site: Path) -> Built:
    """Wait for a build; return its site, or what it said last."""
    output = process.communicate()[0]
    if process.returncode == 0 and site.is_dir():
        return Built(site)
    return Built(None, "\n".join(output.splitlines()[-_TOLD:]))


def put_generator(root: Path, into: Path) -> None:
    """Replace the generator in a checkout with that of the project in `root`."""
    for name in GENERATOR:
        source, target = root / name, into / name
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, target)


def touches_generator(files: Iterable[str]) -> list[str]:
    """Return which of the changed files make pages, in order."""
    return sorted(file for file in files if file.split("/")[0] in GENERATOR)
