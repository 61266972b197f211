"""Every file belongs to those who must agree to its change: developers, translators or communications."""

from __future__ import annotations

import re
import subprocess
from functools import cache

import pytest

from building import PROJECT
from untfsse.prose import ASSET_TYPES

_FILE = PROJECT / ".github/CODEOWNERS"
_PROSE = {"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md"}
_LOOKED_AT = {*ASSET_TYPES, ".md", ".yml", ".json"}
"""What may lie in `data` and `docs`: nothing of it executes."""


@cache
def _rules() -> list[tuple[str, str]]:
    lines = (line.split() for line in _FILE.read_text("utf-8").splitlines() if line and line[0] != "#")
    return [(pattern, team) for pattern, team in lines]


def _owner(file: str) -> str:
    """Return the group of the last rule that matches; only the forms of patterns that we use are known."""
    found = [team for pattern, team in _rules() if _matches(pattern, file)]
    return found[-1].partition("/")[2]


def _matches(pattern: str, file: str) -> bool:
    if pattern == "*":
        return True
    assert re.fullmatch(r"/[\w.-]+(/[\w.-]+)*/?", pattern), "teach _matches this form of pattern"
    whole = pattern.removeprefix("/")
    return file.startswith(whole) if whole.endswith("/") else file == whole


def _expected(file: str) -> str:
    """What executes → developers; pages of translations → translators; the rest → communications."""
    top, _, rest = file.partition("/")
    if top == "docs":
        return "communications" if rest.startswith(("en/", "assets/")) else "translators"
    return "communications" if top == "data" or file in _PROSE else "developers"


@cache
def _tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True).stdout
    return [file for file in listed.decode().split("\0") if file]


@pytest.mark.parametrize("top", sorted({file.partition("/")[0] for file in _tracked()}))
def test_every_file_has_the_owner_of_the_rule(top: str) -> None:
    files = [file for file in _tracked() if file.partition("/")[0] == top]
    assert {file: _owner(file) for file in files} == {file: _expected(file) for file in files}


def test_nothing_that_executes_belongs_to_others_than_developers() -> None:
    others = [file for file in _tracked() if _owner(file) != "developers" and file not in _PROSE]
    assert [
        file for file in others if not re.search(r"\.[a-z]+$", file) or _suffix(file) not in _LOOKED_AT
    ] == []
    for file in ("hooks/pages.py", "mkdocs.yml", "Makefile", ".github/CODEOWNERS", "overrides/main.html"):
        assert _owner(file) == "developers"


def _suffix(file: str) -> str:
    return "." + file.rpartition(".")[2]


@pytest.mark.parametrize(
    ("file", "owner"),
    [
        ("docs/fr/index.md", "translators"),
        ("docs/es/strings.yml", "translators"),
        ("docs/pt/index.md", "translators"),
        ("docs/en/news/x.md", "communications"),
        ("data/events/x.yml", "communications"),
        ("something-new/run.sh", "developers"),
        ("new.py", "developers"),
    ],
)
def test_what_is_new_has_an_owner_too(file: str, owner: str) -> None:
    assert _owner(file) == owner == _expected(file)


def test_the_organisation_stands_in_one_place_and_is_the_same_in_every_line() -> None:
    teams = [team for _, team in _rules()]
    assert len({team.partition("/")[0] for team in teams}) == 1
    assert {team.partition("/")[2] for team in teams} == {"developers", "translators", "communications"}
    assert all(re.fullmatch(r"@[\w-]+/[\w-]+", team) for team in teams)
    guide = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    assert ".github/CODEOWNERS" in guide
    assert "@ORGANISATION" in guide
