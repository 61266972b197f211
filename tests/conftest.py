"""What several tests share: the project, its real site, and small sites made for one test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from untfsse.locales import LANGUAGES
from untfsse.site import Site
from untfsse.yaml_source import parse

PROJECT = Path(__file__).resolve().parent.parent
os.environ["LC_ALL"] = "C.UTF-8"
"""Messages are in English here, whatever the machine speaks; also those of the programs that tests start."""

TODAY = "1795219200"
"""2026-11-21, as `SOURCE_DATE_EPOCH` says it: the day all tests take place."""


def pytest_xdist_auto_num_workers() -> int:
    """Start one process more than there are processors: while a browser works, the test beside it waits."""
    ours = getattr(os, "sched_getaffinity", None)  # which macOS lacks
    return (len(ours(0)) if ours else os.cpu_count() or 1) + 1


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Share the tests out by file, and those in a browser more finely."""
    from work_units import WorkUnits

    return WorkUnits(config, log) if config.getoption("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the repository."""
    return PROJECT


@pytest.fixture(scope="session")
def real_site() -> Iterator[Site]:
    """The site as it is published, on the day of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        _set_the_scene(patch)
        yield Site(PROJECT, "https://example.org/", drafts=False)


@pytest.fixture
def small_project(tmp_path: Path) -> Callable[[Mapping[str, Any]], Path]:
    """Lay files over the smallest project there can be (`tests/small.yml`); return its root.

    A file is given by its path: as text, as fields and lists to be written as YAML, or as None
    to take it away.
    """

    def laid(files: Mapping[str, Any]) -> Path:
        small: dict[str, Any] = parse((PROJECT / "tests" / "small.yml").read_text("utf-8"))
        for language in LANGUAGES:
            name = f"docs/{language}/strings.yml"
            small[name] = (PROJECT / name).read_text("utf-8")
        _lay(tmp_path, small | dict(files))
        return tmp_path

    return laid


@pytest.fixture
def small_site(
    small_project: Callable[[Mapping[str, Any]], Path], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Site]:
    """Return the site of a small project, with the real templates and interface words."""

    def made(files: Mapping[str, Any], drafts: bool = False) -> Site:
        _set_the_scene(monkeypatch)
        root = small_project(files)
        (root / "overrides").unlink(missing_ok=True)
        (root / "overrides").symlink_to(PROJECT / "overrides")
        return Site(root, "https://example.org/", drafts=drafts)

    return made


def _set_the_scene(patch: pytest.MonkeyPatch) -> None:
    """Set the clock, and forget the workflow these tests may run in."""
    patch.setenv("SOURCE_DATE_EPOCH", TODAY)
    patch.delenv("GITHUB_SERVER_URL", raising=False)
    patch.delenv("GITHUB_REPOSITORY", raising=False)


def _lay(root: Path, files: Mapping[str, Any]) -> None:
    shutil.rmtree(root / "data", ignore_errors=True)
    shutil.rmtree(root / "docs", ignore_errors=True)
    for path, content in files.items():
        if content is None:
            continue
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True)
        file.write_text(text, "utf-8")
