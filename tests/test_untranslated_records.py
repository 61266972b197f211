"""What is missing in records: shown in the language it was written in, and marked as such."""

from __future__ import annotations

from typing import Any

from lxml import html  # type: ignore[import-untyped]

from building import PROJECT
from crawler import Crawl
from untfsse.names import language_name
from untfsse.strings import read_strings

pytest_plugins = ["shared_sites"]

_T, _ = read_strings(PROJECT)
_LINE = "es/events/2025-09-10-cancelled-seminar/"
_FRENCH = "events/2025-03-foire-aux-graines/"


def test_a_text_in_another_language_is_marked_for_machines_and_readers(example: Crawl) -> None:
    root = _root(example, _LINE)
    mark = f"({_T['es']('language.in', language=language_name('en', 'es'))})"
    [heading] = root.xpath("//h1")
    [summary] = root.xpath("//p[@class='sse-lead']")
    assert heading.xpath("span[@lang='en']/text()") == ["Seminar that was cancelled"]
    assert summary.xpath("span[@lang='en']/text()") == ["It was to speak of wells."]
    assert heading.text_content().endswith(mark)
    assert summary.text_content().endswith(mark)


def test_a_title_in_another_language_is_marked_in_lists(example: Crawl) -> None:
    [card] = _root(example, "es/events/").xpath("//h3[contains(., 'Seminar that was cancelled')]")
    assert card.xpath(".//span[@lang='en']")
    assert _T["es"]("language.in", language=language_name("en", "es")) in card.text_content()


def test_a_text_in_the_language_of_the_page_is_not_marked(example: Crawl) -> None:
    root = _root(example, "fr/events/2025-09-10-cancelled-seminar/")
    assert not root.xpath("//main//article//*[@lang]")


def test_a_record_that_is_not_translated_belongs_to_its_own_language(example: Crawl) -> None:
    page = example.pages[_LINE]
    assert page.canonical == example.address + _LINE[3:]
    assert page.robots == "noindex"
    assert [language for language, _ in example.pages[_LINE[3:]].hreflang] == ["en", "fr", "x-default"]


def test_a_record_first_written_in_french_belongs_to_french(example: Crawl) -> None:
    english, french = example.pages[_FRENCH], example.pages[f"fr/{_FRENCH}"]
    assert english.robots == "noindex"
    assert english.canonical == french.canonical == example.address + f"fr/{_FRENCH}"
    assert [language for language, _ in french.hreflang] == ["fr", "es", "x-default"]
    assert dict(french.hreflang)["x-default"] == french.canonical
    assert _root(example, _FRENCH).xpath("//h1/span[@lang='fr']/text()") == ["Foire aux graines"]


def test_a_text_is_shown_in_the_language_it_was_written_in_before_english(example: Crawl) -> None:
    summary = "//p[@class='sse-lead']/span[@lang]"
    [shown] = _root(example, "es/members/graines/").xpath(summary)
    assert (shown.get("lang"), shown.text) == ("fr", "Il garde et partage les graines.")
    assert _root(example, "members/graines/").xpath(summary) == []


def test_a_work_that_exists_in_french_only_shows_its_title_and_what_it_means(example: Crawl) -> None:
    path = "publications/carnets-de-l-eau/"
    english = _root(example, path)
    assert english.xpath("//h1/span[@lang='fr']/text()") == ["Carnets de l’eau"]
    assert "Notebooks of water" in english.xpath("//main//header")[0].text_content()
    assert example.pages[path].indexed
    assert example.pages[f"fr/{path}"].indexed
    assert not example.pages[f"es/{path}"].indexed


def test_a_theme_without_a_label_in_a_language_says_so(example: Crawl) -> None:
    page = example.pages["es/themes/seeds/"]
    assert not page.indexed
    assert _T["es"]("record.untranslated") in page.words
    assert _root(example, "es/themes/").xpath("//ul[@class='sse-hubs']//span[@lang='en']/text()") == ["Seeds"]


def _root(site: Crawl, path: str) -> Any:
    return html.document_fromstring(site.pages[path].source)
