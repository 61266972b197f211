"""What was built, from what and with what: `build.json`; what the next release carries on: `assets.json`."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import subprocess
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from untfsse.clock import now
from untfsse.locales import LANGUAGES
from untfsse.site import Site

FILE = "build.json"
ASSETS = "assets.json"

_KEPT = re.compile(r"(?:assets/(?:javascripts|stylesheets)|pagefind)/(?:[\w-]+/)?[\w-][\w.-]*")
"""Styles, scripts and the index of the search. A page that a browser has kept still asks for them."""

_MADE_FROM = ("data", "docs", "hooks", "mkdocs.yml", "overrides", "requirements.lock")

_TOOLS = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pagefind", "untfsse")


def write(folder: Path, site: Site) -> None:
    """Write both files into the finished site in `folder`; the same build makes the same bytes."""
    sums = check_sums(folder)
    record = {
        "site": site.site_url,
        "languages": list(LANGUAGES),
        "commit": commit(site.root),
        "clock": int(now().timestamp()),
        "made": now().strftime("%Y-%m-%dT%H:%M:%SZ"),
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in _TOOLS}},
        "files": len(sums),
        "bytes": sum((folder / path).stat().st_size for path in sums),
        "digest": digest(sums),
        "moved": next((one.old for one in site.checked.redirects), ""),
        "carried": {"files": 0, "bytes": 0},
    }
    write_json(folder / FILE, record)
    write_json(
        folder / ASSETS, {"built": {path: one for path, one in sums.items() if kept(path)}, "carried": {}}
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # such as this project where it is used from its folder
        return "unknown"


def kept(path: str) -> bool:
    """Whether the next release carries this file on, if it has none of this name itself."""
    return bool(_KEPT.fullmatch(path))


def check_sums(folder: Path, without: Iterable[str] = ()) -> dict[str, str]:
    """Return path → SHA-256 of every file in order of path; these two files and `without` apart."""
    left = {FILE, ASSETS, *without}
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {path: sum_of((folder / path).read_bytes()) for path in paths if path not in left}


def sum_of(content: bytes) -> str:
    """Return the SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def digest(sums: Mapping[str, str]) -> str:
    """Return the SHA-256 of what `sha256sum` prints of these files in order of path."""
    return sum_of("".join(f"{sums[path]}  {path}\n" for path in sorted(sums)).encode())


def write_json(file: Path, content: Mapping[str, Any]) -> None:
    """Write a file that people may read too."""
    file.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")


def commit(root: Path) -> str:
    """Return the commit a project is at, with `+changed` where the files of the site differ from it.

    `unknown` where there is none. `SITE_COMMIT` says it where there is no repository, such as in an
    unpacked archive.
    """
    if said := os.environ.get("SITE_COMMIT"):
        return said
    head = _git(root, "rev-parse", "HEAD")
    if not head or Path(_git(root, "rev-parse", "--show-toplevel")) != root.resolve():
        return "unknown"
    return f"{head}+changed" if _git(root, "status", "--porcelain", "--", *_MADE_FROM) else head


def _git(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, check=False, env=environment
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
