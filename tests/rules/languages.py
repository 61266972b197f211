"""Languages: no page lies about its own, and each names the others."""

from __future__ import annotations

from collections.abc import Iterator

from crawler import Crawl
from html_page import Page, Tongue
from rules.listed import rule
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.names import own_name


@rule
def the_language_is_that_of_the_folder(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        if page.html_language != page.language:
            yield f"{page.path}: html is {page.html_language}"


@rule
def an_article_in_another_language_says_so(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        [article] = page.article_languages
        other = article in LANGUAGES and article != page.language
        if other and page.notices == [page.language] and not page.indexed:
            continue
        if article != page.language:
            yield f"{page.path}: article is {article}, notices {page.notices}"


@rule
def pages_not_indexed_say_why(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        if page.indexed == bool(page.notices):
            yield f"{page.path}: {page.robots or 'indexed'}, {len(page.notices)} notices"


@rule
def links_stay_in_the_language_of_the_page_unless_they_say_so(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        for tag, _, written, hreflang in page.addresses:
            path = crawl.follow(page, written) if tag == "a" else None
            target = crawl.pages.get(path) if path is not None else None
            if target and target.language != (hreflang or page.language):
                yield f"{page.path}: {written}"


@rule
def canonical_addresses_are_indexed(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        if page.canonical is None or not page.canonical.startswith(crawl.address):
            yield f"{page.path}: {page.canonical}"
            continue
        path = page.canonical.removeprefix(crawl.address)
        if page.indexed != (path == page.path):
            yield f"{page.path}: canonical {path}, {page.robots or 'indexed'}"
        elif path not in crawl.pages or not crawl.pages[path].indexed:
            yield f"{page.path}: canonical {path} is no page to index"


@rule
def languages_name_each_other(crawl: Crawl) -> Iterator[str]:
    """The alternates of a page are absolute, name it itself, name each other, and exist."""
    for page in crawl.pages.values():
        if not page.indexed or not page.hreflang:
            if page.hreflang:
                yield f"{page.path}: not indexed, but {page.hreflang}"
            continue
        languages = [language for language, _ in page.hreflang]
        paths = {language: address.removeprefix(crawl.address) for language, address in page.hreflang}
        default = DEFAULT if DEFAULT in paths else languages[0]
        if languages != [*(one for one in LANGUAGES if one in paths), "x-default"]:
            yield f"{page.path}: {languages}"
        elif paths.get(page.language) != page.path or paths["x-default"] != paths[default]:
            yield f"{page.path}: {paths}"
        for path in paths.values():
            other = crawl.pages.get(path)
            if other is None or not other.indexed or other.hreflang != page.hreflang:
                yield f"{page.path}: {path} does not answer"


@rule
def pages_in_several_languages_have_alternates(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        indexed = [one for one in _translations(crawl, page) if one.indexed]
        if page.indexed and len(indexed) != max(len(page.hreflang) - 1, 1):
            yield f"{page.path}: {len(indexed)} languages, {page.hreflang}"


@rule
def the_language_bar_leads_to_the_same_page(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        there = _translations(crawl, page)
        if [crawl.follow(page, entry.href) for entry in page.bar] != [one.path for one in there]:
            yield f"{page.path}: {[entry.href for entry in page.bar]}"
        elif [one.language for one in there] != list(LANGUAGES):
            yield f"{page.path}: only in {[one.language for one in there]}"
        else:
            pairs = zip(page.bar, there, strict=True)
            yield from (f"{page.path}: {one}" for one, other in pairs if not _is_right(one, other, page))


def _translations(crawl: Crawl, page: Page) -> list[Page]:
    """The page in every language, in the order of the language bar."""
    name = page.path.removeprefix(f"{page.language}/") if page.language != DEFAULT else page.path
    paths = [name if one == DEFAULT else f"{one}/{name}" for one in LANGUAGES]
    return [crawl.pages[path] for path in paths if path in crawl.pages]


def _is_right(entry: Tongue, other: Page, page: Page) -> bool:
    """Whether an entry names a language in its own words, and says if the page is not in it.

    What says that a page was withdrawn is in every language.
    """
    name, _, missing = entry.words.partition(" (")
    return (
        name == own_name(other.language)
        and entry.language == entry.hreflang == other.language
        and entry.current == (other is page)
        and bool(missing) == (not other.indexed and 'id="withdrawn"' not in other.source)
    )
