"""The command line: what `untfsse check` prints and returns."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from small_project import PROJECT, TRANSLATED, lay, write_base
from untfsse.__main__ import main
from untfsse.checking import check_all
from untfsse.problems import ProblemsFound

_EVENT = "data/events/2020-01-15-talks.yml"
_MEMBER = "data/members/oecd.yml"
_BROKEN = {_EVENT: "kind: talks\n", _MEMBER: "name: OECD\n"}


_HELP = "help on every code: https://unsse.org/contribute/mistakes/\n"


def _messages(printed: str) -> list[str]:
    """What was printed, without the lines of files that stand below."""
    return [line for line in printed.splitlines() if not line.startswith("    ")]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small correct project."""
    write_base(tmp_path)
    lay(tmp_path, TRANSLATED)
    return tmp_path


def test_a_project_without_a_mistake_is_counted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(root)]) == 0
    assert capsys.readouterr() == ("6 records and 6 pages, nothing to mend\n", "")


def test_mistakes_are_printed_one_a_line_and_counted_apart_with_the_address_of_the_help(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(root, _BROKEN)
    assert main(["check", "--root", str(root)]) == 1
    printed, counted = capsys.readouterr()
    with pytest.raises(ProblemsFound) as found:
        check_all(root)
    lines = _messages(printed)
    assert lines == [problem.told() for problem in found.value.problems]
    assert [line.split(":")[0] for line in lines] == [_EVENT] * 3 + [_MEMBER] * 3
    assert counted == f"6 to mend; {_HELP}"


@pytest.mark.parametrize(
    ("paths", "files", "elsewhere"),
    [
        ([_EVENT], [_EVENT], 3),
        (["data/events"], [_EVENT], 3),
        (["data/events/"], [_EVENT], 3),
        (["./data/events"], [_EVENT], 3),
        (["data/members", "data/events"], [_EVENT, _MEMBER], 0),
        (["data"], [_EVENT, _MEMBER], 0),
        ([], [_EVENT, _MEMBER], 0),
    ],
)
def test_paths_choose_the_files_that_are_told_of(
    root: Path, capsys: pytest.CaptureFixture[str], paths: list[str], files: list[str], elsewhere: int
) -> None:
    lay(root, _BROKEN)
    assert main(["check", "--root", str(root), *paths]) == 1
    printed, counted = capsys.readouterr()
    assert sorted({line.split(":")[0] for line in _messages(printed)}) == files
    assert counted == ("3 to mend, 3 elsewhere; " if elsewhere else "6 to mend; ") + _HELP


def test_a_full_path_chooses_a_file_too(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(root, _BROKEN)
    assert main(["check", "--root", str(root), str(root / _EVENT)]) == 1
    assert capsys.readouterr().err == f"3 to mend, 3 elsewhere; {_HELP}"


def test_mistakes_in_other_files_do_not_fail_those_that_were_chosen(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(root, _BROKEN)
    assert main(["check", "--root", str(root), "data/publications"]) == 0
    assert capsys.readouterr() == ("", "0 to mend, 6 elsewhere\n")


def test_a_folder_that_only_starts_alike_is_not_chosen(root: Path) -> None:
    lay(root, {"data/events-old/x.yml": "x\n", "data/events/readme.txt": "x\n"})
    assert main(["check", "--root", str(root), "data/events-old"]) == 1
    (root / "data/events-old/x.yml").unlink()
    (root / "data/events-old").rmdir()
    (root / "data/events-old").mkdir()
    assert main(["check", "--root", str(root), "data/events/2020-01-15-talks.yml"]) == 0


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "data/evnts"], ["check", "--rooot", "x"]])
def test_a_slip_in_the_command_is_told_and_nothing_is_checked(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(root)
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    printed, told = capsys.readouterr()
    assert printed == ""
    assert told.startswith("usage: untfsse")


def test_a_folder_that_is_no_project_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as end:
        main(["check"])
    assert end.value.code == 2
    assert "there is no data/ in" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_the_installed_command_tells_mistakes_in_any_terminal(root: Path, encoding: str) -> None:
    lay(root, {_EVENT: "kind: Gespräch 会議 🌍\ntitle: {en: Talks}\nstart: 2020-01-15\n"})
    os.rename(os.fsencode(root / _MEMBER), os.fsencode(root / "data/members") + b"/\xff.yml")
    done = _run("check", "--root", str(root), encoding=encoding)
    assert done.returncode == 1
    assert done.stderr.decode() == f"2 to mend; {_HELP}"
    assert len(_messages(done.stdout.decode(encoding))) == 2
    assert b"Traceback" not in done.stdout


def test_the_installed_command_finds_nothing_to_mend_in_the_real_project() -> None:
    done = _run("check", folder=PROJECT)
    assert done.returncode == 0
    assert done.stdout.endswith(b" pages, nothing to mend\n")
    assert done.stderr == b""


def _run(
    *arguments: str, encoding: str = "utf-8", folder: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [str(Path(sys.executable).parent / "untfsse"), *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


def test_a_reader_that_has_seen_enough_gets_no_traceback(root: Path) -> None:
    lay(root, _BROKEN)
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "untfsse", "check", "--root", str(root)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    os.close(writing)
    assert done.returncode == 1
    assert done.stderr in ("", f"6 to mend; {_HELP}")
