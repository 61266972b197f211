"""The commands `untfsse translations export` and `import`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from untfsse.checking import Checked
from untfsse.clock import today
from untfsse.locales import TRANSLATED
from untfsse.names import language_name
from untfsse.translations import next_steps
from untfsse.translations.exchange import formats, importing, incoming, outgoing
from untfsse.translations.exchange.items import Bundle, Unfit
from untfsse.translations.ledger import Ledger, Origin
from untfsse.translations.standing import Standing, standings, under


def add(actions: Any) -> None:
    """Add the commands to `untfsse translations`."""
    out = actions.add_parser("export", help="a file for translators who work outside the repository")
    out.add_argument("language", choices=TRANSLATED)
    out.add_argument("paths", nargs="*", metavar="path", help="only files below these")
    out.add_argument("--format", choices=formats.FORMATS, required=True)
    which = out.add_mutually_exclusive_group()
    which.add_argument("--stale", action="store_true", help="only what is older than its source")
    which.add_argument("--all", action="store_true", help="also what is right as it is")
    out.add_argument("--output", type=Path, metavar="FILE", help="default: untfsse-<language>.<format>")
    back = actions.add_parser("import", help="take over what a translator has sent back")
    back.add_argument("file", type=Path)
    back.add_argument("--machine", action="store_true", help="it was translated by a machine")
    back.add_argument("--reviewed-by", default="", metavar="NAME", help="who has read it")


def export(given: Any, books: Any, found: dict[str, list[Standing]], checked: Checked) -> int:
    """Write a file; return 1 where that could not be done."""
    language, name = given.language, language_name(given.language, "en")
    some = list(under(given.root, given.paths, found[language])) if given.paths else found[language]
    states = outgoing.STALE if given.stale else outgoing.EVERY if given.all else outgoing.TO_DO
    items = tuple(outgoing.items(given.root, checked, language, some, states))
    if not items:
        print(f"nothing to translate into {name} there" + ("" if given.all else "; --all sends everything"))
        return 0
    file = given.output or Path(f"untfsse-{language}.{given.format}")
    try:
        if formats.format_of(file) != given.format:
            raise Unfit(f"its name does not end as that of a file in {given.format} does")
        file.write_bytes(formats.write(Bundle(language, items), given.format))
    except (Unfit, OSError) as error:
        print(f"{file}: {error}", file=sys.stderr)
        return 1
    print(f"{file}: {len(items)} texts, {sum(item.words for item in items)} words")
    print(*next_steps.after_export(file), sep="\n")
    return 0


def take_back(
    given: argparse.Namespace,
    books: dict[str, Ledger],
    found: dict[str, list[Standing]],
    checked: Checked,
) -> int:
    """Take over a file; return 1 where something was refused or is to be mended."""
    try:
        bundle = formats.read(given.file)
        if bundle.language not in books:
            raise Unfit(f'it does not say for which language it is, or for "{bundle.language}"')
    except Unfit as unfit:
        print(f"{given.file}: {unfit}", file=sys.stderr)
        return 1
    language = bundle.language
    todo = incoming.sort(bundle, found[language])
    done, now = importing.bring_in(given.root, checked, language, todo)
    review = (today(), given.reviewed_by) if given.reviewed_by else None
    origin: Origin = "machine" if given.machine else "person"
    taken = [*done.taken, *todo.accepted]
    importing.account(given.root, now, books[language], taken, origin, review)
    taken_over, accepted = len(done.taken), len(todo.accepted)
    print(
        f"{language_name(language, 'en')}: {taken_over} taken over, {accepted} accepted as they were, "
        f"{todo.untouched} not touched, {len(done.refusals)} refused"
    )
    for problem in done.problems:
        print(problem.told())
    if done.refusals:
        _tell(done.refusals)
        keys = {one.item.key for one in done.refusals}
        some = [one for one in standings(now, books[language]) if one.document.key in keys]
        sent_now = {one.id: one for one in outgoing.items(given.root, now, language, some, outgoing.EVERY)}
        _keep(given.file, Bundle(language, tuple(incoming.as_items(done.refusals, sent_now))))
    files = [edit.standing.document.file for edit in taken]
    there = {one.document.key for one in found[language]}
    again = list(dict.fromkeys(one.item.key for one in done.refusals if one.item.key in there))
    print(*next_steps.after_import(language, files, again, formats.format_of(given.file)), sep="\n")
    return 1 if done.refusals or done.problems else 0


def _tell(refusals: Sequence[incoming.Refusal]) -> None:
    for one in refusals:
        print(f"{one.where}: refused: {one.reason}")
        for label, words in one.details:
            print(f"  {label:14} {' '.join(words.split())}")


def _keep(file: Path, bundle: Bundle) -> None:
    """Put what was refused into a file of its own that can be corrected and imported."""
    if bundle.items:
        kept = file.with_name(f"{file.stem.removesuffix('.refused')}.refused{file.suffix}")
        kept.write_bytes(formats.write(bundle, formats.format_of(file)))
        said = "correct and confirm them there, and import that file"
        print(f"{kept}: {len(bundle.items)} refused, with the source of today; {said}")


ACTIONS = {"export": export, "import": take_back}
