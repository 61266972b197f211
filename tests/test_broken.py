"""Broken and hostile files: each case of `tests/broken/*.yml`, with all that editors are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from small_project import BROKEN, lay, write_base
from test_translation_checks import TRANSLATION_KEYS
from test_words import WORD_KEYS
from untfsse import problems
from untfsse.checking import Checked, check_all
from untfsse.problems import Problem, ProblemsFound


@dataclass(frozen=True)
class Case:
    """Files laid over the small project, and every message for them, in order."""

    name: str
    expect: list[str]

    files: dict[str, Any] = field(default_factory=dict)
    """Path → text or parts; see `small_project`."""

    symlink: dict[str, str] = field(default_factory=dict)
    """Path → where the link leads."""

    remove: list[str] = field(default_factory=list)
    """Files of the small project to take away."""

    keeps: dict[str, dict[str, str]] = field(default_factory=dict)
    """Where nothing is wrong: record (`events/<id>`) → dotted field → its value as text."""


_BESIDE = ("base", "told")
"""Files of the folder that hold no cases."""


def _cases() -> dict[str, Case]:
    files = sorted(file for file in BROKEN.glob("*.yml") if file.name.split(".")[0] not in _BESIDE)
    cases = [Case(**case) for file in files for case in yaml.safe_load(file.read_text("utf-8"))]
    assert len({case.name for case in cases}) == len(cases), "two cases have the same name"
    return {case.name: case for case in cases}


CASES = _cases()


def test_the_small_project_itself_has_no_mistake(tmp_path: Path) -> None:
    write_base(tmp_path)
    assert sum(len(records) for records in check_all(tmp_path).store.records.values()) == 6


@pytest.mark.parametrize("name", CASES)
def test_every_mistake_is_told_with_its_place_and_cure(name: str) -> None:
    case = CASES[name]
    checked, found = _check(name)
    assert [problem.told() for problem in found] == case.expect
    for record, fields in case.keeps.items():
        assert checked is not None
        assert {path: _value(checked, record, path) for path in fields} == fields


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_mistake_is_told_in_other_languages_too(language: str) -> None:
    """The sentences stand in `broken/told.<language>.yml`, in the order in which they are told in English."""
    golden = yaml.safe_load((BROKEN / f"told.{language}.yml").read_text("utf-8"))
    found = {name: [f"{one.code} {one.said(language)}" for one in _check(name)[1]] for name in CASES}
    assert {name: told for name, told in found.items() if told} == golden


def test_there_are_more_than_a_hundred_broken_files() -> None:
    assert len({(name, one.file) for name in CASES for one in _check(name)[1]}) > 250


def test_every_message_is_expected_by_a_case() -> None:
    messages = yaml.safe_load((Path(problems.__file__).parent / "messages/en.yml").read_text("utf-8"))
    expected = {key for key in messages if key[0] != "-"} - WORD_KEYS - TRANSLATION_KEYS - {"to-translate"}
    assert {problem.key for name in CASES for problem in _check(name)[1]} == expected


@cache
def _check(name: str) -> tuple[Checked | None, Sequence[Problem]]:
    """Lay the files of a case over the small project; return what was read, or the problems."""
    case = CASES[name]
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_base(root)
        for path in case.remove:
            (root / path).unlink()
        lay(root, case.files)
        for path, target in case.symlink.items():
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).symlink_to(target)
        try:
            return check_all(root), []
        except ProblemsFound as found:
            return None, found.problems


def _value(checked: Checked, record: str, path: str) -> str:
    kind, id_ = record.split("/")
    steps = path.split(".")
    return str(reduce(_step, steps, checked.store.records[kind][id_]))


def _step(value: Any, name: str) -> Any:
    if name.isdigit():
        return value[int(name)]
    return getattr(value, name) if hasattr(value, name) else value[name]
