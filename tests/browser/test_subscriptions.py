"""The list of feeds and calendars: narrowed by words, whole without scripts, and copied from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browser.templates import path_in
from browser.visits import Visit

_PAGE = "this-site/feeds/"
_ROWS = ".sse-subscribe__rows > li"


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("en", "public policy", "Public policy"),
        ("fr", "themes politiques", "Politiques publiques"),
        ("es", "políticas públicas", "Políticas públicas"),
    ],
)
def test_the_list_is_narrowed_to_what_has_the_words(
    language: str, typed: str, shown: str, visit: Callable[..., Visit]
) -> None:
    page = visit(path_in(language, _PAGE)).page
    every = page.locator(_ROWS).count()
    page.get_by_role("searchbox").last.fill(typed)
    rows = page.locator(f"{_ROWS}:visible")
    assert 1 <= rows.count() < every
    expect(rows.first).to_contain_text(shown)
    expect(page.locator(".sse-subscribe [role=status]")).to_contain_text(str(rows.count()))
    page.get_by_role("searchbox").last.fill("")
    assert page.locator(f"{_ROWS}:visible").count() == every
    expect(page.locator(".sse-subscribe [role=status]")).to_be_empty()


def test_words_that_nothing_has_leave_a_word_about_it(visit: Callable[..., Visit]) -> None:
    page = visit(_PAGE).page
    page.get_by_role("searchbox").last.fill("zyxwold")
    assert page.locator(".sse-subscribe section:visible").count() == 0
    expect(page.locator(".sse-subscribe .sse-none")).to_be_visible()


def test_an_address_is_copied(visit: Callable[..., Visit]) -> None:
    page = visit(_PAGE).page
    page.evaluate(
        "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }"
    )
    page.locator(f"{_ROWS} button").nth(1).click()
    address = page.locator(f"{_ROWS} button").nth(1).locator("xpath=../a").inner_text()
    assert page.evaluate("window.copied") == address
    assert address.startswith("http")
    expect(page.get_by_text("Copied", exact=True)).to_have_count(1)


def test_without_scripts_the_list_is_whole_and_nothing_is_offered_that_needs_them(
    visit: Callable[..., Visit],
) -> None:
    page = visit(_PAGE, script=False).page
    assert page.locator(f"{_ROWS}:visible").count() == page.locator(_ROWS).count() > 60
    assert page.locator(".sse-subscribe form:visible, .sse-subscribe button:visible").count() == 0
