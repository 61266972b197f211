"""The command `untfsse check`: what to mend, in a language and a form that is chosen."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from untfsse.checking import read_all
from untfsse.locales import DEFAULT
from untfsse.problems import ProblemsFound
from untfsse.reports import FORMATS, add_to_summary
from untfsse.word_checks import check_words, to_translate
from untfsse.wording import help_address, languages, say, system_language

FORMAT = "UNTFSSE_FORMAT"
LANGUAGE = "UNTFSSE_LANG"
"""Variables of the environment that choose as the options do, for workflows and `make check`."""


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("check", help="check every record and page, and say what to mend")
    parser.add_argument("paths", nargs="*", help="tell only of files below these paths")
    parser.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")
    shape = os.environ.get(FORMAT) or "text"
    parser.add_argument("--format", choices=FORMATS, default=shape if shape in FORMATS else "text")
    asked = os.environ.get(LANGUAGE, "")
    language = asked if asked in languages() else system_language()
    parser.add_argument("--lang", choices=languages(), default=language, help="default: that of the system")


def run(given: argparse.Namespace) -> int:
    """Tell what is to mend; return 1 where there is something, of the files that were asked for."""
    root, paths, language = given.root, given.paths, given.lang
    wanted = [Path(os.path.relpath(root / path, root)) for path in paths]
    checked = read_all(root)
    problems = ProblemsFound([*checked.problems, *check_words(checked)]).problems
    told = [p for p in problems if not paths or any(map(Path(p.file).is_relative_to, wanted))]
    sys.stdout.write(FORMATS[given.format](told, root, language))
    if given.format == "github":
        add_to_summary(told, root, language)
    for_people = given.format == "text"
    for note in to_translate(checked) if for_people and DEFAULT in checked.strings else ():
        print(note.told(language))
    if problems:
        sys.stdout.flush()
        print(_count(len(told), len(problems) - len(told), language), file=sys.stderr)
        return 1 if told else 0
    if for_people:
        records = sum(len(records) for records in checked.store.records.values())
        pages = sum(len(pages) for pages in checked.prose.values())
        print(say("-nothing", {"records": records, "pages": pages}, language))
    return 0


def _count(told: int, elsewhere: int, language: str) -> str:
    """The last line: how many, and where each code is explained."""
    said = say("-elsewhere" if elsewhere else "-some", {"n": told, "elsewhere": elsewhere}, language)
    return said + say("-help", {"address": help_address(language)}, language) if told else said
