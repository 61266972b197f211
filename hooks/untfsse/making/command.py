"""The command `untfsse new`: a new record or story, from questions or from options."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from untfsse.checking import Checked, read_all
from untfsse.locales import DEFAULT, LANGUAGES, TRANSLATED
from untfsse.making.answers import Fields, put, value_of
from untfsse.making.asking import Ask, Asking
from untfsse.making.checking import file_of, problems_with
from untfsse.making.naming import suggested
from untfsse.making.questions import NEWS, QUESTIONS, SINGULAR, form_of, model_of
from untfsse.making.writing import as_yaml
from untfsse.problems import Problem, ProblemsFound
from untfsse.records.base import ID_FORM, RESERVED_IDS
from untfsse.terminal.files import write
from untfsse.terminal.words import Words, add_language, words_for
from untfsse.word_checks import check_words

_LONGEST_ID = 80
_STOPPED = 130
"""Exit status of a command that was stopped by Ctrl-C (128 and the number of the signal)."""


def add(commands: Any) -> None:
    """Add the command to the command line, with the options of each kind."""
    parser = commands.add_parser("new", help="a new record or story: asks what it needs, or takes options")
    kinds = parser.add_subparsers(dest="noun", required=True)
    for noun, kind in SINGULAR.items():
        one = kinds.add_parser(noun, help=f"a new file in {file_of(kind, '…')}")
        for question in QUESTIONS[kind]:
            languages = LANGUAGES if form_of(kind, question.path).is_text else [""]
            for language in languages:
                option = "-".join(filter(None, ("-", question.label, language))).replace("---", "--")
                place = ".".join(filter(None, (question.path, language)))
                one.add_argument(option, dest=f"field {place}", metavar="…", help=place)
        one.add_argument("--field", action="append", default=[], metavar="NAME=VALUE", help="any field")
        one.add_argument("--id", default="", help="name of the file (default: from date and title)")
        if kind == NEWS:
            one.add_argument("--text", default="", help="the words of the story")
        one.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")
        add_language(one)


def run(given: argparse.Namespace, ask: Ask = input) -> int:
    """Make the file; return 0, 1 where it would have mistakes, or 130 where it was stopped."""
    tell, kind = words_for(given), SINGULAR[given.noun]
    checked = read_all(given.root, markup=False)
    every = {name.partition(" ")[2]: value for name, value in vars(given).items() if value is not None}
    options = {name: str(value) for name, value in every.items() if name}
    with suppress(ImportError):  # there is none on Windows
        import readline  # noqa: F401 (lets arrow keys edit an answer)
    try:
        if options or given.field or given.id:
            return _from_options(given, checked, tell, kind, options)
        asking = Asking(checked, tell, ask, print)
        fields = asking.fields(kind)
        text = asking.text() if kind == NEWS else ""
        taken = _taken(checked, kind)
        id_ = asking.name(suggested(kind, fields, taken), lambda name: name_fault(checked, tell, kind, name))
        return _make(given.root, checked, tell, kind, id_, fields, text)
    except (KeyboardInterrupt, EOFError):
        print(f"\n{tell('new.stopped')}", file=sys.stderr)
        return _STOPPED


def _from_options(
    given: argparse.Namespace, checked: Checked, tell: Words, kind: str, options: Mapping[str, str]
) -> int:
    fields: Fields = {}
    ids = dict.fromkeys(checked.store.all_ids["members"])
    pairs = [*options.items(), *(one.partition("=")[::2] for one in given.field)]
    for name, value in pairs:
        form = form_of(kind, name)
        if not form.known or not value.strip() or "." in (name[:1], name[-1:]):
            print(tell("new.no-field", given=name), file=sys.stderr)
            return 1
        try:
            fields = put(fields, name, value_of(name, form, value.strip(), ids))
        except (TypeError, ValueError, AttributeError):
            print(tell("new.no-field", given=name), file=sys.stderr)
            return 1
    id_ = given.id or suggested(kind, fields, _taken(checked, kind))
    if wrong := name_fault(checked, tell, kind, id_):
        print(wrong, file=sys.stderr)
        return 1
    return _make(given.root, checked, tell, kind, id_, fields, getattr(given, "text", ""))


def _taken(checked: Checked, kind: str, former: bool = False) -> set[str]:
    """Names a file cannot get: those of records or stories and, unless `former`, those that led there."""
    there = checked.prose[DEFAULT] if kind == NEWS else checked.store.all_ids[kind]
    old = () if former else (one.old.strip("/") for one in checked.redirects)
    return {name.removeprefix(f"{kind}/") for name in (*there, *old)}


def name_fault(checked: Checked, tell: Words, kind: str, id_: str, former: bool = False) -> str:
    """Return what is wrong with a name, or nothing; `former` if it may be one that is given up."""
    if not id_:
        return tell("new.no-name")
    if not ID_FORM.fullmatch(id_) or len(id_) > _LONGEST_ID or id_ in RESERVED_IDS or id_ in LANGUAGES:
        return tell("new.bad-name", given=id_)
    return tell("new.taken", given=id_) if id_ in _taken(checked, kind, former) else ""


def _make(root: Path, checked: Checked, tell: Words, kind: str, id_: str, fields: Fields, text: str) -> int:
    file = file_of(kind, id_)
    wrong = problems_with(checked, kind, id_, fields)
    if wrong:
        return _refused(wrong, tell)
    content = as_yaml(fields, model_of(kind))
    if kind == NEWS:
        content = f"---\n{content}---\n\n{text.strip() or fields['description']}\n"
    if (root / file).exists() or (root / file).is_symlink():
        print(tell("new.taken", given=id_), file=sys.stderr)
        return 1
    is_new_folder = not (root / file).parent.exists()
    write(root, {file: content.encode()})
    stays = False
    try:
        told = [one for one in _check(root) if one.file == file]
        stays = all(one.key == "page-untranslated" for one in told)
    finally:
        if not stays:
            (root / file).unlink()
            if is_new_folder:
                (root / file).parent.rmdir()
    if not stays:
        return _refused(told, tell)
    print(tell("new.written", file=file))
    for one in told:
        print(f"untfsse check: {one.told(tell.for_mistakes)}")
    if not told:
        print(f"untfsse check: {tell('new.right')}")
    missing = [one for one in TRANSLATED if kind == NEWS or not _is_translated(fields, one)]
    if missing:
        print(tell("new.translate", languages=", ".join(missing)))
    print(tell("new.next", file=file))
    return 0


def _refused(problems: list[Problem], tell: Words) -> int:
    for one in ProblemsFound(problems).problems:
        print(one.told(tell.for_mistakes), file=sys.stderr)
    print(tell("new.refused"), file=sys.stderr)
    return 1


def _check(root: Path) -> list[Problem]:
    checked = read_all(root)
    return [*checked.problems, *check_words(checked)]


def _is_translated(value: Any, language: str) -> bool:
    """Whether every text in the fields has words in a language."""
    if isinstance(value, list):
        return all(_is_translated(one, language) for one in value)
    if not isinstance(value, dict):
        return True
    if DEFAULT in value:
        return language in value
    return all(_is_translated(one, language) for one in value.values())
