"""The page of the search: its address holds the search, filters narrow it, and script is not all."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.axe import faults
from browser.visits import PHONE, Visit

pytest_plugins = ["browser.search_fixtures"]

Open = Callable[..., Page]


def _results(page: Page) -> Locator:
    return page.locator("[data-results] > li")


def _total(page: Page) -> int:
    status = page.locator("[data-search-page]").get_by_role("status")
    expect(status).to_have_text(re.compile(r"\d"))
    return int(re.sub(r"\D", "", status.inner_text()))


def test_the_index_is_not_loaded_before_the_field_is_used(open_page: Open, address: str) -> None:
    page = open_page("", go=False)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if "pagefind" in one.url else None)
    page.goto(f"{address}search/")
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.get_by_label("What are you looking for").focus()
    page.wait_for_load_state("networkidle")
    assert asked
    assert not [one for one in asked if "pagefind-worker" in one or "-ui" in one]


def test_an_address_with_a_search_shows_its_results(open_page: Open, address: str) -> None:
    page = open_page("fr/search/?q=l'%C3%A9conomie+sociale&kind=publications&year=2023")
    assert page.get_by_label("Que cherchez-vous").input_value() == "l'économie sociale"
    expect(page.get_by_label("Type")).to_have_value("publications")
    expect(page.get_by_label("Année")).to_have_value("2023")
    expect(_results(page).first).to_be_visible()
    for one in _results(page).all():
        assert one.get_attribute("data-kind") == "publications"
    first = _results(page).first.get_by_role("link")
    title = first.inner_text()
    first.click()
    page.wait_for_url(f"{address}fr/publications/*/")
    expect(page.locator("h1")).to_contain_text(title)


def test_filters_alone_list_the_newest_first(open_page: Open) -> None:
    page = open_page("search/?kind=events&theme=statistics")
    expect(_results(page).nth(2)).to_be_visible()
    years = [int(re.findall(r"\d{4}", one.inner_text())[0]) for one in _results(page).all()]
    assert years == sorted(years, reverse=True)
    assert len(set(years)) > 1


def test_a_filter_narrows_the_results_and_is_announced(open_page: Open) -> None:
    page = open_page("search/?q=cooperatives")
    before = _total(page)
    page.get_by_role("search").get_by_text("Filters", exact=True).click()
    page.get_by_label("Country").select_option("PS")
    page.wait_for_url("**/search/?q=cooperatives&country=PS")
    expect(_results(page)).to_have_count(_total(page))
    assert 0 < _total(page) < before


def test_a_value_without_results_cannot_be_chosen(open_page: Open) -> None:
    page = open_page("search/?q=murcia&kind=events")
    expect(_results(page).first).to_be_visible()
    disabled = page.get_by_label("Year").locator("option[disabled]")
    expect(disabled.filter(has_text="2014")).to_have_count(1)
    expect(page.get_by_label("Year").locator("option:not([disabled])").filter(has_text="2025")).to_have_count(
        1
    )
    expect(page.get_by_label("Kind").locator("option:not([disabled])").filter(has_text="News")).to_have_count(
        1
    )


def test_the_address_follows_what_is_typed_and_back_undoes_a_filter(open_page: Open, address: str) -> None:
    page = open_page("search/")
    page.get_by_label("What are you looking for").fill("resolution")
    page.wait_for_url(f"{address}search/?q=resolution")
    everything = _total(page)
    page.get_by_role("search").get_by_text("Filters", exact=True).click()
    page.get_by_label("Kind").select_option("events")
    page.wait_for_url(f"{address}search/?q=resolution&kind=events")
    expect(page.get_by_role("status")).not_to_have_text(re.compile(rf"^{everything} "))
    page.go_back()
    page.wait_for_url(f"{address}search/?q=resolution")
    expect(page.get_by_label("Kind")).to_have_value("")
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^{everything} "))
    page.get_by_label("Kind").select_option("events")
    page.get_by_role("button", name="Clear the filters").click()
    page.wait_for_url(f"{address}search/?q=resolution")
    expect(page.get_by_label("What are you looking for")).to_be_focused()


def test_more_results_are_added_and_the_first_new_one_has_the_focus(open_page: Open) -> None:
    page = open_page("search/?q=cooperatives")
    expect(_results(page)).to_have_count(10)
    page.get_by_role("button", name="More results").click()
    expect(_results(page)).to_have_count(20)
    expect(_results(page).nth(10).get_by_role("link")).to_be_focused()


def test_the_button_for_more_goes_when_there_are_no_more(open_page: Open) -> None:
    page = open_page("search/?q=murcia")
    expect(_results(page)).to_have_count(_total(page))
    assert _total(page) <= 10
    expect(page.get_by_role("button", name="More results")).to_be_hidden()


def test_a_document_in_english_only_is_found_in_french_with_a_mark(open_page: Open) -> None:
    page = open_page("fr/search/?q=beyond+the+fringe")
    card = _results(page).first
    expect(card).to_contain_text("Social and Solidarity Economy: Beyond the Fringe (en anglais)")
    expect(card.get_by_role("link")).to_have_attribute("lang", "en")
    expect(card).to_contain_text("Livre · 2015")


def test_excerpts_are_written_as_pages_are(open_page: Open) -> None:
    """The marks that tell Pagefind where words begin are taken out, and no-break spaces put back."""
    page = open_page("fr/search/?q=oeuvre")
    expect(_results(page).first).to_be_visible()
    text = page.locator("[data-results]").inner_text()
    assert re.search(r"œuvre", text)
    assert not re.search(r"[\u200a\u2060]|\b[ldLD]’ | [;»]|« ", text)
    expect(page.locator("[data-results] mark").first).to_have_text(re.compile("œuvr"))


def test_markup_that_is_typed_stays_text(open_page: Open) -> None:
    page = open_page("search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&kind=%22%3E%3Cb%3E")
    expect(page.get_by_label("What are you looking for")).to_have_value("<img src=x onerror=alert(1)>")
    expect(page.get_by_label("Kind")).to_have_value("")
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-search-page] img").count() == 0


def test_without_script_the_page_tells_the_other_ways(open_page: Open, address: str) -> None:
    page = open_page("fr/events/", java_script_enabled=False)
    page.get_by_role("link", name="Rechercher").click()
    page.wait_for_url(f"{address}fr/search/")
    expect(page.get_by_text("La recherche a besoin de JavaScript")).to_be_visible()
    expect(page.get_by_role("search")).to_be_hidden()
    for path in ("themes/", "sdgs/", "countries/", "years/", "events/", "publications/", "sse/glossary/"):
        assert page.locator(f"main a[href$='{path}']").first.is_visible(), path


def test_with_script_the_notice_is_not_shown(open_page: Open) -> None:
    page = open_page("es/search/")
    expect(page.get_by_text("necesita JavaScript")).to_be_hidden()
    expect(page.get_by_role("search")).to_be_visible()


def test_an_index_that_cannot_be_loaded_is_told(open_page: Open, address: str) -> None:
    page = open_page("", go=False, lacking=True)
    page.route(re.compile(r"/pagefind/"), lambda route: route.abort())
    page.goto(f"{address}es/search/?q=cooperativas")
    expect(page.get_by_role("status")).to_contain_text("No se ha podido cargar la búsqueda")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, 1280])
def test_axe_finds_nothing_on_the_page_with_results(
    scheme: str, width: int, visit: Callable[..., Visit]
) -> None:
    opened = visit("fr/search/?q=beyond&kind=publications", width, color_scheme=scheme)
    expect(_results(opened.page).first).to_be_visible()
    assert faults(opened) == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
