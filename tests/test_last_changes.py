"""When a page was last changed: the day its file was last committed, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]

from building import build, copy_example

_ADDRESS = "https://example.example/"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example in a repository of its own: committed once, two files of it changed later."""
    root = tmp_path_factory.mktemp("repository")
    example = copy_example(root)
    shutil.rmtree(root / "hooks" / "__pycache__", ignore_errors=True)
    _git(root, "init", "--quiet")
    _commit(root, "2024-01-01T23:30:00-05:00")
    for file in ("data/members/rivers.yml", "docs/fr/index.md"):
        with (example / file).open("a", encoding="utf-8") as opened:
            opened.write("\n")
    _commit(root, "2025-06-07T08:00:00+00:00")
    return root


@pytest.fixture(scope="module")
def changed(repository: Path) -> dict[str, str | None]:
    """Path → day of the last change, as the sitemap gives it."""
    return _built(repository)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("members/rivers/", "2025-06-07"),
        ("es/members/rivers/", "2025-06-07"),
        ("fr/members/graines/", "2024-01-02"),
        ("countries/ch/", "2025-06-07"),
        ("themes/water/", "2024-01-02"),
        ("plans/2024-2026/clean-rivers/", "2024-01-02"),
        ("", "2024-01-02"),
        ("fr/", "2025-06-07"),
        ("es/", "2024-01-02"),
    ],
)
def test_the_day_of_the_last_change_is_that_of_the_commit_in_utc(
    path: str, day: str, changed: dict[str, str | None]
) -> None:
    assert changed[path] == day


def test_a_page_says_when_it_was_last_changed(repository: Path, changed: dict[str, str | None]) -> None:
    page = repository / "tests" / "example" / "site" / "members" / "rivers" / "index.html"
    assert '<time datetime="2025-06-07">7 June 2025</time>' in page.read_text("utf-8")


def test_no_day_is_given_where_the_history_is_cut_short(repository: Path, tmp_path: Path) -> None:
    _git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), "clone")
    days = _built(tmp_path / "clone")
    assert set(days.values()) == {None}


def _built(root: Path) -> dict[str, str | None]:
    built = build(root / "tests" / "example", SITE_URL=_ADDRESS)
    assert built.status == 0, built.output
    entries = etree.parse(built.site / "sitemap.xml").getroot()
    return {
        entry.findtext("{*}loc").removeprefix(_ADDRESS): entry.findtext("{*}lastmod") for entry in entries
    }


def _commit(root: Path, moment: str) -> None:
    _git(root, "add", "--all", "--force", ".")
    _git(root, "commit", "--quiet", "--message=A change", GIT_COMMITTER_DATE=moment)


def _git(folder: Path, *arguments: str, **environment: str) -> None:
    name, address = "user.name=A Person", "user.email=person@example.example"
    subprocess.run(
        ["git", "-c", name, "-c", address, *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, **environment},
        check=True,
    )
