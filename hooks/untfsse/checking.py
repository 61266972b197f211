"""Everything `untfsse check` and a build look at before a page is made, in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from untfsse.codes import COUNTRIES
from untfsse.languages import use
from untfsse.link_exceptions import read_link_exceptions
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.page_calls import check_calls
from untfsse.page_markup import check_markup
from untfsse.page_places import check_places
from untfsse.problems import Problem, ProblemsFound
from untfsse.prose import Prose, read_prose
from untfsse.public_days import PublicDays, check_days, hub_days, made
from untfsse.records.dates import YEARS
from untfsse.redirects import Redirect, read_redirects
from untfsse.search_terms import SearchTerm, read_search_terms
from untfsse.showing import ALWAYS
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
    unlisted = use(root)
    store = read_store(root)
    prose, problems = read_prose(root, store.around)
    strings, more = read_strings(root)
    public = PublicDays(store, prose)
    targets = link_targets(root, store, prose)
    there = targets - public.coming(ALWAYS).keys()
    redirects, faults = read_redirects(root, there)
    terms, doubts = read_search_terms(root, there)
    _, wrong = read_link_exceptions(root)
    problems += [*unlisted, *store.problems, *more, *faults, *doubts, *wrong, *check_days(prose)]
    problems += _check_pages(store, prose, targets, public, markup)
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
    targets: Set[str],
    public: PublicDays,
    markup: bool,
) -> Iterable[Problem]:
    yield from check_places(prose, store.all_ids)
    for language in LANGUAGES:
        for page in prose[language].values():
            yield from check_alone(page, targets, public, markup=markup)


def check_alone(
    page: Prose, targets: Set[str], public: PublicDays, *, markup: bool = True
) -> Iterator[Problem]:
    """Yield what is wrong with one page; `targets` are the names of all pages and files."""
    since = public.speaks_from(page.name)
    yield from check_calls(page, public.known(since))
    if markup:
        drafts = public.coming(since)
        yield from check_markup(page, targets - drafts.keys() if drafts else targets, drafts)


def link_targets(root: Path, store: Store, prose: Mapping[str, Mapping[str, Prose]]) -> set[str]:
    """Return the names of all pages there are, those that are not public yet too, and `../assets/…`."""
    return {*_targets(root, store), *prose[DEFAULT]}


def _targets(root: Path, store: Store) -> Iterable[str]:
    """What a link from a page may name, without `.md`: pages made from records, and files."""
    yield from made(store.all_ids)
    yield from hub_days(store)
    if any(len(records) < len(store.all_ids[kind]) for kind, records in store.records.items()):
        yield from _any_hub(store)
    for file in (root / "docs" / "assets").rglob("*"):
        yield f"../{file.relative_to(root / 'docs').as_posix()}"


def _any_hub(store: Store) -> Iterable[str]:
    """Every hub there could be: what a record stands under is not known until its mistakes are mended."""
    for kind in ("themes", "sdgs"):
        yield from (f"{kind}/{value}" for value in store.vocabulary.get(kind, ()))
    yield from (f"countries/{code.lower()}" for code in COUNTRIES)
    yield from (f"years/{year}" for year in YEARS)
