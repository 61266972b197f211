"""The forms in which the check tells what it has found, for people and for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from small_project import PROJECT, TRANSLATED, lay, write_base
from untfsse.__main__ import main
from untfsse.problems import Problem
from untfsse.reports import FORMATS, SUMMARY, shown

_EVENT = "data/events/2020-01-15-talks.yml"
_BROKEN = {
    _EVENT: "kind: conference\ntitle: {en: Débat}\nstart: 12/10/2026\norganisers: [iloo]\n",
    "data/events/é.yml": "x\n",
}
_HELP = "https://unsse.org/contribute/mistakes/"

Run = Callable[..., tuple[str, str]]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    write_base(folder)
    lay(folder, {**TRANSLATED, **_BROKEN})
    return folder


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Check the broken project with these options; return what was printed, and the last line."""
    monkeypatch.delenv(SUMMARY, raising=False)
    monkeypatch.delenv("SITE_URL", raising=False)

    def ran(*options: str) -> tuple[str, str]:
        assert main(["check", "--root", str(root), *options]) == 1
        out, err = capsys.readouterr()
        return out, err

    return ran


def test_people_see_the_line_and_a_mark_below_the_place(run: Run) -> None:
    out, err = run()
    assert out.splitlines() == [
        f'{_EVENT}:3:8: DA002 start: "12/10/2026" has its year last; write 2026-10-12 or 2026-12-10',
        "    start: 12/10/2026",
        "           ^",
        f'{_EVENT}:4:14: RE001 organisers: "iloo" is no member; did you mean "ilo"?',
        "    organisers: [iloo]",
        "                 ^",
        (
            'data/events/é.yml: FI010 "é" is no id; use lower-case letters, digits and single hyphens;'
            ' did you mean "e"?'
        ),
    ]
    assert err == f"3 to mend; help on every code: {_HELP}\n"


def test_the_language_is_chosen_and_the_help_is_in_it(run: Run) -> None:
    out, err = run("--lang", "fr")
    assert "« iloo » ne désigne aucun membre ; vouliez-vous dire « ilo » ?" in out.replace(
        "\u00a0", " "
    ).replace("\u202f", " ")
    assert err.endswith("https://unsse.org/fr/contribute/mistakes/\n")
    assert "no corresponde a ningún miembro; ¿quería decir «ilo»?" in run("--lang", "es")[0]


def test_the_environment_chooses_as_options_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNTFSSE_LANG", "es")
    monkeypatch.setenv("UNTFSSE_FORMAT", "json")
    out, _ = run()
    assert {one["help"].split("contribute")[0] for one in json.loads(out)} == {"https://unsse.org/es/"}
    monkeypatch.setenv("UNTFSSE_LANG", "xx")
    monkeypatch.setenv("UNTFSSE_FORMAT", "xx")
    assert 'did you mean "ilo"?' in run()[0]


def test_the_system_chooses_where_nothing_else_does(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    assert "¿quería decir «ilo»?" in run()[0]
    assert 'did you mean "ilo"?' in run("--lang", "en")[0]


def test_github_gets_one_command_for_each_problem(run: Run) -> None:
    out, _ = run("--format", "github")
    assert out.splitlines() == [
        (
            f"::error file={_EVENT},line=3,col=8,title=DA002::start: "
            f'"12/10/2026" has its year last; write 2026-10-12 or 2026-12-10%0A{_HELP}dates/#da002'
        ),
        (
            f"::error file={_EVENT},line=4,col=14,title=RE001::organisers: "
            f'"iloo" is no member; did you mean "ilo"?%0A{_HELP}references/#re001'
        ),
        (
            '::error file=data/events/é.yml,title=FI010::"é" is no id; use lower-case letters, digits and'
            f' single hyphens; did you mean "e"?%0A{_HELP}files/#fi010'
        ),
    ]


def test_what_an_editor_wrote_cannot_give_github_a_command() -> None:
    file = "data/events/a,b:c%\n::set-output name=x::y.yml"
    given = {"given": "100% \n::error::x\r", "near": ""}
    made = FORMATS["github"]([Problem(file, 3, 1, "a\nb", "unknown-field", given)], Path(), "en")
    assert made.count("\n") == 1
    escaped = "data/events/a%2Cb%3Ac%25\\n%3A%3Aset-output name=x%3A%3Ay.yml"
    assert made.startswith(f"::error file={escaped},line=3,col=1,title=SH003::")
    assert "100%25 \\n::error::x\\r" in made


def test_programs_get_a_list_of_objects(run: Run) -> None:
    out, _ = run("--format", "json")
    found = json.loads(out)
    assert found[1] == {
        "file": _EVENT,
        "line": 4,
        "column": 14,
        "field": "organisers",
        "code": "RE001",
        "key": "unknown-reference",
        "message": '"iloo" is no member; did you mean "ilo"?',
        "help": f"{_HELP}references/#re001",
    }
    assert (found[2]["line"], found[2]["column"], found[2]["field"]) == (None, None, "")


def test_reviewdog_gets_its_own_form_with_columns_in_bytes(root: Path, run: Run) -> None:
    out, _ = run("--format", "rdjson")
    found = json.loads(out)
    assert found["source"] == {"name": "untfsse check", "url": _HELP}
    assert found["severity"] == "ERROR"
    assert found["diagnostics"][0] == {
        "message": 'start: "12/10/2026" has its year last; write 2026-10-12 or 2026-12-10',
        "location": {"path": _EVENT, "range": {"start": {"line": 3, "column": 8}}},
        "severity": "ERROR",
        "code": {"value": "DA002", "url": f"{_HELP}dates/#da002"},
    }
    assert found["diagnostics"][2]["location"] == {"path": "data/events/é.yml"}
    later = Problem(_EVENT, 2, 18, "", "empty", {})
    [one] = json.loads(FORMATS["rdjson"]([later], root, "en"))["diagnostics"]
    assert one["location"]["range"]["start"]["column"] == 19


def test_the_table_holds_words_only(run: Run) -> None:
    out, _ = run("--format", "markdown", "--lang", "fr")
    lines = out.splitlines()
    assert lines[0] == "## à corriger\u00a0: 3"
    assert lines[2:4] == [
        "| Endroit | Champ | Code | Ce qui ne va pas et ce qui serait juste |",
        "|---|---|---|---|",
    ]
    assert lines[4].startswith(
        f"| {_EVENT.replace('_', chr(92) + '_')}:3:8 | start | [DA002]({_HELP.replace('org/', 'org/fr/')}"
    )
    hostile = {"given": "<b>|x|\n`y` [z](https://evil.org)"}
    row = FORMATS["markdown"](
        [Problem("a|b.yml", 1, 1, "", "unknown-field", hostile)], Path(), "en"
    ).splitlines()[4]
    assert row.count(" | ") == 3
    assert len(re.findall(r"(?<!\\)\|", row)) == 5
    assert "<" not in row
    assert r"\[z\]\(https://evil.org\)" in row


@pytest.mark.parametrize(
    ("form", "nothing"),
    [
        ("text", ""),
        ("github", ""),
        ("json", "[]\n"),
        ("markdown", "## 0 to mend\n"),
    ],
)
def test_a_project_without_a_mistake_has_nothing_to_tell(form: str, nothing: str) -> None:
    assert FORMATS[form]([], Path(), "en") == nothing


def test_the_page_of_a_run_gets_the_table_and_keeps_what_is_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "summary.md"
    page.write_text("# Before\n", "utf-8")
    monkeypatch.setenv(SUMMARY, str(page))
    run("--format", "text")
    assert page.read_text("utf-8") == "# Before\n"
    run("--format", "github")
    assert page.read_text("utf-8").startswith("# Before\n## 3 to mend\n\n| Place | Field |")


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        ("a: b", 4, ["    a: b", "       ^"]),
        ("\ta: b", 1, ["    →a: b", "    ^"]),
        ("a: 会議 x", 7, ["    a: 会議 x", "            ^"]),
        (f"a: {'x' * 300} y", 305, [f"    {'x' * 98} y", f"    {' ' * 99}^"]),
        ("a: \x1b[31m", 4, ["    a: \\x1b[31m", "       ^"]),
        ("", 1, []),
    ],
)
def test_a_line_is_shown_as_far_as_a_terminal_can(
    tmp_path: Path, line: str, column: int, words: list[str]
) -> None:
    lay(tmp_path, {"x.yml": f"first: 1\n{line}\n"})
    assert shown(Problem("x.yml", 2, column, "", "empty", {}), tmp_path).splitlines() == words


def test_nothing_is_shown_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert shown(Problem("x.yml", 2, 3, "", "empty", {}), tmp_path) == ""
    assert shown(Problem("x.yml", 0, 1, "", "file-missing", {}), tmp_path) == ""


def test_the_workflow_asks_for_annotations() -> None:
    workflow: Any = (PROJECT / ".github/workflows/check.yml").read_text("utf-8")
    assert re.search(r"run: make check\n\s+env:\n\s+UNTFSSE_FORMAT: github", workflow)
    assert "github" in FORMATS
