"""What every page of a built site must keep to: each rule tells the pages that do not.

`test_rules.py` breaks a good site once for each rule and looks whether the rule notices.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urldefrag

from crawler import Crawl, Page, Tongue
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.names import own_name

Rule = Callable[[Crawl], Iterator[str]]
RULES: list[Rule] = []

_MARKS = re.compile(r"\{\{|\{%|\{#|[\ue000-\uf8ff]|&amp;(?:amp|lt|gt|quot|#\d+);")
_NOTHING = re.compile(r"\b(?:None|Undefined)\b(?! [a-z])|\bundefined\b|Markup\(|Said\(|Linked\(")
_FOLLOWED_ONLY = {"canonical", "alternate", "prev", "next", "edit"}
_LOADED_BY_STYLES = re.compile(r"(?:url\(\s*|@import\s*)['\"]?(?:https?:)?//[^)'\"]*")
_LOADED_BY = {"script", "img", "iframe", "source", "video", "audio", "track", "embed", "object"}


def rule(check: Rule) -> Rule:
    """Put a rule on the list."""
    RULES.append(check)
    return check


@rule
def every_link_leads_to_a_file(crawl: Crawl) -> Iterator[str]:
    for page in [*crawl.pages.values(), crawl.not_found]:
        for written in {one.written for one in page.addresses}:
            path = crawl.follow(page, written)
            if path is not None and not crawl.exists(path):
                yield f"{page.path}: {written}"


@rule
def the_page_for_wrong_addresses_works_anywhere(crawl: Crawl) -> Iterator[str]:
    for one in crawl.not_found.addresses:
        if not one.written.startswith(("/", "#", crawl.address)):
            yield one.written


@rule
def every_anchor_is_on_its_page(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        for written in {one.written for one in page.addresses if "#" in one.written}:
            anchor = unquote(urldefrag(written).fragment)
            path = crawl.follow(page, written)
            target = crawl.pages.get(path) if path is not None else None
            if target and anchor and anchor not in target.ids:
                yield f"{page.path}: {written}"


@rule
def no_id_stands_twice_on_a_page(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        yield from (f"{page.path}: {id_}" for id_, number in page.ids.items() if number > 1)


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
def there_is_one_heading_of_the_first_level(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        if len(page.headings) != 1 or not page.headings[0]:
            yield f"{page.path}: {page.headings}"


@rule
def title_and_description_tell_pages_apart(crawl: Crawl) -> Iterator[str]:
    """Titles alone may be alike: a plan and its publication, two resolutions of one name."""
    seen: dict[tuple[str, str, str], str] = {}
    for page in crawl.pages.values():
        if not page.title.partition("–")[0].strip() or not page.description:
            yield f"{page.path}: {page.title!r}, {page.description!r}"
        first = seen.setdefault((page.language, page.title, page.description), page.path)
        if page.indexed and first != page.path:
            yield f"{page.path}: as {first}: {page.title!r}"


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


@rule
def no_template_shows_through(crawl: Crawl) -> Iterator[str]:
    for page in [*crawl.pages.values(), crawl.not_found]:
        found = _MARKS.search(page.source) or _NOTHING.search(page.words)
        found = found or _NOTHING.search(" ".join(one.written for one in page.addresses))
        if found:
            yield f"{page.path}: {found.string[max(found.start() - 30, 0) : found.end() + 30]!r}"


@rule
def no_article_is_empty(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        if len(page.article) < 10:
            yield f"{page.path}: {page.article!r}"


@rule
def nothing_is_asked_of_other_hosts(crawl: Crawl) -> Iterator[str]:
    for page in [*crawl.pages.values(), crawl.not_found]:
        for tag, rel, written in page.addresses:
            loaded = tag in _LOADED_BY or (tag == "link" and rel not in _FOLLOWED_ONLY)
            if loaded and crawl.follow(page, written) is None and not written.startswith("data:"):
                yield f"{page.path}: {tag} {written}"
    for name in crawl.files:
        if name.endswith(".css"):
            sheet = (crawl.folder / name).read_text("utf-8")
            yield from (f"{name}: {one}" for one in _LOADED_BY_STYLES.findall(sheet))


@rule
def every_address_is_encrypted_and_runs_nothing(crawl: Crawl) -> Iterator[str]:
    for page in [*crawl.pages.values(), crawl.not_found]:
        for _, _, written in page.addresses:
            if re.match(r"\s*(?!https:|mailto:)[a-z][a-z0-9+.-]*:", written, re.IGNORECASE):
                yield f"{page.path}: {written}"


@rule
def every_page_is_reached_from_the_home_page(crawl: Crawl) -> Iterator[str]:
    reached, waiting = {""}, [""]
    while waiting:
        page = crawl.pages[waiting.pop()]
        for tag, _, written in page.addresses:
            path = crawl.follow(page, written) if tag == "a" else None
            if path is not None and path in crawl.pages and path not in reached:
                reached.add(path)
                waiting.append(path)
    yield from sorted(crawl.pages.keys() - reached)


@rule
def pages_not_indexed_say_why(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        if page.indexed == bool(page.notices):
            yield f"{page.path}: {page.robots or 'indexed'}, {len(page.notices)} notices"


def _translations(crawl: Crawl, page: Page) -> list[Page]:
    """The page in every language, in the order of the language bar."""
    name = page.path.removeprefix(f"{page.language}/") if page.language != DEFAULT else page.path
    paths = [name if one == DEFAULT else f"{one}/{name}" for one in LANGUAGES]
    return [crawl.pages[path] for path in paths if path in crawl.pages]


def _is_right(entry: Tongue, other: Page, page: Page) -> bool:
    """Whether an entry names a language in its own words, and says if the page is not in it."""
    name, _, missing = entry.words.partition(" (")
    return (
        name == own_name(other.language)
        and entry.language == entry.hreflang == other.language
        and entry.current == (other is page)
        and bool(missing) == (not other.indexed)
    )
