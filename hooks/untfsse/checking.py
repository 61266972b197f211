"""Everything `untfsse check` and a build look at before a page is made, in one run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from untfsse.languages import use
from untfsse.link_exceptions import read_link_exceptions
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.macro_calls import Known
from untfsse.page_calls import check_calls
from untfsse.page_markup import check_markup
from untfsse.page_places import check_places
from untfsse.problems import Problem, ProblemsFound
from untfsse.prose import Prose, read_prose
from untfsse.records import KINDS
from untfsse.redirects import Redirect, read_redirects
from untfsse.search_terms import SearchTerm, read_search_terms
from untfsse.selection import HUBS, facets_of
from untfsse.store import Store, read_store
from untfsse.strings import Strings, read_strings


@dataclass(frozen=True)
class Checked:
    """What a site is made of, and what is wrong with it."""

    store: Store
    prose: dict[str, dict[str, Prose]]
    strings: dict[str, Strings]
    redirects: list[Redirect]
    search_terms: list[SearchTerm]
    problems: list[Problem]


def read_all(root: Path, *, markup: bool = True) -> Checked:
    """Read everything below `root`; mistakes are collected, never raised.

    Without `markup`, links and HTML in pages are not looked at, which takes most of the time.
    """
    unlisted = [*use(root), *read_link_exceptions(root)[1]]
    store = read_store(root)
    prose, problems = read_prose(root, store.around)
    strings, more = read_strings(root)
    drafts = set(_made(store.drafts))
    targets = set(_targets(root, store)) - drafts | set(prose[DEFAULT])
    redirects, faults = read_redirects(root, targets)
    terms, doubts = read_search_terms(root, targets)
    problems += [*unlisted, *store.problems, *more, *faults, *doubts]
    problems += _check_pages(store, prose, targets, drafts, markup)
    return Checked(store, prose, strings, redirects, terms, problems)


def check_all(root: Path, *, markup: bool = True) -> Checked:
    """Read everything below `root`; raise ProblemsFound with every mistake of every file."""
    checked = read_all(root, markup=markup)
    if checked.problems:
        raise ProblemsFound(checked.problems)
    return checked


def _check_pages(
    store: Store,
    prose: dict[str, dict[str, Prose]],
    targets: Collection[str],
    drafts: Collection[str],
    markup: bool,
) -> Iterable[Problem]:
    known = Known(store.all_ids, store.vocabulary, store.drafts)
    yield from check_places(prose, store.all_ids)
    for language in LANGUAGES:
        for page in prose[language].values():
            yield from check_calls(page, known)
            if markup:
                yield from check_markup(page, targets, drafts)


def _targets(root: Path, store: Store) -> Iterable[str]:
    """What a link from a page may name, without `.md`: pages made from records, and files."""
    yield from _made(store.all_ids)
    hubs = {facet: kind for kind, facet in HUBS.items()}
    for records in store.records.values():
        for record in records.values():
            for facet, value in () if record.draft else facets_of(record):
                if facet in hubs:
                    yield f"{hubs[facet]}/{value.lower()}"
    for file in (root / "docs" / "assets").rglob("*"):
        yield f"../{file.relative_to(root / 'docs').as_posix()}"


def _made(ids: Mapping[str, Iterable[str]]) -> Iterable[str]:
    for kind in KINDS:
        yield from (f"{kind}/{id_}" for id_ in ids[kind])
    yield from (f"plans/{area}" for area in ids["areas"])
