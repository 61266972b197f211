"""Buttons that copy words: what is in the clipboard is what stands on the page, and readers are told so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.served import Served
from browser.visits import PHONE, Visit

_PATH = {
    "en": "publications/un-resolution-77-281/",
    "fr": "fr/publications/un-resolution-77-281/",
    "es": "es/publications/un-resolution-77-281/",
}
_SAID = {"en": ("Copy APA", "Copied"), "fr": ("Copier APA", "Copié"), "es": ("Copiar APA", "Copiado")}

_OLD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
_REFUSES = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))"
_NEVER = f"{_OLD}; document.execCommand = () => false"


@pytest.mark.parametrize("language", _PATH)
@pytest.mark.parametrize("phone", ["", _OLD, _REFUSES], ids=["new", "old", "refuses"])
def test_a_reference_is_copied_as_it_stands(
    language: str, phone: str, browser: Browser, served: Served
) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.add_init_script(phone)
        page.clock.install()
        visit = Visit(page, served.address).go(_PATH[language])
        button, said = _SAID[language]
        page.get_by_role("button", name=button).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text(said)
        assert _focused(page) == "apa"
        assert visit.complaints == []
        assert _in_clipboard(context.new_page(), served) == page.locator("#apa").text_content()
        page.bring_to_front()
        page.clock.run_for(8_000)
        expect(page.get_by_role("status")).to_have_text("")


def test_where_nothing_can_be_copied_the_words_are_selected(browser: Browser, served: Served) -> None:
    with browser.new_context(viewport={"width": PHONE, "height": 640}) as context:
        page = context.new_page()
        page.add_init_script(_NEVER)
        Visit(page, served.address).go(_PATH["en"])
        page.get_by_role("button", name="Copy Chicago").click()
        assert (
            page.evaluate("getSelection().toString().trim()") == page.locator("#chicago").inner_text().strip()
        )
        assert page.get_by_role("status").text_content() == ""
        assert _focused(page) == "chicago"


def test_without_scripts_no_button_is_offered(browser: Browser, served: Served) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        Visit(page, served.address).go(_PATH["es"])
        expect(page.locator("#apa")).to_be_visible()
        assert page.get_by_role("button", name="Copiar APA").count() == 0


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.copy"))


def _in_clipboard(page: Page, served: Served) -> str:
    """What a reader gets who pastes."""
    page.goto(served.address)
    page.bring_to_front()
    return str(page.evaluate("navigator.clipboard.readText()"))
