"""What a check has found, as text, annotations of GitHub, JSON, rdjson or a table in Markdown."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from untfsse.problems import Problem, printable
from untfsse.wording import help_address, say

SUMMARY = "GITHUB_STEP_SUMMARY"
"""Holds the path of the file that GitHub shows with a run."""

_MOST_ROWS = 300
"""Rows of a table that are written; GitHub shows one mebibyte at most."""

_WIDTH = 100
"""Letters of a line that are shown."""

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|~])")
_INDENT = "    "
Report = Callable[[Sequence[Problem], Path, str], str]
"""Takes problems, the root of the project and a language."""


def text(problems: Sequence[Problem], root: Path, language: str) -> str:
    """Each problem in a line, with what stands there below it."""
    return "".join(f"{one.told(language)}\n{shown(one, root)}" for one in problems)


def shown(problem: Problem, root: Path) -> str:
    """Return the line that is meant, with a mark below its place; nothing where that tells nothing."""
    if not problem.line or ((problem.line, problem.column) == (1, 1) and not problem.key.startswith("yaml")):
        return ""
    line = _line(problem, root)
    if not line.strip():
        return ""
    first = max(0, min(problem.column - 1 - _WIDTH // 2, len(line) - _WIDTH))
    part = _visible(line[first : first + _WIDTH])
    before = _visible(line[first : problem.column - 1])
    gap = " " * sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in before)
    return f"{_INDENT}{part.rstrip()}\n{_INDENT}{gap}^\n"


def github(problems: Sequence[Problem], root: Path, language: str) -> str:
    """Each problem as a command to a workflow, which shows it beside the line (no token is needed)."""
    return "".join(f"{one}\n" for one in _annotations(problems, language))


def as_json(problems: Sequence[Problem], root: Path, language: str) -> str:
    """One list of objects; `line` and `column` are null where the whole file is meant."""
    found = [
        {
            "file": one.file,
            "line": one.line or None,
            "column": one.column if one.line else None,
            "field": one.field,
            "code": one.code,
            "key": one.key,
            "message": one.said(language),
            "help": help_address(language, one.key),
        }
        for one in problems
    ]
    return _json(found)


def rdjson(problems: Sequence[Problem], root: Path, language: str) -> str:
    """The Diagnostic format of reviewdog, whose columns count bytes of UTF-8."""
    return _json(
        {
            "source": {"name": "untfsse check", "url": help_address(language)},
            "severity": "ERROR",
            "diagnostics": [
                {
                    "message": _with_field(one, language),
                    "location": {"path": one.file, **_range(one, root)},
                    "severity": "ERROR",
                    "code": {"value": one.code, "url": help_address(language, one.key)},
                }
                for one in problems
            ],
        }
    )


def markdown(problems: Sequence[Problem], root: Path, language: str) -> str:
    """A table, such as for the page of a run of a workflow."""
    columns = str(say("-columns", {}, language)).split(", ", 3)
    rows = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    for one in problems[:_MOST_ROWS]:
        code = f"[{one.code}]({help_address(language, one.key)})"
        cells = (_plain(one.place), _plain(one.field), code, _plain(one.said(language)))
        rows.append(f"| {' | '.join(cells)} |")
    title = _plain(say("-some", {"n": len(problems)}, language))
    return "\n".join([f"## {title}", "", *(rows if problems else ())]).rstrip() + "\n"


FORMATS: dict[str, Report] = {
    "text": text,
    "github": github,
    "json": as_json,
    "rdjson": rdjson,
    "markdown": markdown,
}
"""Name on the command line → what makes it."""


def add_to_summary(problems: Sequence[Problem], root: Path, language: str) -> None:
    """Add the table to the page of the run of the workflow, if this is one; what is there stays."""
    if file := os.environ.get(SUMMARY):
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write(markdown(problems, root, language) + "\n")


def _annotations(problems: Sequence[Problem], language: str) -> Iterator[str]:
    for one in problems:
        place = [f"file={_property(printable(one.file))}"]
        if one.line:
            place += [f"line={one.line}", f"col={one.column}"]
        words = f"{_with_field(one, language)}\n{help_address(language, one.key)}"
        yield f"::error {','.join(place)},title={one.code}::{_data(words)}"


def _data(words: str) -> str:
    """Escape what ends a command of the runner (actions/toolkit, command.ts)."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def _with_field(problem: Problem, language: str) -> str:
    said = problem.said(language)
    return f"{printable(problem.field)}: {said}" if problem.field else said


def _range(problem: Problem, root: Path) -> dict[str, Any]:
    if not problem.line:
        return {}
    before = _line(problem, root)[: problem.column - 1]
    column = len(before.encode("utf-8", "replace")) + 1
    return {"range": {"start": {"line": problem.line, "column": column}}}


def _plain(words: str) -> str:
    """Return words as they are read, in a cell of a table: no markup, no end of the line."""
    words = " ".join(words.split("\n")).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN.sub(r"\\\1", words)


def _json(held: Any) -> str:
    return json.dumps(held, ensure_ascii=False, indent=2) + "\n"


def _visible(line: str) -> str:
    return printable(line.replace("\t", "→").replace("\u00a0", "·"))


def _line(problem: Problem, root: Path) -> str:
    lines = _lines(root / problem.file)
    return lines[problem.line - 1] if problem.line <= len(lines) else ""


def _lines(file: Path) -> list[str]:
    """Return the lines of a file as the check counts them."""
    try:
        words = file.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    except OSError:
        return []
    words = unicodedata.normalize("NFC", words.replace("\r\n", "\n").replace("\r", "\n"))
    return words.split("\n")
