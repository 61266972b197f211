"""The bill of materials names every library of the lock files, and says which only check the site."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from building import PROJECT
from untfsse.publishing.sbom import bill

_LOCK = """\
jinja2==3.1.6 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
    # via
    #   untfsse (pyproject.toml)
    #   pytest
markupsafe==3.0.4 ; sys_platform != 'win32' \\
    --hash=sha256:{a}
    # via jinja2
pytest==9.0.0 \\
    --hash=sha256:{b}
    # via untfsse (pyproject.toml:dev)
""".format(a="a" * 64, b="b" * 64)
_NPM = {
    "packages": {
        "": {"version": "1"},
        "node_modules/@a/b": {"version": "1.0.0", "integrity": "sha512-AAEC"},
        "node_modules/c/node_modules/@a/b": {"version": "1.0.0", "integrity": "sha512-AAEC"},
    }
}


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.setenv("SITE_COMMIT", "abc")
    (tmp_path / "requirements.lock").write_text(_LOCK, "utf-8")
    (tmp_path / "package-lock.json").write_text(json.dumps(_NPM), "utf-8")
    return tmp_path


def test_each_library_has_its_address_its_sums_and_what_it_is_for(small: Path) -> None:
    made = {one["purl"]: one for one in bill(small)["components"]}
    assert list(made) == [
        "pkg:npm/%40a/b@1.0.0",
        "pkg:pypi/jinja2@3.1.6",
        "pkg:pypi/markupsafe@3.0.4",
        "pkg:pypi/pytest@9.0.0",
    ]
    assert [one["scope"] for one in made.values()] == ["excluded", "required", "required", "excluded"]
    assert made["pkg:npm/%40a/b@1.0.0"]["hashes"] == [{"alg": "SHA-512", "content": "000102"}]
    assert [one["content"][0] for one in made["pkg:pypi/jinja2@3.1.6"]["hashes"]] == ["a", "b"]


def test_it_says_which_library_needs_which(small: Path) -> None:
    needs = {one["ref"]: one["dependsOn"] for one in bill(small)["dependencies"]}
    assert needs == {
        "pkg:pypi/jinja2@3.1.6": ["pkg:pypi/markupsafe@3.0.4"],
        "pkg:pypi/markupsafe@3.0.4": [],
        "pkg:pypi/pytest@9.0.0": ["pkg:pypi/jinja2@3.1.6"],
        "untfsse-site": ["pkg:pypi/jinja2@3.1.6", "pkg:pypi/pytest@9.0.0"],
    }


def test_it_is_the_same_for_the_same_files_commit_and_clock(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = bill(small)
    assert first["metadata"]["component"]["version"] == "abc"
    assert first["metadata"]["timestamp"] == "2026-11-21T00:00:00Z"
    assert bill(small) == first
    monkeypatch.setenv("SITE_COMMIT", "abd")
    assert bill(small)["serialNumber"] != first["serialNumber"]


def test_nothing_of_the_real_locks_is_left_out() -> None:
    made = bill(PROJECT)
    components = {one["bom-ref"]: one for one in made["components"]}
    assert len(components) == len(made["components"])
    pinned = re.findall(r"^([\w.-]+)==", (PROJECT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    assert {one["name"] for ref, one in components.items() if "pypi" in ref} == set(pinned)
    assert all(one["hashes"] for one in components.values())
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", made["serialNumber"])
    described = {ref for one in made["dependencies"] for ref in (one["ref"], *one["dependsOn"])}
    assert described <= {*components, "untfsse-site"}


def test_what_the_project_asks_for_makes_the_site_and_its_tests_only_check_it() -> None:
    scopes = {one["name"]: one["scope"] for one in bill(PROJECT)["components"]}
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    for wanted in project["project"]["dependencies"]:
        assert scopes[re.split(r"[<>=\[]", wanted)[0].lower()] == "required"
    for check in ("pytest", "mypy", "playwright", "lighthouse"):
        assert scopes[check] == "excluded"
