"""The two built sites that many tests look at, each built once in a test run.

A test module takes them in with `pytest_plugins = ["shared_sites"]`.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from building import PROJECT, Built, build, copy_example
from crawler import Crawl, crawl

_REAL_ADDRESS = "https://real.example/some/folder/"
_EXAMPLE_ADDRESS = "https://example.example/"


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    """The real site of today, as if it were served from a folder of a host."""

    def make(folder: Path) -> Built:
        return build(PROJECT, folder / "site", SITE_URL=_REAL_ADDRESS)

    return crawl(_once(tmp_path_factory, "real", make), _REAL_ADDRESS)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    """The example on its day, as if it were served from the root of a host."""

    def make(folder: Path) -> Built:
        return build(copy_example(folder), SITE_URL=_EXAMPLE_ADDRESS)

    return crawl(_once(tmp_path_factory, "example", make), _EXAMPLE_ADDRESS)


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Built]) -> Path:
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
