"""A page that is not translated: shown in English, and never passed off as anything else."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree, html  # type: ignore[import-untyped]

from building import PROJECT
from crawler import Crawl
from untfsse.locales import LANGUAGES
from untfsse.names import language_name
from untfsse.strings import read_strings

pytest_plugins = ["shared_sites"]

_T, _ = read_strings(PROJECT)
_PROSE = ["fr/about/", "fr/milestones/", "es/about/", "es/milestones/", "es/plans/"]


@pytest.mark.parametrize("path", _PROSE)
def test_a_page_says_in_the_language_of_its_reader_that_it_is_not_translated(
    path: str, example: Crawl
) -> None:
    language = path[:2]
    [notice] = _root(example, path).xpath("//p[@class='sse-notice']")
    english = language_name("en", language)
    assert notice.get("lang") == language
    assert _T[language]("page.untranslated", language=english) in notice.text_content()
    [link] = notice.xpath("a")
    assert link.get("hreflang") == "en"
    assert example.follow(example.pages[path], link.get("href")) == path[3:]


@pytest.mark.parametrize("path", _PROSE)
def test_a_page_that_is_not_translated_is_in_english_and_says_so_to_machines(
    path: str, example: Crawl
) -> None:
    page, english = example.pages[path], example.pages[path[3:]]
    assert (page.html_language, page.article_languages) == (path[:2], ["en"])
    assert page.headings == english.headings
    assert page.canonical == example.address + path[3:]
    assert page.robots == "noindex"
    assert page.hreflang == []


@pytest.mark.parametrize("path", _PROSE)
def test_a_page_that_is_not_translated_is_no_alternate_and_not_in_the_sitemap(
    path: str, example: Crawl
) -> None:
    assert path[:2] not in dict(example.pages[path[3:]].hreflang)
    assert example.address + path[3:] in _sitemap(example)
    assert example.address + path not in _sitemap(example)


def test_the_language_bar_says_in_each_language_what_is_not_translated(example: Crawl) -> None:
    for path in ("about/", "fr/about/", "es/about/"):
        words = [entry.words for entry in example.pages[path].bar]
        assert words == [
            "English",
            f"Français ({_T['fr']('language.not-translated')})",
            f"Español ({_T['es']('language.not-translated')})",
        ]


def test_pictures_are_found_from_a_page_that_is_not_translated(example: Crawl) -> None:
    page = example.pages["fr/about/"]
    assert "assets/drop.png" in {example.follow(page, one.written) for one in page.addresses}


def test_lists_and_numbers_inside_a_page_that_is_not_translated_are_marked(example: Crawl) -> None:
    root = _root(example, "fr/about/")
    for words in root.xpath("//article//*[contains(@class, 'sse-list') or contains(@class, 'sse-number')]"):
        assert words.xpath("string(ancestor-or-self::*[@lang][1]/@lang)") == "fr"
    assert root.xpath("count(//article//*[contains(@class, 'sse-list')])") > 0


def test_its_title_is_marked_in_menus(example: Crawl) -> None:
    marked = _root(example, "fr/themes/").xpath("//nav//span[@lang='en']/text()")
    assert {"About the example", "Milestones"} == set(marked)


def test_every_page_is_there_in_every_language(example: Crawl) -> None:
    english = {path for path, page in example.pages.items() if page.language == "en"}
    for language in LANGUAGES[1:]:
        there = {
            path.removeprefix(f"{language}/") for path in example.pages if path.startswith(f"{language}/")
        }
        assert there == english


def _root(site: Crawl, path: str) -> Any:
    return html.document_fromstring(site.pages[path].source)


def _sitemap(site: Crawl) -> set[str]:
    root = etree.parse(site.folder / "sitemap.xml").getroot()
    return set(root.xpath("//*[local-name() = 'loc']/text()"))
