"""What runs by itself on GitHub can do no more than it must, and is told to developers."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import PROJECT

FILES = sorted((PROJECT / ".github/workflows").glob("*.yml"))
_MAKEFILE = (PROJECT / "Makefile").read_text("utf-8")
_BIN = Path(sys.executable).parent

_LINES = {"git merge-base --is-ancestor HEAD origin/main"}
"""What is run and is no target: lines that anybody can type."""

_WRITES = {
    "codeql": {"security-events"},
    "links": {"issues"},
    "publish": {"attestations", "id-token", "pages"},
    "scorecard": {"id-token", "security-events"},
    "translations": {"contents"},
}
"""The rights to write that a workflow needs; none where it is not named."""

_FROM_AN_EVENT = re.compile(r"\$\{\{[^}]*(?:github\.event\.(?!inputs)|github\.head_ref|inputs\.)")


def _read(file: Path) -> dict[Any, Any]:
    held: dict[Any, Any] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    return held


def _steps(file: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for job in _read(file)["jobs"].values():
        for step in job["steps"]:
            yield job, step


def _uses(job: dict[str, Any], action: str) -> list[dict[str, Any]]:
    return [step for step in job["steps"] if step.get("uses", "").startswith(f"{action}@")]


def _written(rights: dict[str, str]) -> set[str]:
    return {right for right, how in rights.items() if how == "write"}


@pytest.mark.parametrize("file", FILES, ids=lambda one: one.stem)
class TestEveryWorkflow:
    def test_it_has_no_rights_but_those_a_job_names_with_their_reason(self, file: Path) -> None:
        held = _read(file)
        assert held["permissions"] == {}
        assert all(job["permissions"] for job in held["jobs"].values())
        rights = re.findall(r"^      [a-z-]+: (?:read|write)\b.*$", file.read_text("utf-8"), re.MULTILINE)
        assert len(rights) == sum(len(job["permissions"]) for job in held["jobs"].values())
        assert all(re.search(r" # to \w+", right) for right in rights)

    def test_it_writes_only_what_it_is_for(self, file: Path) -> None:
        jobs = _read(file)["jobs"].values()
        assert {one for job in jobs for one in _written(job["permissions"])} == _WRITES.get(file.stem, set())

    def test_it_ends_by_itself(self, file: Path) -> None:
        assert all(int(job["timeout-minutes"]) <= 30 for job in _read(file)["jobs"].values())

    def test_it_says_what_becomes_of_two_runs_at_a_time(self, file: Path) -> None:
        concurrency = _read(file)["concurrency"]
        assert concurrency["group"] != "pages"
        per_branch = concurrency["group"].endswith("${{ github.ref }}")
        assert concurrency["cancel-in-progress"] == str(per_branch).lower()

    def test_what_it_uses_is_pinned_to_a_commit_and_names_its_version(self, file: Path) -> None:
        used = re.findall(r"uses: *(.*)", file.read_text("utf-8"))
        assert used
        for one in used:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one), one

    def test_its_images_are_named_with_their_version(self, file: Path) -> None:
        assert {job["runs-on"] for job in _read(file)["jobs"].values()} == {"ubuntu-24.04"}

    def test_nobody_starts_it_who_could_choose_its_code_and_its_rights(self, file: Path) -> None:
        events = set(_read(file)["on"])
        assert events <= {"branch_protection_rule", "pull_request", "push", "schedule", "workflow_dispatch"}
        if "pull_request" in events:
            rights = {one for job in _read(file)["jobs"].values() for one in _written(job["permissions"])}
            assert rights <= {"security-events"}

    def test_it_knows_no_secret_and_takes_nothing_from_a_cache(self, file: Path) -> None:
        text = file.read_text("utf-8")
        assert "secrets" not in re.sub(r"#.*", "", text)
        for _, step in _steps(file):
            assert "actions/cache" not in step.get("uses", "")
            assert not {"cache", "enable-cache"} & set(step.get("with", {}))

    def test_the_key_of_the_run_is_given_to_two_short_scripts_only(self, file: Path) -> None:
        for _, step in _steps(file):
            if "github.token" in str(step):
                assert "uses" in step or step["run"] in ("make links-issue", "make last-good")

    def test_only_a_job_that_writes_keeps_its_key(self, file: Path) -> None:
        for job, step in _steps(file):
            if step.get("uses", "").startswith("actions/checkout@"):
                writes = job["permissions"]["contents"] == "write"
                assert step["with"]["persist-credentials"] == str(writes).lower()
                assert "allow-unsafe-pr-checkout" not in step["with"]

    def test_it_runs_targets_and_lines_that_anybody_can_run(self, file: Path) -> None:
        for _, step in _steps(file):
            if "run" in step:
                target = re.fullmatch(r"make ([a-z-]+)", step["run"])
                assert target or step["run"] in _LINES, step["run"]
                assert not target or re.search(rf"^{target[1]}:", _MAKEFILE, re.MULTILINE)

    def test_it_puts_no_words_of_others_into_a_shell(self, file: Path) -> None:
        for job, step in _steps(file):
            assert "${{" not in step.get("run", "")
            for value in {**job.get("env", {}), **step.get("env", {})}.values():
                assert not _FROM_AN_EVENT.search(value)

    def test_developers_are_told_what_it_does(self, file: Path) -> None:
        assert f"`{file.name}`" in (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


def test_one_version_of_an_action_is_used_everywhere() -> None:
    used: dict[str, set[str]] = {}
    for file in FILES:
        for name, pin in re.findall(r"uses: *([\w.-]+/[\w.-]+)\S*?@(.*)", file.read_text("utf-8")):
            used.setdefault(name, set()).add(pin)
    assert {name: pins for name, pins in used.items() if len(pins) > 1} == {}


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


class TestPublishing:
    JOBS: dict[str, dict[str, Any]] = _read(PROJECT / ".github/workflows/publish.yml")["jobs"]

    def test_it_happens_after_each_change_each_night_and_by_hand(self) -> None:
        on = _read(PROJECT / ".github/workflows/publish.yml")["on"]
        assert on["push"] == {"branches": ["main"]}
        assert re.fullmatch(r"\d+ \d+ \* \* \*", on["schedule"][0]["cron"])
        assert set(on["workflow_dispatch"]["inputs"]) == {"commit", "carry"}

    def test_what_runs_our_code_may_only_read_and_what_may_write_runs_nothing_of_ours(self) -> None:
        for name, job in self.JOBS.items():
            ours = [step for step in job["steps"] if step.get("run", "").startswith("make ")]
            if ours or _uses(job, "actions/checkout"):
                assert set(job["permissions"].values()) == {"read"}, name
            if _written(job["permissions"]):
                assert not [step for step in job["steps"] if "run" in step], name
                assert not _uses(job, "actions/checkout"), name
                assert all(step["uses"].startswith("actions/") for step in job["steps"]), name

    def test_only_jobs_of_the_environment_change_the_site(self) -> None:
        for job in self.JOBS.values():
            deploys = bool(_uses(job, "actions/deploy-pages"))
            assert deploys == ("pages" in _written(job["permissions"]))
            assert deploys == (job.get("environment", {}).get("name") == "github-pages")

    def test_only_what_was_merged_is_published_with_its_whole_history(self) -> None:
        steps = self.JOBS["build"]["steps"]
        [checkout] = _uses(self.JOBS["build"], "actions/checkout")
        assert checkout["with"]["fetch-depth"] == "0"
        assert checkout["with"]["ref"] == "${{ inputs.commit || github.sha }}"
        runs = [step["run"] for step in steps if "run" in step]
        assert runs[0].startswith("git merge-base --is-ancestor HEAD ")
        assert runs[1:] == ["make release", "make carry", "make sbom"]

    def test_all_of_it_is_kept_for_going_back(self) -> None:
        [kept] = _uses(self.JOBS["build"], "actions/upload-pages-artifact")
        assert kept["with"]["path"] == "site"
        assert kept["with"]["include-hidden-files"] == "true"
        assert kept["with"]["retention-days"] == "90"
        for job in self.JOBS.values():
            for step in _uses(job, "actions/upload-artifact"):
                assert step["with"]["retention-days"] == "90"
                assert step["with"]["if-no-files-found"] == "error"

    def test_what_a_second_attempt_keeps_has_a_name_of_its_own(self) -> None:
        """Artifacts of all attempts stay; `deploy-pages` refuses a name that is there twice."""
        for job in self.JOBS.values():
            kept = [*_uses(job, "actions/upload-artifact"), *_uses(job, "actions/upload-pages-artifact")]
            names = [step["with"]["name"] for step in kept]
            assert all(name.endswith("-${{ github.run_attempt }}") for name in names)
            assert sorted(job.get("outputs", {}).values()) == sorted(names) or not names
        [deploy] = _uses(self.JOBS["deploy"], "actions/deploy-pages")
        assert deploy["with"] == {"artifact_name": "${{ needs.build.outputs.site }}"}

    def test_developers_are_told_names_under_which_it_is_really_kept(self) -> None:
        told = re.findall(
            r"gh run download <run> --name ([\w-]+)", (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
        )
        kept = self.JOBS["build"]["outputs"]["site"].replace("${{ github.run_attempt }}", "1")
        assert set(told) == {kept}

    def test_what_is_shown_was_signed(self) -> None:
        assert "attest" in self.JOBS["deploy"]["needs"]
        signed = [step["with"] for step in _uses(self.JOBS["attest"], "actions/attest")]
        assert signed == [
            {"subject-path": "artifact.tar"},
            {"subject-path": "artifact.tar", "sbom-path": "sbom.json"},
        ]

    def test_the_site_is_looked_at_and_a_broken_one_gives_way_to_the_last_that_worked(self) -> None:
        looks = {
            name: job
            for name, job in self.JOBS.items()
            if any(s.get("run") == "make smoke" for s in job["steps"])
        }
        assert {name: job["needs"][-1] for name, job in looks.items()} == {
            "smoke": "deploy",
            "smoke-back": "back",
        }
        for job in looks.values():
            [step] = [step for step in job["steps"] if "run" in step]
            assert step["env"] == {
                "URL": "${{ needs.place.outputs.address }}",
                "BUILD": "published/site/build.json",
            }
        [smoke] = [step for step in self.JOBS["smoke"]["steps"] if "run" in step]
        assert int(smoke["timeout-minutes"]) < int(self.JOBS["smoke"]["timeout-minutes"])
        assert "failure" in self.JOBS["last-good"]["if"]
        assert self.JOBS["last-good"]["needs"] == "smoke"
        [back] = self.JOBS["back"]["steps"]
        assert back["with"]["artifact_name"] == "${{ needs.last-good.outputs.site }}"
        kept = {
            step["with"]["path"]: step["with"]["name"]
            for step in _uses(self.JOBS["last-good"], "actions/upload-artifact")
        }
        assert kept["artifact.tar"] == self.JOBS["last-good"]["outputs"]["site"]

    def test_going_back_starts_nothing_so_it_cannot_go_on_for_ever(self) -> None:
        assert all(job["permissions"].get("actions") != "write" for job in self.JOBS.values())
        afterwards = [name for name, job in self.JOBS.items() if "smoke-back" in job.get("needs", ())]
        assert afterwards == []


class TestNewerVersions:
    UPDATES: list[dict[str, Any]] = _read(PROJECT / ".github/dependabot.yml")["updates"]

    def test_they_are_proposed_for_all_that_is_pinned(self) -> None:
        assert {one["package-ecosystem"] for one in self.UPDATES} == {"github-actions", "pip", "npm"}

    def test_they_are_a_week_old_when_they_are_proposed(self) -> None:
        assert all(int(one["cooldown"]["default-days"]) >= 7 for one in self.UPDATES)


def _said(*command: str) -> tuple[int, str]:
    done = subprocess.run(
        [str(_BIN / command[0]), *command[1:]], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def test_zizmor_finds_nothing_as_an_auditor() -> None:
    status, said = _said("zizmor", "--offline", "--persona", "auditor", "--no-progress", ".")
    assert status == 0, said
    assert "No findings to report" in said


def test_actionlint_finds_nothing() -> None:
    assert _said("actionlint", "-no-color") == (0, "")


def test_make_lint_asks_both() -> None:
    assert re.search(r"^lint: workflows\b", _MAKEFILE, re.MULTILINE)
    recipe = _MAKEFILE.partition("\nworkflows:")[2].partition("\n\n")[0]
    assert "/zizmor --offline --persona auditor" in recipe
    assert "/actionlint" in recipe
