"""What a change does to translations: what becomes stale or missing through it, and what was translated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from untfsse.checking import Checked
from untfsse.languages import use
from untfsse.locales import TRANSLATED
from untfsse.problems import ProblemsFound
from untfsse.translations.ledger import load
from untfsse.translations.pairing import Pair, State
from untfsse.translations.report import placed
from untfsse.translations.since import fingerprints, only_in, words_of
from untfsse.translations.standing import Standing, standings
from untfsse.translations.units import shown


@dataclass(frozen=True)
class Place:
    """One text of a translation."""

    where: str
    """File and line."""

    state: State
    words: str
    """How it begins."""

    document: str
    """`page:about/index`, `events/<id>` …"""


@dataclass(frozen=True)
class Effect:
    """What becomes of one language."""

    language: str
    to_do: tuple[Place, ...]
    """What is to be looked at now and was not before."""

    words: int
    """Words of the source that are to be translated or looked at for that."""

    translated: tuple[Place, ...]
    """What was translated, or brought up to date, in this change."""

    def on(self, page: str) -> int:
        """Return how many texts of a page or record are to be looked at now and were not before."""
        return sum(one.document in (page, f"page:{page}") for one in self.to_do)


def effects(root: Path, before: Checked, after: Checked) -> list[Effect]:
    """Return the effect on each language, by the ledgers of today; none where they cannot be read."""
    found = []
    try:
        books = {language: load(root, language) for language in TRANSLATED}
    except ProblemsFound:
        return []
    for language, book in books.items():
        now = standings(after, book)
        then = standings(before, book) if language in before.strings else []
        fresh = only_in(now, then)
        done = list(_done(then, now))
        words = words_of(pair for _, pair in fresh)
        places = (tuple(_places(root, some, language)) for some in (fresh, done))
        found.append(Effect(language, next(places), words, next(places)))
    use(root)
    return found


def _done(then: Iterable[Standing], now: Iterable[Standing]) -> Iterable[tuple[Standing, Pair]]:
    """Yield what is translated now, was not, or said something else."""
    known = {
        (one.document.name, *fingerprints(pair)) for one in then for pair in one.pairs if _is_right(pair)
    }
    for one in now:
        for pair in one.pairs:
            if _is_right(pair) and pair.translation and (one.document.name, *fingerprints(pair)) not in known:
                yield one, pair


def _is_right(pair: Pair) -> bool:
    return pair.state in (State.FRESH, State.NEW)


def _places(root: Path, some: Iterable[tuple[Standing, Pair]], language: str) -> Iterable[Place]:
    for one, pair in some:
        ((where, _),) = placed(root, one, [pair], language)
        unit = (pair.translation if _is_right(pair) else None) or pair.source or pair.translation
        assert unit is not None
        yield Place(where, pair.state, shown(unit.text), one.document.name)
