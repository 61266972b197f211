"""When files were last changed: read from the history, and not at all where it may be false."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from untfsse.changes import Revision, revisions


def _git(root: Path, *arguments: str, day: str = "2024-01-01T12:00:00+00:00") -> None:
    person = {"NAME": "A", "EMAIL": "a@example.org"}
    environment = {
        **{f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in person.items()},
        "GIT_AUTHOR_DATE": "2001-01-01T00:00:00+00:00",
        "GIT_COMMITTER_DATE": day,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "PATH": os.environ["PATH"],
    }
    subprocess.run(["git", *arguments], cwd=root, env=environment, check=True, capture_output=True)


def _commit(root: Path, day: str, **files: str | None) -> None:
    for name, text in files.items():
        file = root / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            file.unlink()
        else:
            file.write_text(text, "utf-8")
    _git(root, "add", "--all")
    _git(root, "commit", "--message", "x", day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Three commits."""
    root = tmp_path / "repository"
    root.mkdir()
    _git(root, "init", "--quiet")
    _commit(root, "2024-01-01T12:00:00+00:00", data__a="1", data__b="1", docs__c="1", hooks__d="1")
    _commit(root, "2024-02-01T12:00:00+00:00", data__a="2", data__économie="1", hooks__d="2")
    _commit(root, "2024-03-01T23:30:00-05:00", data__b="2")
    return root


def _at(month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(2024, month, day, hour, minute, tzinfo=UTC)


def test_each_file_has_the_moment_of_its_last_commit_in_utc_and_the_number_of_all(repository: Path) -> None:
    assert revisions(repository) == {
        "data/a": Revision(_at(2, 1), 2),
        "data/b": Revision(_at(3, 2, 4, 30), 2),
        "data/économie": Revision(_at(2, 1), 1),
        "docs/c": Revision(_at(1, 1), 1),
    }


def test_the_zone_of_the_machine_does_not_matter(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for zone in ("Pacific/Auckland", "Pacific/Honolulu"):
        monkeypatch.setenv("TZ", zone)
        assert revisions(repository)["data/b"].moment == _at(3, 2, 4, 30)


def test_a_change_that_is_not_committed_does_not_count(repository: Path) -> None:
    (repository / "data" / "a").write_text("3", "utf-8")
    (repository / "data" / "new").write_text("1", "utf-8")
    changes = revisions(repository)
    assert changes["data/a"] == Revision(_at(2, 1), 2)
    assert "data/new" not in changes


def test_a_file_that_moved_was_changed_on_that_day(repository: Path) -> None:
    _commit(repository, "2024-04-01T12:00:00+00:00", data__a=None, data__e="2")
    assert revisions(repository)["data/e"] == Revision(_at(4, 1), 1)


def test_a_project_in_a_folder_of_a_repository_has_its_own_paths(repository: Path) -> None:
    _commit(repository, "2024-04-01T12:00:00+00:00", site__data__a="1")
    assert revisions(repository / "site") == {"data/a": Revision(_at(4, 1), 1)}


def test_a_shallow_history_gives_nothing(repository: Path, tmp_path: Path) -> None:
    _git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")
    assert (tmp_path / "shallow" / "data" / "a").exists()
    assert revisions(tmp_path / "shallow") == {}
    _git(tmp_path, "clone", "--quiet", repository.as_uri(), "whole")
    assert revisions(tmp_path / "whole") == revisions(repository)


def test_no_history_gives_nothing(tmp_path: Path) -> None:
    assert revisions(tmp_path) == {}


def test_a_repository_without_a_commit_gives_nothing(tmp_path: Path) -> None:
    _git(tmp_path, "init", "--quiet")
    assert revisions(tmp_path) == {}


def test_without_git_nothing_is_known(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert revisions(repository) == {}
