"""What a search finds first: the golden cases of `tests/search.yml`, and every page by its title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from untfsse.links import address
from untfsse.search_pages import Entries
from untfsse.site import Site

pytest_plugins = ["browser.search_fixtures"]

HOMES = {"en": "", "fr": "fr/", "es": "es/"}
_TESTS = Path(__file__).resolve().parents[1]
CASES = yaml.safe_load((_TESTS / "search.yml").read_text("utf-8"))
WORDS = yaml.safe_load((_TESTS / "search_words.yml").read_text("utf-8"))

_FIRST = """async ([text, most]) => {
  const { results } = await sseSearch.find(text, {});
  return Promise.all(results.slice(0, most).map(async (one) => {
    const page = await one.data();
    return [sseSearch.pathOf(page), page.meta.mark || ""];
  }));
}"""


@pytest.fixture(scope="module")
def pages(browser: Browser, address: str) -> Iterator[dict[str, Page]]:
    """The page of the search in every language."""
    with browser.new_context() as window:
        opened = {}
        for language, home in HOMES.items():
            opened[language] = window.new_page()
            opened[language].goto(f"{address}{home}search/")
        yield opened


def test_there_are_enough_cases_in_every_language() -> None:
    assert len({(case["language"], case["query"]) for case in CASES}) == len(CASES) >= 48
    for language in HOMES:
        assert sum(case["language"] == language for case in CASES) >= 16


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['query']}")
def test_the_page_that_readers_want_comes_first(case: dict[str, str], pages: dict[str, Page]) -> None:
    found = _found(pages[case["language"]], case["query"], 3)
    assert found, "nothing was found"
    path, mark = found[0]
    assert path == HOMES[case["language"]] + case["page"], found
    assert f"({mark})" == case.get("mark", f"({mark})")


@pytest.mark.parametrize("language", HOMES)
def test_every_record_and_page_is_found_by_its_title(
    language: str, pages: dict[str, Page], real_site: Site
) -> None:
    """Among the first three: an event may have the title of a publication, a plan that of its text."""
    entries = Entries(real_site, language)
    names = [*real_site.tongue(language).pages, *real_site.prose_names()]
    wanted = [entry for name in names if (entry := entries.entry(name)) and entry.rank != "hub"]
    assert len(wanted) > 250
    missing = [
        entry.name
        for entry in wanted
        if address(entry.name, language)
        not in [path for path, _ in _found(pages[language], entry.title.plain, 3)]
    ]
    assert missing == []


@pytest.mark.parametrize("language", HOMES)
def test_every_hub_is_found_by_its_name(language: str, pages: dict[str, Page], real_site: Site) -> None:
    """Among the first fifteen, since records and pages of that name come before.

    The Sustainable Development Goals are left out: the page about them and all 17 come first.
    """
    entries = Entries(real_site, language)
    hubs = [e for name in real_site.tongue(language).pages if (e := entries.entry(name)) and e.rank == "hub"]
    assert len(hubs) > 60
    for hub in hubs:
        if hub.name == "themes/sdgs":
            continue
        found = _found(pages[language], hub.title.plain, 15)
        assert address(hub.name, language) in [path for path, _ in found], hub.name


def test_a_language_finds_its_own_pages_alone(pages: dict[str, Page]) -> None:
    for language, home in HOMES.items():
        for path, _ in _found(pages[language], "UNTFSSE", 1000):
            starts = path.split("/")[0] + "/"
            assert (starts if starts in HOMES.values() else "") == home, path


@pytest.mark.parametrize("case", WORDS, ids=lambda case: case["text"])
def test_the_browser_compares_words_as_the_index_does(case: dict[str, str], pages: dict[str, Page]) -> None:
    assert pages["fr"].evaluate("(text) => sseSearch.folded(text)", case["text"]) == case["folded"]


@pytest.mark.parametrize(
    ("language", "typed", "asked"),
    [
        ("en", "The history of the task force", "history task force"),
        ("en", "who is who", "who is who"),
        ("en", "WHO", "who"),
        ("en", "the WHO report", "who report"),
        ("en", "UNTFSSE", "untfsse"),
        ("en", "UN TFSSE members", "members"),
        ("fr", "Qu’est-ce que l’ESS ?", "économie sociale et solidaire"),
        ("fr", "au", "au"),
        ("fr", "accès au crédit", "accès crédit"),
        ("es", "¿Qué es la ESS?", "economía social y solidaria"),
        ("es", "ilo", "oit"),
        ("es", "constructor toString", "constructor tostring"),
    ],
)
def test_the_index_is_asked_for_what_the_pages_say(
    language: str, typed: str, asked: str, pages: dict[str, Page]
) -> None:
    assert pages[language].evaluate("(text) => sseSearch.asked(text)", typed) == asked


def _found(page: Page, text: str, most: int) -> list[Any]:
    found: list[Any] = page.evaluate(_FIRST, [text, most])
    return found
