"""The two built sites that many tests look at, each built once in a test run.

A test module takes them in with `pytest_plugins = ["shared_sites"]`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from building import PROJECT, Built, build, built_once, copy_example
from crawler import Crawl, crawl

_REAL_ADDRESS = "https://real.example/some/folder/"
_EXAMPLE_ADDRESS = "https://example.example/"


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    """The real site of today, as if it were served from a folder of a host."""

    def make(folder: Path) -> Built:
        return build(PROJECT, folder / "site", SITE_URL=_REAL_ADDRESS)

    return crawl(built_once(tmp_path_factory, "real", make), _REAL_ADDRESS)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    """The example on its day, as if it were served from the root of a host."""

    def make(folder: Path) -> Built:
        return build(copy_example(folder), SITE_URL=_EXAMPLE_ADDRESS)

    return crawl(built_once(tmp_path_factory, "example", make), _EXAMPLE_ADDRESS)
