"""Words: every page has a heading, a title and something to read, and no trace of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler import Crawl
from rules.listed import rule

_MARKS = re.compile(r"\{\{|\{%|\{#|[\ue000-\uf8ff]|&amp;(?:amp|lt|gt|quot|#\d+);")
_NOTHING = re.compile(r"\b(?:None|Undefined)\b(?! [a-z])|\bundefined\b|Markup\(|Said\(|Linked\(")


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
