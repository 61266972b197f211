"""What is new to look at since a commit, and one sentence that tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from untfsse.checking import check_all
from untfsse.languages import use
from untfsse.names import language_name
from untfsse.problems import ProblemsFound
from untfsse.translations import commits
from untfsse.translations.ledger import Ledger
from untfsse.translations.pairing import Pair, State
from untfsse.translations.standing import Standing, standings

New = Mapping[str, list[tuple[Standing, Pair]]]
"""Language → what there is to look at, and in which document."""

_SAID = {
    State.STALE: ("makes", "stale"),
    State.MISSING: ("leaves", "missing"),
    State.ORPHANED: ("leaves", "without a source"),
    State.ADDED: ("leaves", "only in the translation"),
}


class CannotTell(Exception):
    """It cannot be told; the message says why."""


def new_since(
    root: Path, commit: str, books: Mapping[str, Ledger], found: Mapping[str, list[Standing]]
) -> New:
    """Return what of `found`, as it is today, was not to be looked at when the files were as at `commit`."""
    with TemporaryDirectory() as folder:
        try:
            commits.unpack(root, commit, Path(folder))
            before = check_all(Path(folder), markup=False)
        except commits.NoSuchCommit:
            raise CannotTell(f"there is no commit {commit} here") from None
        except ProblemsFound:
            raise CannotTell(
                f"the files of {commit} have mistakes; what has changed cannot be told"
            ) from None
        finally:
            use(root)  # a language may have been added since
    return {
        language: only_in(found[language], standings(before, book) if language in before.strings else [])
        for language, book in books.items()
    }


def made(new: New) -> str:
    """Return how many blocks of each language a change leaves to translators, and how many words."""
    parts = []
    for state, (verb, said) in _SAID.items():
        numbers = {
            language_name(language, "en"): sum(pair.state is state for _, pair in some)
            for language, some in new.items()
        }
        there = [f"{number} {language}" for language, number in numbers.items() if number]
        if there:
            noun = "block" if sum(numbers.values()) == 1 else "blocks"
            parts.append(f"{verb} {_listed(there)} {noun} {said}")
    words = words_of(pair for some in new.values() for _, pair in some)
    return f"{_listed(parts)}, about {words} words" if parts else "leaves nothing to translators"


def words_of(pairs: Iterable[Pair]) -> int:
    """Return how many words of the source there are to look at."""
    return sum(pair.source.words for pair in pairs if pair.source)


def only_in(now: Iterable[Standing], before: Iterable[Standing]) -> list[tuple[Standing, Pair]]:
    """Return what there is to look at now, and was not before."""
    old = {(one.document.name, fingerprints(pair)) for one in before for pair in one.to_do}
    return [
        (one, pair) for one in now for pair in one.to_do if (one.document.name, fingerprints(pair)) not in old
    ]


def fingerprints(pair: Pair) -> tuple[str, str]:
    """Return what the source and the translation of a pair say; nothing where there is none."""
    return (
        pair.source.fingerprint if pair.source else "",
        pair.translation.fingerprint if pair.translation else "",
    )


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
