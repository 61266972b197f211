"""Lists that are narrowed and sorted in the page: what is shown, said, announced and kept in the address."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from untfsse.selection import LISTED_KINDS

if TYPE_CHECKING:
    from browser.lists_fixtures import Opened

pytest_plugins = ["shared_sites", "browser.lists_fixtures"]

Open = Callable[..., "Opened"]

WELL, FORUM = "Day of the well", "River forum"
SEMINAR, FAIR, MEETING = "Seminar that was cancelled", "Foire aux graines", "River meeting"
ALL = [WELL, FORUM, SEMINAR, FAIR, MEETING]


def test_all_is_there_at_first(open_example: Open) -> None:
    events = open_example("events/")
    assert events.titles() == ALL
    assert events.total().inner_text() == "5 events"
    assert events.query == ""


def test_a_list_is_narrowed_to_what_has_a_value(open_example: Open) -> None:
    events = open_example("events/")
    events.choose("theme", "seeds")
    assert events.titles() == [FAIR, MEETING]
    expect(events.total()).to_have_text("2 of 5 events")
    assert events.query == "theme=seeds"


def test_values_are_combined(open_example: Open) -> None:
    events = open_example("events/")
    events.choose("theme", "seeds")
    events.choose("country", "SN")
    assert events.titles() == [FAIR]
    expect(events.total()).to_have_text("1 of 5 events")
    assert events.query == "theme=seeds&country=SN"
    events.choose("theme", "")
    assert events.titles() == [FAIR]
    assert events.query == "country=SN"


def test_each_value_says_what_choosing_it_would_leave(open_example: Open) -> None:
    events = open_example("events/")
    assert _offers(events, "kind") == {"Meeting (4)", "Fair (1)"}
    events.choose("theme", "seeds")
    assert _offers(events, "kind") == {"Meeting (1)", "Fair (1)"}
    assert _offers(events, "theme") == {"Water (4)", "Seeds (2)"}
    expect(events.control("country").locator("option[value=CL]")).to_be_disabled()
    expect(events.control("country").locator("option[value=SN]")).to_be_enabled()


def _offers(events: Opened, name: str) -> set[str]:
    return set(events.control(name).locator("option").all_inner_texts()[1:])


def test_a_year_without_events_is_not_shown(open_example: Open) -> None:
    events = open_example("events/")
    events.choose("country", "CH")
    expect(events.group("2024")).to_be_visible()
    expect(events.group("2024").locator(".sse-count")).to_have_text("1")
    for hidden in ("upcoming", "2025", "2026"):
        expect(events.group(hidden)).to_be_hidden()


def test_words_find_what_cards_say_without_accents_and_case(open_example: Open) -> None:
    events = open_example("fr/events/")
    events.control("q").fill("geneve RIVIERES")
    assert events.titles() == ["Réunion des rivières"]
    expect(events.total()).to_have_text("1 événement sur 5")
    for written in ("forum", "l'forum", "l’FÓRUM d"):
        events.control("q").fill(written)
        assert events.titles() == ["Forum des rivières"]


def test_words_and_values_are_combined(open_example: Open) -> None:
    events = open_example("events/?q=river&country=CL")
    assert events.titles() == [FORUM]


def test_a_list_is_sorted_otherwise_without_its_years(open_example: Open) -> None:
    events = open_example("events/")
    events.choose("sort", "oldest")
    assert events.titles() == [MEETING, FAIR, SEMINAR, WELL, FORUM]
    expect(events.page.locator(".sse-group__title:visible")).to_have_count(0)
    events.choose("sort", "name")
    assert events.titles() == [WELL, FAIR, FORUM, MEETING, SEMINAR]
    assert events.query == "sort=name"
    events.choose("sort", "newest")
    assert events.titles() == ALL
    assert events.query == ""
    expect(events.group("2025")).to_be_visible()


def test_what_is_sorted_is_narrowed_too(open_example: Open) -> None:
    events = open_example("events/")
    events.choose("sort", "oldest")
    events.choose("theme", "seeds")
    assert events.titles() == [MEETING, FAIR]
    assert events.query == "sort=oldest&theme=seeds"


def test_an_address_opens_the_list_as_it_was(open_example: Open) -> None:
    events = open_example("events/?theme=seeds&sort=oldest&q=fo")
    assert events.titles() == [FAIR]
    assert events.control("theme").input_value() == "seeds"
    assert events.control("sort").input_value() == "oldest"
    assert events.control("q").input_value() == "fo"
    expect(events.total()).to_have_text("1 of 5 events")


def test_values_that_there_are_not_are_ignored(open_example: Open) -> None:
    events = open_example("events/?theme=nonsense&sort=sideways&year=%3Cb%3E&from=a-friend")
    assert events.titles() == ALL
    assert events.control("theme").input_value() == ""
    assert events.control("sort").input_value() == "newest"
    events.choose("theme", "seeds")
    assert events.query == "theme=seeds&from=a-friend"


def test_a_value_chosen_before_can_stand_in_the_address_though_it_leaves_nothing(open_example: Open) -> None:
    events = open_example("events/?theme=seeds&country=CL")
    assert events.titles() == []
    expect(events.page.get_by_text("Nothing fits.")).to_be_visible()
    assert events.control("country").input_value() == "CL"


def test_the_back_button_takes_one_choice_back(open_example: Open) -> None:
    events = open_example("events/")
    events.choose("theme", "seeds")
    events.choose("country", "SN")
    events.back()
    assert events.titles() == [FAIR, MEETING]
    assert events.control("country").input_value() == ""
    events.back()
    assert events.titles() == ALL
    expect(events.total()).to_have_text("5 events")
    events.back(1)
    assert events.titles() == [FAIR, MEETING]
    assert events.control("theme").input_value() == "seeds"


def test_words_that_are_typed_are_one_step_back(open_example: Open) -> None:
    events = open_example("events/")
    events.control("q").press_sequentially("river")
    assert events.query == "q=river"
    events.back()
    assert events.query == ""
    assert events.titles() == ALL
    assert events.control("q").input_value() == ""


def test_everything_is_cleared_at_once_and_can_be_taken_back(open_example: Open) -> None:
    events = open_example("events/?theme=seeds&sort=name&q=foire")
    events.page.locator("form .sse-filters__clear").click()
    expect(events.total()).to_have_text("5 events")
    assert events.titles() == ALL
    assert events.query == ""
    events.back()
    assert events.titles() == [FAIR]


def test_when_nothing_fits_it_is_said_and_one_button_helps(open_example: Open) -> None:
    events = open_example("events/")
    events.control("q").fill("zebra")
    assert events.titles() == []
    expect(events.total()).to_have_text("0 of 5 events")
    none = events.page.locator(".sse-directory__none")
    expect(none).to_be_visible()
    none.get_by_role("button", name="Clear the filters").click()
    expect(none).to_be_hidden()
    assert events.titles() == ALL
    expect(events.control("q")).to_be_focused()


def test_the_number_stands_in_a_live_region(open_example: Open) -> None:
    events = open_example("events/")
    status = events.page.get_by_role("status").filter(has=events.page.locator(".sse-total"))
    expect(status).to_have_count(1)
    events.choose("kind", "fair")
    expect(status).to_contain_text("1 of 5 events")


def test_a_form_is_filled_by_keyboard_alone(open_example: Open) -> None:
    events = open_example("events/")
    events.control("q").focus()
    reached: list[str] = []
    for _ in range(9):
        events.page.keyboard.press("Tab")
        reached.append(events.page.evaluate("document.activeElement.name || document.activeElement.type"))
    assert reached == ["sort", "kind", "theme", "sdg", "country", "year", "member", "status", "reset"]
    events.control("kind").focus()
    events.page.keyboard.type("Fair")
    assert events.titles() == [FAIR]


def test_enter_in_the_form_leaves_the_page_as_it_is(open_example: Open) -> None:
    events = open_example("events/")
    events.control("q").fill("river")
    events.control("q").press("Enter")
    assert events.titles() == [FORUM, MEETING]
    assert events.query == "q=river"
    assert events.page.evaluate("location.pathname") == "/events/"


def test_on_a_narrow_screen_a_button_opens_the_filters(open_example: Open) -> None:
    events = open_example("events/?theme=seeds", viewport={"width": 320, "height": 800})
    more = events.page.get_by_role("button", name="Filters 1", exact=True)
    expect(more).to_have_attribute("aria-expanded", "false")
    expect(events.control("theme")).to_be_hidden()
    expect(events.control("q")).to_be_visible()
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    expect(events.control("theme")).to_be_visible()


def test_without_scripts_everything_is_listed_and_overviews_are_named(open_example: Open) -> None:
    events = open_example("events/?theme=seeds", java_script_enabled=False)
    assert events.titles() == ALL
    expect(events.page.locator(".sse-filters")).to_be_hidden()
    hubs = events.page.locator(".sse-directory__hubs")
    expect(hubs).to_be_visible()
    hubs.get_by_role("link", name="Themes").click()
    events.page.get_by_role("link", name="Seeds").first.click()
    assert set(events.titles("main")) >= {FAIR, MEETING}


def test_with_scripts_overviews_are_not_needed(open_example: Open) -> None:
    expect(open_example("events/").page.locator(".sse-directory__hubs")).to_be_hidden()


def test_publications_are_narrowed_by_the_language_of_the_document(open_example: Open) -> None:
    works = open_example("fr/publications/")
    assert _offers(works, "language") == {"anglais (1)", "espagnol (1)", "français (1)"}
    works.choose("language", "fr")
    assert works.titles() == ["Carnets de l’eau"]
    expect(works.total()).to_have_text("1 publication sur 2")


@pytest.mark.parametrize(
    ("path", "one", "none"),
    [
        ("events/", "1 of 5 events", "0 of 5 events"),
        ("fr/events/", "1 événement sur 5", "0 événement sur 5"),
        ("es/events/", "1 evento de 5", "0 eventos de 5"),
    ],
)
def test_numbers_are_said_in_the_language_of_the_page(
    path: str, one: str, none: str, open_example: Open
) -> None:
    events = open_example(path)
    events.choose("kind", "fair")
    expect(events.total()).to_have_text(one)
    events.control("q").fill("zebra")
    expect(events.total()).to_have_text(none)


@pytest.mark.parametrize("kind", LISTED_KINDS)
def test_in_the_real_site_every_value_leaves_as_many_as_it_says(kind: str, open_real: Open) -> None:
    listed = open_real(f"{kind}/")
    options = listed.page.locator(".sse-filters__facets option:not([value=''])")
    said = [int(number) for number in re.findall(r"\((\d+)\)\n", "\n".join([*options.all_inner_texts(), ""]))]
    shown = listed.page.evaluate(
        """() => Array.from(document.querySelectorAll(".sse-filters__facets select"), (field) =>
          Array.from(field.options).slice(1).map((option) => {
            field.value = option.value;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            const left = document.querySelectorAll("li[data-facets]:not([hidden])").length;
            field.value = "";
            field.dispatchEvent(new Event("input", { bubbles: true }));
            return left;
          })
        ).flat()"""
    )
    assert len(said) == options.count() > 10
    assert shown == said


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", LISTED_KINDS)
def test_nothing_moves_when_scripts_begin(kind: str, width: int, blank: Open, real_address: str) -> None:
    window = blank(real_address, viewport={"width": width, "height": 800}, device_scale_factor=2)
    window.page.add_init_script(
        """window.moved = [];
        new PerformanceObserver((list) => window.moved.push(...list.getEntries().map((one) => one.value)))
          .observe({ type: "layout-shift", buffered: true });"""
    )
    window.go(f"{kind}/")
    window.page.wait_for_timeout(400)
    assert sum(window.page.evaluate("window.moved")) < 0.01
