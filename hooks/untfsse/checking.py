"""Everything `untfsse check` and a build look at before a page is made, in one run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.macro_calls import Known
from untfsse.page_calls import check_calls
from untfsse.page_markup import check_markup
from untfsse.problems import Problem, ProblemsFound
from untfsse.prose import Prose, check_places, read_prose
from untfsse.records import KINDS
from untfsse.store import Store, read_store
from untfsse.strings import Strings, read_strings


@dataclass(frozen=True)
class Checked:
    """What a site is made of, free of mistakes."""

    store: Store
    prose: dict[str, dict[str, Prose]]
    strings: dict[str, Strings]


def check_all(root: Path) -> Checked:
    """Read everything below `root`; raise ProblemsFound with every mistake of every file."""
    store = read_store(root)
    prose, problems = read_prose(root)
    strings, more = read_strings(root)
    problems += [*store.problems, *more, *_check_pages(store, prose)]
    if problems:
        raise ProblemsFound(problems)
    return Checked(store, prose, strings)


def _check_pages(store: Store, prose: dict[str, dict[str, Prose]]) -> Iterable[Problem]:
    ids = store.all_ids
    known = Known(ids, store.vocabulary)
    yield from check_places(prose, ids)
    targets = set(_targets(store)) | set(prose[DEFAULT])
    for language in LANGUAGES:
        for page in prose[language].values():
            yield from check_calls(page, known)
            yield from check_markup(page, targets)


def _targets(store: Store) -> Iterable[str]:
    """Pages made from records, as a link from a page names them without `.md`."""
    for kind in KINDS:
        yield from (f"{kind}/{id_}" for id_ in store.all_ids[kind])
    yield from (f"plans/{area}" for area in store.all_ids["areas"])
    for kind in ("themes", "sdgs"):
        yield from (f"{kind}/{id_}" for id_ in store.vocabulary.get(kind, ()))
