"""Says what to do next: the last lines of each command, each of which can be followed as it stands."""

from __future__ import annotations

import difflib
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from untfsse.translations.pairing import State
from untfsse.translations.standing import Standing, rooted, under

Found = Mapping[str, Sequence[Standing]]
"""Language → every document, the most important first."""

_COMMAND = "untfsse translations"
_MOST = 3
"""Files that are named in a command; of more than these, the first."""


def after_status(found: Found) -> Iterator[str]:
    """Where to begin; or that nothing is left."""
    first = next((one for some in found.values() for one in some if one.to_do), None)
    if first is None:
        new = _number(found, State.NEW)
        yield "next: nothing is left to translate; propose what you have changed"
        if new:
            said = "1 text translated since: it is" if new == 1 else f"{new} texts translated since: they are"
            yield (
                f"{said} recorded when your proposal is merged, without data/translations/ in it;"
                f" `{_COMMAND} record` does it now"
            )
    elif first.is_missing:
        yield f"next: {_make(first)}, then `{_command('check', [first.document.file])}`"
    else:
        yield f"next: `{_command('diff', [_both(first, found)])}` shows what has changed there"


def after_diff(found: Found, paths: Sequence[str]) -> Iterator[str]:
    """What to do with each state that was shown."""
    steps = {
        State.STALE: "correct each stale text at its place above; what is right as it is: "
        f"`{_command('accept', paths)}`",
        State.MISSING: "write what is missing, where its source has it",
        State.ORPHANED: "take out what is orphaned: its source is gone",
        State.ADDED: "take out what only the translation has; what is meant to be there: "
        f"`{_command('accept', paths)}`",
    }
    for state, step in steps.items():
        if _number(found, state):
            yield f"next: {step}"
    yield f"then: `{_command('check', paths)}`"


def after_accept(languages: Iterable[str], paths: Sequence[str]) -> Iterator[str]:
    """What was accepted must be kept."""
    files = " and ".join(f"data/translations/{language}.txt" for language in dict.fromkeys(languages))
    yield f"next: `{_command('check', paths)}`, then commit {files} with the rest"


def after_changed(files: Sequence[str]) -> Iterator[str]:
    """A change of the source alone is no mistake."""
    yield (
        f"next: `{_command('diff', files)}` shows them; translate them in the same pull request, or leave"
        " them to others: the site tells its readers until then"
    )


def after_check(excuses: Iterable[str]) -> Iterator[str]:
    """How a difference is excused that is meant; `excuses` are names of checks that found something."""
    yield "next: correct each at its place, and run this again"
    if names := ", ".join(sorted(set(excuses))):
        yield (
            f"if a difference is meant, write `translation_differs: [{names}]` at the top of the page: name"
            " only the checks that are needed, and say why after a #"
        )


def after_export(file: Path) -> Iterator[str]:
    """How a file comes back."""
    yield (
        f"next: send {file} with the address of the guide, this-site/translate/; what comes back:"
        f" `{_command('import', [str(file)])}`"
    )


def after_import(language: str, files: Sequence[str], refused: Sequence[str], form: str) -> Iterator[str]:
    """What to do with what went in, and with what was refused."""
    if files:
        yield (
            f"next: `{_command('check', files)}`, then commit the files and data/translations/{language}.txt"
        )
    if refused:
        again = _command("export", [language, "--format", form, *refused])
        yield f"what was refused can be sent again as it is today: `{again}`"


def not_translated(one: Standing) -> str:
    """What to do about a page or record of which nothing is translated."""
    return f"{one.document.file}: not translated yet, about {one.words_in_all} words; {_make(one)}"


def unknown(root: Path, paths: Iterable[str], found: Found) -> Iterator[str]:
    """Yield a sentence for each path below which nothing is translated, nor to be translated."""
    files = sorted(
        {
            file
            for some in found.values()
            for one in some
            for file in (one.document.file, one.document.source_file)
        }
    )
    for path, there in zip(paths, rooted(root, paths), strict=True):
        if not any(next(under(root, [path], some), None) for some in found.values()):
            near = difflib.get_close_matches(there.as_posix(), files, n=1)
            yield f"{path}: nothing is translated there" + (f"; did you mean {near[0]}?" if near else "")


def _make(one: Standing) -> str:
    if one.document.source_file == one.document.file:
        return f"translate {one.document.file}: the words of each language stand below each other"
    return f"copy {one.document.source_file} to {one.document.file} and translate it"


def _both(one: Standing, found: Found) -> str:
    """The file of the source where more languages than one have something to do, else of the translation."""
    name = one.document.name
    languages = sum(any(two.document.name == name and two.to_do for two in some) for some in found.values())
    return one.document.source_file if languages > 1 else one.document.file


def _number(found: Found, state: State) -> int:
    return sum(one.numbers[state] for some in found.values() for one in some)


def _command(action: str, words: Sequence[str]) -> str:
    """Return a command that can be copied."""
    shown = list(dict.fromkeys(words))[:_MOST] if action in ("diff", "check", "accept") else words
    return f"{_COMMAND} {action} {shlex.join(shown)}"


def tell(sentences: Iterable[str], where: TextIO | None = None) -> None:
    """Print sentences, one on a line; to standard output if nothing else is named."""
    for one in sentences:
        print(one, file=where)
