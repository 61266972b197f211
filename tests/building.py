"""Builds projects as `make build` does, and copies the example to where it may be changed."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from untfsse.languages import FILE

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLE = PROJECT / "tests" / "example"
CLOCK = "1772366400"
"""Noon of 1 March 2026: the day on which the example is built."""


@dataclass(frozen=True)
class Built:
    """What came out of a build."""

    status: int
    output: str
    """Everything the command printed."""

    site: Path


def build(project: Path, site: Path | None = None, **environment: str) -> Built:
    """Run `mkdocs build --strict` in `project`, with nothing of our own environment."""
    site = site or project / "site"
    clock = {} if project == PROJECT else {"SOURCE_DATE_EPOCH": CLOCK}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=project,
        env={"PATH": os.environ["PATH"], "NO_MKDOCS_2_WARNING": "1", **clock, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Built(done.returncode, done.stdout, site)


def built_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Built]) -> Path:
    """Build in whichever process of a test run comes first; return the folder of the site."""
    folder = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    kept = folder / f"{name}.json"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            made = make(folder / name)
            kept.write_text(json.dumps([made.status, made.output, str(made.site)]), "utf-8")
    status, output, site = json.loads(kept.read_text("utf-8"))
    assert status == 0, output
    return Path(site)


def copy_example(into: Path) -> Path:
    """Copy the example, with languages, words, templates and hooks of the real site; return its folder."""
    example = into / "tests" / "example"
    _copy(EXAMPLE, example)
    shutil.copy(PROJECT / "mkdocs.yml", into)
    for name in ("hooks", "overrides"):
        _copy(PROJECT / name, into / name)
    shutil.copy(PROJECT / FILE, example / FILE)
    for words in (PROJECT / "docs").glob("*/strings.yml"):
        shutil.copy(words, example / "docs" / words.parent.name)
    return example


def _copy(source: Path, target: Path) -> None:
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "site"))
