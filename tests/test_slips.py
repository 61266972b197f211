"""Slips of the keyboard in the real records and pages: they are told, and never make the check stumble."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from small_project import PROJECT
from untfsse.checking import check_all
from untfsse.problems import ProblemsFound

Change = Callable[[random.Random, str], str]


def _without_a_character(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :]


def _with_a_character(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice("\t\n:-#&*!|>%@`\"'{}[],? \0\u202e\u00a0é0<") + text[at:]


def _with_another_character(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice("\t\n:-#&*!|>%@`\"'{}[],? ~<\\/9") + text[at + 1 :]


def _without_a_line(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return "".join(lines)


def _with_a_line_twice(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    return "".join([*lines[: at + 1], *lines[at:]])


def _with_a_line_elsewhere(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


def _with_another_value(chance: random.Random, text: str) -> str:
    lines = text.splitlines()
    at = chance.randrange(len(lines))
    start = lines[at].partition(":")[0]
    value = chance.choice(
        ["", "null", "[]", "{}", "- x", "2023-02-30", "9999", "{en: x}", "[[x]]", "{{ x }}"]
    )
    lines[at] = f"{start}: {value}"
    return "\n".join(lines) + "\n"


def _cut_short(chance: random.Random, text: str) -> str:
    return text[: chance.randrange(len(text))]


_CHANGES: list[Change] = [
    _without_a_character,
    _with_a_character,
    _with_another_character,
    _without_a_line,
    _with_a_line_twice,
    _with_a_line_elsewhere,
    _with_another_value,
    _cut_short,
]


@pytest.mark.parametrize("change", _CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_no_slip_of_the_keyboard_makes_the_check_stumble(tmp_path: Path, change: Change) -> None:
    """Five times, 24 files of a copy of the real project are changed in three places each."""
    for folder in ("data", "docs"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    files = sorted(file for kind in ("*.yml", "*.md") for file in tmp_path.rglob(kind))
    chance = random.Random(change.__name__)
    told = 0
    for _ in range(5):
        chosen = {file: file.read_text("utf-8") for file in chance.sample(files, 24)}
        for file, text in chosen.items():
            for _ in range(3):
                text = change(chance, text) if text.strip() else text
            file.write_text(text, "utf-8")
        told += _number_of_messages(tmp_path)
        for file, text in chosen.items():
            file.write_text(text, "utf-8")
    assert told > 10


def _number_of_messages(root: Path) -> int:
    try:
        check_all(root)
    except ProblemsFound as found:
        for problem in found.problems:
            file = root / problem.file
            lines = file.read_text("utf-8").count("\n") + 1 if file.is_file() else 0
            assert 0 <= problem.line <= lines, problem.told()
            assert "\n" not in problem.told()
        return len(found.problems)
    return 0
