"""Members as they stood at the end of a year: who is named, under which heading, in which roles."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser.lists_fixtures import Opened

pytest_plugins = ["shared_sites", "browser.lists_fixtures"]

Open = Callable[..., "Opened"]

RIVERS, SEEDS = "Rivers Agency", "Réseau des graines"


def _standing(opened: Opened) -> str:
    opened.page.wait_for_timeout(300)  # it is said a moment after the last change
    return opened.page.locator("[role=status] .sse-standing").inner_text()


def _roles(opened: Opened) -> list[str]:
    return opened.page.locator(".sse-roles > li:visible").all_inner_texts()


def test_today_comes_first(open_example: Open) -> None:
    members = open_example("members/")
    assert members.titles("[data-group=member]") == [SEEDS, RIVERS]
    assert _standing(members) == (
        "Today (1 March 2026): 2 members, 0 observers, 0 related bodies. "
        "Only bodies for which a source shows it are named."
    )
    assert _roles(members) == ["Area lead (Clean rivers) since 2024"]
    expect(members.group("observer")).to_contain_text("Nothing here yet.")


def test_at_the_end_of_a_year_bodies_stand_under_the_status_they_had(open_example: Open) -> None:
    members = open_example("members/")
    members.choose("as-of", "2016")
    assert members.titles() == [RIVERS]
    assert members.titles("[data-group=observer]") == [RIVERS]
    expect(members.group("observer").locator(".sse-count")).to_have_text("1")
    expect(members.group("member").locator(".sse-count")).to_have_text("0")
    expect(members.group("member")).to_contain_text("Nothing here yet.")
    expect(members.total()).to_have_text("1 body")
    assert _standing(members).startswith("End of 2016: 0 members, 1 observer, 0 related bodies. Only bodies")
    assert members.query == "as-of=2016"


def test_roles_are_those_of_the_year(open_example: Open) -> None:
    members = open_example("members/?as-of=2021")
    assert members.titles("[data-group=member]") == [SEEDS, RIVERS]
    [role] = _roles(members)
    assert role.startswith("Secretariat")
    members.choose("as-of", "2016")
    assert _roles(members) == []
    expect(members.page.locator(".sse-roles")).to_be_hidden()


def test_what_a_card_says_of_today_is_not_said_of_the_past(open_example: Open) -> None:
    members = open_example("members/")
    card = members.page.locator(".sse-card", has_text=RIVERS)
    expect(card.get_by_text("Member")).to_be_visible()
    members.choose("as-of", "2016")
    expect(card.get_by_text("Member")).to_be_hidden()
    members.choose("as-of", "")
    expect(card.get_by_text("Member")).to_be_visible()


def test_a_year_that_there_is_not_is_today(open_example: Open) -> None:
    members = open_example("members/?as-of=1999")
    assert members.titles() == [SEEDS, RIVERS]
    assert _standing(members).startswith("Today")


def test_the_back_button_leads_through_the_years(open_example: Open) -> None:
    members = open_example("members/")
    members.choose("as-of", "2021")
    members.choose("as-of", "2016")
    members.back()
    assert members.titles("[data-group=member]") == [SEEDS, RIVERS]
    assert members.control("as-of").input_value() == "2021"
    members.back()
    assert members.control("as-of").input_value() == ""
    assert _standing(members).startswith("Today")


def test_a_year_is_narrowed_like_today(open_example: Open) -> None:
    members = open_example("members/?as-of=2021&kind=network")
    assert members.titles() == [SEEDS]
    expect(members.total()).to_have_text("1 of 2 bodies")
    assert _standing(members).startswith("End of 2021: 1 member, 0 observers")
    kinds = members.control("kind").locator("option").all_inner_texts()[1:]
    assert kinds == ["Agency (1)", "Network (1)"]
    members.choose("as-of", "2016")
    assert members.titles() == []
    expect(members.page.locator(".sse-directory__none")).to_be_visible()


def test_bodies_are_sorted_by_name_or_acronym_within_their_groups(open_example: Open) -> None:
    members = open_example("fr/members/")
    assert members.titles() == ["Organisme des rivières", SEEDS]
    members.choose("sort", "acronym")
    assert members.titles("[data-group=member]") == ["Organisme des rivières", SEEDS]
    assert members.query == "sort=acronym"
    english = open_example("members/?sort=acronym")
    assert english.titles("[data-group=member]") == [SEEDS, RIVERS]


def test_without_scripts_every_year_stands_in_a_table(open_real: Open) -> None:
    members = open_real("members/", java_script_enabled=False)
    rows = members.page.get_by_role("region", name="Members, observers and roles, year by year")
    expect(rows.get_by_role("row").nth(1)).to_contain_text("Today")
    expect(rows.get_by_role("rowheader", name="End of 2013")).to_be_visible()
    expect(members.page.locator(".sse-filters")).to_be_hidden()
    assert len(members.titles("[data-group=member]")) > 5


@pytest.mark.parametrize("path", ["members/", "fr/members/", "es/members/"])
def test_the_list_of_every_year_is_the_row_of_that_year_in_the_table(path: str, open_real: Open) -> None:
    members = open_real(path)
    rows = members.page.locator(".sse-table:has(th[scope=col]:nth-child(6)) tbody tr")
    options = members.control("as-of").locator("option")
    years = [(one.get_attribute("value") or "", one.inner_text()) for one in options.all()]
    assert len(years) == rows.count() > 10
    for place, (value, said) in enumerate(years):
        members.choose("as-of", value)
        assert rows.nth(place).locator("th").inner_text() == said
        numbers = rows.nth(place).locator("td > strong").all_inner_texts()
        counts = [members.group(one).locator(".sse-count").inner_text() for one in _GROUPS]
        assert counts[:3] == numbers[:3]
        if value:
            assert counts[3] == numbers[3]
        assert members.page.locator("[data-facets]:visible").count() == sum(map(int, counts))


_GROUPS = ("member", "observer", "related", "none")
