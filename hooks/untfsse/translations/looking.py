"""What there is to look at for translators, on the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from untfsse.checking import Checked
from untfsse.names import language_name
from untfsse.translations import history, next_steps
from untfsse.translations.differences import put_in, taken_out
from untfsse.translations.next_steps import tell
from untfsse.translations.pairing import Pair, State
from untfsse.translations.report import lines, placed, summary, written
from untfsse.translations.since import CannotTell, new_since, words_of
from untfsse.translations.standing import Standing, under
from untfsse.translations.units import shown


def status(given: argparse.Namespace, books: Any, found: dict[str, list[Standing]], checked: Checked) -> int:
    """Say how translations stand, most urgent first."""
    wanted = [given.language] if given.language else list(found)
    if given.json:
        sys.stdout.write(written({one: found[one] for one in wanted}))
        return 0
    for language in wanted:
        print(summary(language, found[language]))
        for line in lines(given.root, found[language], language):
            print(line)
    tell(next_steps.after_status({one: found[one] for one in wanted}))
    return 0


def diff(given: argparse.Namespace, books: Any, found: dict[str, list[Standing]], checked: Checked) -> int:
    """Show what has changed in the source beside the translation."""
    wanted = {language: list(under(given.root, given.paths, some)) for language, some in found.items()}
    for language, some in wanted.items():
        for one in (one for one in some if one.to_do):
            if one.is_missing:
                print(next_steps.not_translated(one))
                continue
            for place, pair in placed(given.root, one, one.to_do, language):
                said = f"{language_name(language, 'en')}, {pair.state.said}"
                print(f"{place} ({said})" if pair.translation else f"{one.document.file} ({said})")
                if not pair.translation:
                    print(f"  {'stands in':12} {place}")
                for label, words in _sides(given.root, one, pair):
                    print(f"  {label:12} {words}")
    if any(one.to_do for some in wanted.values() for one in some):
        tell(next_steps.after_diff(wanted, given.paths))
    else:
        print("nothing to do there")
    return 0


def _sides(root: Path, one: Standing, pair: Pair) -> Iterator[tuple[str, str]]:
    if pair.entry is not None and pair.state is State.STALE:
        look = history.said_before if one.document.is_page else history.field_before
        old = look(root, one.document.source_file, pair.entry.source)
        new = pair.source.text if pair.source else ""
        yield "source was", old or "(not found in the history)"
        yield "source is", new
        if old:
            yield from ((label, words) for label, words in _change(old, new) if words)
    elif pair.source is not None:
        yield "source is", pair.source.text
    if pair.translation is not None:
        yield "translation", pair.translation.text


def _change(old: str, new: str) -> Iterator[tuple[str, str]]:
    yield "taken out", taken_out(old, new)
    yield "put in", put_in(old, new)


def changed(given: argparse.Namespace, books: Any, found: dict[str, list[Standing]], checked: Checked) -> int:
    """Say what the changes since a commit leave to translators."""
    try:
        fresh = new_since(given.root, given.commit, books, found)
    except CannotTell as reason:
        print(reason, file=sys.stderr)
        return 1
    files: list[str] = []
    for language, some in fresh.items():
        words = words_of(pair for _, pair in some)
        said = language_name(language, "en")
        print(f"{said}: {len(some)} more to look at, about {words} words")
        for one, pair in some:
            ((place, _),) = placed(given.root, one, [pair], language)
            unit = pair.source or pair.translation
            assert unit is not None
            print(f"  {place}: {pair.state.said}: {shown(unit.text)}")
            files.append(one.document.source_file)
    if files:
        tell(next_steps.after_changed(files))
    return 0
