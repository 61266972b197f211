"""The list of contents beside a page says its headings letter by letter, no-break spaces included."""

from __future__ import annotations

from lxml import html  # type: ignore[import-untyped]

from crawler import Crawl

pytest_plugins = ["shared_sites"]
_NO_BREAK = "\u00a0"


def test_contents_repeat_the_headings(real: Crawl) -> None:
    seen = 0
    for page in real.pages.values():
        article = html.fromstring(page.source).find(".//article")
        entries = article.xpath(".//*[contains(@class, 'sse-fold__list')]//a[starts-with(@href, '#')]")
        for entry in entries:
            heading = article.get_element_by_id(entry.get("href")[1:])
            assert entry.text_content() == heading.text_content(), page.path
            assert len(entry) == 0, page.path
            seen += _NO_BREAK in entry.text_content()
    assert seen > 20
