"""The search that opens on every page: by keyboard, announced, and not loaded before it is used."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.axe import faults
from browser.visits import PHONE, Visit

pytest_plugins = ["browser.search_fixtures"]

Open = Callable[..., Page]

_DEEP = "fr/events/2025-12-04-technical-symposium-5/"
_LATER = re.compile(r"pagefind|javascripts/search\.js")


def _asked_for(page: Page) -> list[str]:
    """Return a list that fills with what is asked for of the search."""
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if _LATER.search(one.url) else None)
    return asked


def _opened(open_page: Open, path: str = _DEEP) -> Page:
    page = open_page(path)
    page.keyboard.press("/")
    expect(page.locator("dialog")).to_be_visible()
    return page


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.outerHTML.split('>')[0]"))


def test_nothing_of_the_search_is_loaded_before_it_is_used(open_page: Open, address: str) -> None:
    page = open_page("", go=False)
    asked = _asked_for(page)
    page.goto(address + _DEEP)
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.keyboard.press("/")
    expect(page.locator("dialog")).to_be_visible()
    assert any("search.js" in one for one in asked)
    assert any("words.fr.json" in one for one in asked)


def test_the_key_opens_the_dialog_with_the_field_in_focus(open_page: Open) -> None:
    page = _opened(open_page)
    expect(page.get_by_role("dialog", name="Rechercher")).to_be_visible()
    expect(page.get_by_label("Que cherchez-vous")).to_be_focused()
    assert page.get_by_label("Que cherchez-vous").input_value() == ""


def test_the_link_in_the_head_opens_the_dialog(open_page: Open) -> None:
    page = open_page(_DEEP)
    page.get_by_role("link", name="Rechercher").press("Enter")
    expect(page.get_by_role("dialog", name="Rechercher")).to_be_visible()
    assert page.url.endswith(_DEEP)


def test_results_come_while_one_types_and_are_announced(open_page: Open) -> None:
    page = _opened(open_page)
    page.keyboard.type("colloque murcie")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text(re.compile(r"^\d+ résultats$"))
    first = dialog.get_by_role("listitem").first
    expect(first).to_contain_text("Colloque technique · 4–5 décembre 2025")
    expect(first.get_by_role("link")).to_have_text("Cinquième colloque technique de l’UNTFSSE")


def test_a_search_without_results_says_so(open_page: Open) -> None:
    page = _opened(open_page)
    page.keyboard.type("zzyzx")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("Aucun résultat")
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_count(0)


def test_an_emptied_field_empties_the_results(open_page: Open) -> None:
    page = _opened(open_page)
    page.keyboard.type("murcie")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_count(0)
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("")


def test_arrow_keys_go_through_the_results_and_back(open_page: Open) -> None:
    page = _opened(open_page)
    page.keyboard.type("coopérative")
    links = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link")
    expect(links).to_have_count(6)
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("Que cherchez-vous")).to_be_focused()
    for _ in range(9):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Tous les résultats")).to_be_focused()


def test_tab_reaches_every_result_and_leaves_no_one_trapped(open_page: Open) -> None:
    page = _opened(open_page)
    page.keyboard.type("coopérative")
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_count(6)
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(_focused(page))
    assert sum('data-part="link"' in one for one in seen) == 6
    assert any("data-close" in one for one in seen)
    assert any("data-browse" in one for one in seen)


def test_enter_on_a_result_opens_its_page(open_page: Open, address: str) -> None:
    page = _opened(open_page)
    page.keyboard.type("murcie")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    page.wait_for_timeout(1000)  # what was found for the first letters gives way to what is found for all
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(address + _DEEP)
    expect(page.locator("dialog")).to_have_count(0)


@pytest.mark.parametrize(("words", "stays"), [("murcie", True), ("luxembourg", False)])
def test_a_later_answer_leaves_the_reader_among_the_results(
    words: str, stays: bool, open_page: Open, address: str
) -> None:
    page = _opened(open_page)
    page.keyboard.type("murci")
    results = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link")
    expect(results.first).to_be_visible()
    page.wait_for_timeout(1000)
    page.keyboard.press("ArrowDown")
    before = page.evaluate("document.activeElement.href")
    page.get_by_role("searchbox").evaluate(
        "(field, words) => { field.value = words; field.dispatchEvent(new Event('input')); }", words
    )
    page.wait_for_timeout(1000)
    expect(page.locator("dialog [data-results] a:focus")).to_have_count(1)
    assert (page.evaluate("document.activeElement.href") == before) is stays


def test_enter_in_the_field_leads_to_all_results(open_page: Open, address: str) -> None:
    page = _opened(open_page, "")
    page.keyboard.type("decent work & rights")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}search/?q=decent%20work%20%26%20rights")
    expect(page.get_by_label("What are you looking for")).to_have_value("decent work & rights")


def test_escape_closes_the_dialog_and_focus_returns(open_page: Open) -> None:
    page = open_page(_DEEP)
    link = page.get_by_role("link", name="Rechercher")
    for by_key in (False, True):
        page.keyboard.press("/") if by_key else link.press("Enter")
        expect(page.locator("dialog")).to_be_visible()
        page.keyboard.type("murcie")
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_be_hidden()
        expect(link).to_be_focused()
        page.evaluate("document.activeElement.blur()")


def test_focus_returns_to_where_the_key_was_pressed(open_page: Open) -> None:
    page = open_page(_DEEP)
    page.get_by_role("link", name="Español").focus()
    page.keyboard.press("/")
    expect(page.locator("dialog")).to_be_visible()
    page.get_by_role("button", name="Fermer").click()
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.get_by_role("link", name="Español")).to_be_focused()


def test_a_click_beside_the_dialog_closes_it(open_page: Open) -> None:
    page = _opened(open_page)
    page.mouse.click(5, 5)
    expect(page.locator("dialog")).to_be_hidden()


def test_the_dialog_opens_again_with_what_was_typed_marked(open_page: Open) -> None:
    page = _opened(open_page)
    page.keyboard.type("murcie")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.type("dakar")
    expect(page.get_by_label("Que cherchez-vous")).to_have_value("dakar")
    expect(page.locator("dialog")).to_have_count(1)


@pytest.mark.parametrize("keys", ["Control+/", "Alt+/", "Meta+/"])
def test_a_shortcut_of_the_browser_stays_one(keys: str, open_page: Open) -> None:
    page = open_page(_DEEP)
    asked = _asked_for(page)
    page.keyboard.press(keys)
    page.wait_for_timeout(300)
    assert asked == []


def test_the_key_works_with_shift_as_many_keyboards_need_it(open_page: Open) -> None:
    page = open_page(_DEEP)
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '/', shiftKey: true, bubbles: true}))"
    )
    expect(page.locator("dialog")).to_be_visible()


def test_the_key_can_be_typed_into_a_field(open_page: Open) -> None:
    page = open_page("search/")
    field = page.get_by_label("What are you looking for")
    field.focus()
    page.keyboard.type("77/281")
    expect(field).to_have_value("77/281")
    expect(page.locator("dialog")).to_have_count(0)


def test_on_the_page_of_the_search_the_key_leads_to_its_field(open_page: Open) -> None:
    page = open_page("search/")
    page.keyboard.press("/")
    expect(page.get_by_label("What are you looking for")).to_be_focused()


def test_the_key_can_be_turned_off(open_page: Open, address: str) -> None:
    page = open_page("search/")
    page.get_by_role("search").get_by_text("Filters", exact=True).click()
    page.get_by_label("opens the search on every page").uncheck()
    page.goto(address + _DEEP)
    asked = _asked_for(page)
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    assert asked == []
    page.goto(f"{address}search/")
    page.get_by_role("search").get_by_text("Filters", exact=True).click()
    page.get_by_label("opens the search on every page").check()
    page.goto(address + _DEEP)
    page.keyboard.press("/")
    expect(page.locator("dialog")).to_be_visible()


def test_an_index_that_cannot_be_loaded_is_told_with_a_way_on(open_page: Open, address: str) -> None:
    page = open_page("", go=False, lacking=True)
    page.route(re.compile(r"\.pf_meta|\.pagefind$"), lambda route: route.abort())
    page.goto(address + _DEEP)
    page.keyboard.press("/")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.type("murcie")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("n’a pas pu être chargée")
    page.get_by_role("link", name="Parcourir par thème").click()
    page.wait_for_url(f"{address}fr/search/")


@pytest.mark.parametrize("lost", [r"pagefind\.js", r"\.pagefind$", r"pagefind-entry"])
def test_a_search_that_failed_works_when_the_line_is_back(lost: str, open_page: Open, address: str) -> None:
    page = open_page("", go=False, lacking=True)
    page.route(re.compile(lost), lambda route: route.abort())
    page.goto(f"{address}fr/search/?q=murcie")
    status = page.locator("[data-search-page]").get_by_role("status")
    expect(status).to_contain_text("n’a pas pu être chargée")
    page.unroute_all()
    page.get_by_label("Que cherchez-vous").press("Enter")
    expect(status).to_have_text(re.compile(r"^\d+ résultats$"))


def test_a_script_that_cannot_be_loaded_leaves_the_link(open_page: Open, address: str) -> None:
    page = open_page("", go=False, lacking=True)
    page.route(re.compile(r"javascripts/search\.js"), lambda route: route.abort())
    page.goto(address + _DEEP)
    page.get_by_role("link", name="Rechercher").click()
    page.wait_for_url(f"{address}fr/search/")


def test_a_browser_without_dialogs_follows_the_link(open_page: Open, address: str) -> None:
    page = open_page("", go=False, lacking=True)
    page.add_init_script("delete window.HTMLDialogElement")
    page.goto(address + _DEEP)
    page.get_by_role("link", name="Rechercher").click()
    page.wait_for_url(f"{address}fr/search/")


def test_the_page_for_wrong_addresses_has_the_search(open_page: Open) -> None:
    """It is built for the root of a host, and here it stands in a folder: only the link counts."""
    page = open_page("404.html")
    assert page.get_by_role("link", name="Search").get_attribute("href", timeout=5000) is not None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, 1280])
def test_axe_finds_nothing_in_the_dialog_with_results(
    scheme: str, width: int, visit: Callable[..., Visit]
) -> None:
    opened = visit(_DEEP, width, color_scheme=scheme)
    opened.page.keyboard.press("/")
    expect(opened.page.locator("dialog")).to_be_visible()
    assert faults(opened) == []
    opened.page.keyboard.type("beyond the fringe")
    expect(opened.page.get_by_role("dialog").get_by_role("listitem")).to_have_count(1)
    assert faults(opened) == []
    assert opened.page.evaluate("document.querySelector('dialog').scrollWidth") <= width
