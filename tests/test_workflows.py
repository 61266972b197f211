"""What runs by itself on GitHub can do no more than it must, and is told to developers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import PROJECT

FILES = sorted((PROJECT / ".github/workflows").glob("*.yml"))
_MAKEFILE = (PROJECT / "Makefile").read_text("utf-8")


def _read(file: Path) -> dict[Any, Any]:
    held: dict[Any, Any] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    return held


def _steps(file: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for job in _read(file)["jobs"].values():
        for step in job["steps"]:
            yield job, step


@pytest.mark.parametrize("file", FILES, ids=lambda one: one.stem)
class TestEveryWorkflow:
    def test_it_has_no_rights_but_those_a_job_names(self, file: Path) -> None:
        held = _read(file)
        assert held["permissions"] == {}
        assert all(job["permissions"] for job in held["jobs"].values())

    def test_it_ends_by_itself(self, file: Path) -> None:
        assert all(int(job["timeout-minutes"]) <= 30 for job in _read(file)["jobs"].values())

    def test_what_it_uses_is_pinned_to_a_commit_and_names_its_version(self, file: Path) -> None:
        used = re.findall(r"uses: *(.*)", file.read_text("utf-8"))
        assert used
        for one in used:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one), one

    def test_only_a_job_that_writes_keeps_its_key(self, file: Path) -> None:
        for job, step in _steps(file):
            if step.get("uses", "").startswith("actions/checkout@"):
                writes = job["permissions"]["contents"] == "write"
                assert step["with"]["persist-credentials"] == str(writes).lower()

    def test_it_runs_targets_that_anybody_can_run_and_puts_no_words_of_others_into_a_shell(
        self, file: Path
    ) -> None:
        for _, step in _steps(file):
            if "run" in step:
                target = re.fullmatch(r"make ([a-z-]+)", step["run"])
                assert target, step["run"]
                assert re.search(rf"^{target[1]}:", _MAKEFILE, re.MULTILINE)

    def test_developers_are_told_what_it_does(self, file: Path) -> None:
        assert f"`{file.name}`" in (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


def test_a_pull_request_of_anybody_is_checked_without_secrets_and_told_what_it_leaves_to_translators() -> (
    None
):
    file = PROJECT / ".github/workflows/check.yml"
    held = _read(file)
    assert set(held["on"]) == {"pull_request"}
    assert [job["permissions"] for job in held["jobs"].values()] == [{"contents": "read"}]
    assert not re.search(r"\$\{\{[^}]*(secrets|token)|\bcache", file.read_text("utf-8"))
    steps = [step for _, step in _steps(file)]
    [checkout] = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert checkout["with"]["fetch-depth"] == "0"
    assert "ref" not in checkout["with"]
    runs = {step["run"]: step for step in steps if "run" in step}
    assert list(runs) == ["make check", "make told", "make review", "make review-link"]
    assert runs["make told"]["env"] == {"BASE": "HEAD^1"}
    assert runs["make told"]["if"] == "${{ !cancelled() }}"
    assert re.search(r'^told:.*\n\t.* translations check --since "\$\$BASE"$', _MAKEFILE, re.MULTILINE)


def test_the_review_of_a_pull_request_opens_in_the_browser_and_is_linked_where_its_run_is_shown() -> None:
    steps = [step for _, step in _steps(PROJECT / ".github/workflows/check.yml")]
    [upload] = [step for step in steps if step.get("uses", "").startswith("actions/upload-artifact@")]
    assert upload["with"]["path"] == "review.html"
    assert upload["with"]["archive"] == "false"
    runs = {step["run"]: step for step in steps if "run" in step}
    assert runs["make review"]["env"] == {"BASE": "HEAD^1"}
    assert all(step["if"].startswith("${{ !cancelled()") for step in (upload, runs["make review"]))
    assert runs["make review-link"]["env"] == {"REVIEW": "${{ steps.review.outputs.artifact-url }}"}
    assert upload["id"] == "review"
    assert re.search(r'^review:.*\n\t.* review --base "\$\$BASE"$', _MAKEFILE, re.MULTILINE)
