"""Addresses of the earlier site, as a browser follows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from browser.axe import faults
from browser.served import Served
from browser.visits import Visit
from untfsse.locales import LANGUAGES


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_every_earlier_address_leads_to_a_page(script: bool, browser: Browser, served: Served) -> None:
    there = {served.address + path for path in served.pages}
    assert served.moved
    with browser.new_context(java_script_enabled=script) as context:
        visit = Visit(context.new_page(), served.address)
        for path in served.moved:
            visit.go(path, "commit")
            visit.page.wait_for_url(lambda address: address in there, wait_until="load")
            assert (visit.complaints, visit.strangers()) == ([], []), path


def test_an_earlier_address_in_another_language_leads_to_that_language(
    browser: Browser, served: Served
) -> None:
    there = {served.address + path for path in served.pages}
    with browser.new_context() as context:
        visit = Visit(context.new_page(), served.address)
        for language in LANGUAGES:
            visit.go(f"{served.moved[0]}?lang={language}", "commit")
            visit.page.wait_for_url(lambda address: address.split("?")[0] in there)
            visit.page.wait_for_selector(f"html[lang={language}] main")


def test_a_language_that_we_do_not_have_is_told_in_its_own_words(visit: Callable[..., Visit]) -> None:
    opened = visit("fr/about/?lang=pt-br")
    words = opened.page.locator("#sse-no-such-language")
    words.wait_for()
    assert words.get_attribute("lang") == "pt-BR"
    assert "português" in words.inner_text()
    assert (opened.complaints, opened.strangers()) == ([], [])
    assert faults(opened) == []


def test_axe_finds_nothing_on_a_page_at_an_earlier_address(browser: Browser, served: Served) -> None:
    with browser.new_context() as context:
        context.route(served.address + "**/*.js", lambda route: route.abort())
        visit = Visit(context.new_page(), served.address)
        found = {path: faults(visit.go(path)) for path in served.moved}
    assert {path: one for path, one in found.items() if one} == {}


def test_an_address_that_does_not_exist_gets_the_page_for_it(visit: Callable[..., Visit]) -> None:
    opened = visit("there/is/no/such/page/")
    assert opened.complaints == [
        f"answered 404: {opened.page.url}",
        "console: Failed to load resource: the server responded with a status of 404 (Not Found)",
    ]
    assert opened.strangers() == []
    assert opened.page.locator("main h1").count() == len(LANGUAGES)
