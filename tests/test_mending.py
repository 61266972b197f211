"""`untfsse fix`: repairs what is safe, and never changes what a file says."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from small_project import PROJECT, TRANSLATED, lay, write_base
from untfsse.__main__ import main
from untfsse.checking import read_all
from untfsse.mending.files import files, mended, mended_text
from untfsse.mending.yaml_text import says_the_same
from untfsse.page_markup import without_code
from untfsse.prose import top_span
from untfsse.yaml_source import Unreadable, parse

_CASES: list[dict[str, str]] = yaml.safe_load((PROJECT / "tests/mending.yml").read_text("utf-8"))
_REAL = list(files(PROJECT))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["name"])
def test_a_file_is_repaired_as_far_as_that_is_safe(case: dict[str, str], tmp_path: Path) -> None:
    write_base(tmp_path)
    lay(tmp_path, {case["file"]: case["before"]})
    problems = [one for one in read_all(tmp_path).problems if one.file == case["file"]]
    made = mended(tmp_path, case["file"], problems)
    assert (case["before"] if made is None else made.decode()) == case.get("after", case["before"])
    if made is not None:
        (tmp_path / case["file"]).write_bytes(made)
        assert mended(tmp_path, case["file"]) is None


def test_the_real_files_need_no_repair() -> None:
    assert len(_REAL) > 400
    assert [file for file in _REAL if mended(PROJECT, file) is not None] == []


_FILE = "data/members/oecd.yml"
Damage = Callable[[str, random.Random], str]


def _shuffled(text: str, chance: random.Random) -> str:
    """The top-level fields of a record in another order."""
    parts = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    chance.shuffle(rest := parts[1:])
    return parts[0] + "".join(rest)


def _blanks(text: str, chance: random.Random) -> str:
    return "\n".join(line + chance.choice(("", " ", "\t", "  ")) for line in text.split("\n"))


_DAMAGES: dict[str, Damage] = {
    "line ends of Windows": lambda text, _: text.replace("\n", "\r\n"),
    "a mark at the beginning": lambda text, _: "\ufeff" + text,
    "letters made of two": lambda text, _: unicodedata.normalize("NFD", text),
    "no last line": lambda text, _: text.rstrip("\n"),
    "blanks at the ends": _blanks,
    "no-break spaces lost": lambda text, _: re.sub("[\u00a0\u202f]", " ", text),
    "another order": _shuffled,
    "tabs": lambda text, _: re.sub(
        r"^( {2})+", lambda one: "\t" * (len(one[0]) // 2), text, flags=re.MULTILINE
    ),
}


_UNDONE = {"line ends of Windows", "a mark at the beginning", "letters made of two", "no last line"}


@pytest.mark.parametrize("damage", _DAMAGES)
def test_a_damaged_file_says_the_same_after_its_repair_and_a_second_one_changes_nothing(damage: str) -> None:
    chance = random.Random(damage)
    changed = 0
    for file in chance.sample(_REAL, 40):
        text = (PROJECT / file).read_text("utf-8")
        if file.endswith(".md") and damage in ("another order", "tabs"):
            continue
        damaged = _DAMAGES[damage](text, chance)
        better = mended_text(file, damaged)
        assert mended_text(file, better) == better, file
        changed += better != damaged
        for one in (damaged,) if damage == "blanks at the ends" else (text, damaged):
            assert _same(file, one, better), file
        if damage in (
            "line ends of Windows",
            "a mark at the beginning",
            "letters made of two",
            "no last line",
        ):
            assert better == text, file
    assert changed > 3


def _same(file: str, one: str, other: str) -> bool:
    """Whether two states of a file are read alike, no-break spaces and blanks at line ends apart."""
    if file.endswith(".yml"):
        read = _read(one)
        return read is None or says_the_same(read, _read(other))
    tops = [_read(_plain(text)[slice(*top_span(_plain(text)))]) for text in (one, other)]
    bodies = [_words(_plain(text)[top_span(_plain(text))[1] :]) for text in (one, other)]
    return says_the_same(*tops) and bodies[0] == bodies[1]


def _read(text: str) -> Any:
    try:
        return parse(_plain(text))
    except Unreadable:
        return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n"))


def _words(body: str) -> list[str]:
    """The lines of a page, its code and calls as they are, without what separates words."""
    code = [one for one, other in zip(body, without_code(body), strict=True) if one != other]
    lines = [re.sub("[ \u00a0\u202f\t]+", "", line) for line in body.rstrip().split("\n")]
    return [*lines, "".join(code).rstrip()]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small project with one file to repair and one that only a person can mend."""
    write_base(tmp_path)
    lay(tmp_path, TRANSLATED)
    lay(
        tmp_path,
        {"data/members/oecd.yml": "kind: network\r\nname: {en: O}\r\nmembership: [{status: member}]\r\n"},
    )
    return tmp_path


def test_the_difference_is_shown_and_nothing_written_until_it_is_asked_for(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / "data/members/oecd.yml"
    before = file.read_bytes()
    assert main(["fix", "--lang", "en", "--root", str(root)]) == 0
    shown, counted = capsys.readouterr()
    assert (
        "--- a/data/members/oecd.yml\n+++ b/data/members/oecd.yml\n@@ -1,3 +1,3 @@\n-kind: network␍\n"
        in shown
    )
    assert "+name: {en: O}\n+kind: network\n+membership:" in shown
    assert counted == "1 files can be repaired so; untfsse fix --write does it\n"
    assert file.read_bytes() == before
    assert main(["fix", "--check", "--root", str(root)]) == 1
    assert main(["fix", "--check", "--root", str(root), "data/events"]) == 0
    assert main(["fix", "--write", "--lang", "fr", "--root", str(root), "data/members"]) == 0
    assert file.read_text("utf-8") == "name: {en: O}\nkind: network\nmembership: [{status: member}]\n"
    assert main(["fix", "--check", "--lang", "es", "--root", str(root)]) == 0
    assert capsys.readouterr().out.endswith("nada que reparar\n")
    assert sorted(one.name for one in file.parent.iterdir()) == ["ilo.yml", "oecd.yml"]


def test_a_file_that_cannot_be_repaired_is_told_of_and_stays(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(root, {"data/members/oecd.yml": "name: {en: A\n\tkind: b: c\n"})
    assert main(["fix", "--write", "--root", str(root)]) == 0
    assert capsys.readouterr().err.startswith("data/members/oecd.yml:2")
    assert (root / "data/members/oecd.yml").read_text("utf-8") == "name: {en: A\n\tkind: b: c\n"
