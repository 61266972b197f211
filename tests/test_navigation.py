"""Where a page stands: menu, trail, section, neighbours."""

from __future__ import annotations

import pytest

from untfsse.navigation import Navigation, Place, sections
from untfsse.views.base import plain

_WORDS = {"nav.home": "Home", "nav.events": "What happens", "nav.about": "About"}
_TITLES = (
    "index",
    "about/index",
    "about/history",
    "events/index",
    "events/one",
    "events/two",
    "symposia",
    "plans/2024",
    "plans/2024/area",
    "alone",
)
_MENU = [
    {"nav.home": "index.md"},
    {"nav.about": ["about/index.md", "about/history.md"]},
    {"nav.events": ["events/index.md", "symposia.md"]},
    {"nav.gone": ["gone/index.md"]},
]


@pytest.fixture
def navigation() -> Navigation:
    titles = {name: plain(name.upper()) for name in _TITLES}
    orders = [["events/one", "events/two"]]
    return Navigation(sections(_MENU), _WORDS.__getitem__, titles, lambda name: f"/{name}", orders)


def _trail(place: Place) -> list[str]:
    return [step.words.plain for step in place.trail]


def test_the_home_page_has_no_trail(navigation: Navigation) -> None:
    assert _trail(navigation.place("index")) == []


def test_a_record_stands_under_the_overview_of_its_kind(navigation: Navigation) -> None:
    assert _trail(navigation.place("events/one")) == ["Home", "EVENTS/INDEX"]


def test_a_page_that_is_not_below_the_overview_of_its_section_names_the_section(
    navigation: Navigation,
) -> None:
    place = navigation.place("symposia")
    assert _trail(place) == ["Home", "What happens"]
    assert place.trail[1].path == "/events/index"


def test_an_area_stands_under_its_plan(navigation: Navigation) -> None:
    assert _trail(navigation.place("plans/2024/area")) == ["Home", "PLANS/2024"]


def test_a_page_outside_the_menu_has_no_section(navigation: Navigation) -> None:
    place = navigation.place("alone")
    assert (place.section, place.siblings, _trail(place)) == (None, (), ["Home"])


def test_the_menu_says_which_page_and_which_section_we_are_in(navigation: Navigation) -> None:
    def current(name: str) -> list[str]:
        return [entry.current for entry in navigation.place(name).menu]

    assert current("events/index") == ["", "", "page"]
    assert current("events/one") == ["", "", "true"]
    assert current("alone") == ["", "", ""]


def test_a_section_without_pages_is_not_in_the_menu(navigation: Navigation) -> None:
    assert [entry.words.plain for entry in navigation.place("index").menu] == [
        "Home",
        "About",
        "What happens",
    ]


def test_the_pages_of_a_section_stand_beside_each_of_them(navigation: Navigation) -> None:
    siblings = navigation.place("about/history").siblings
    assert [(one.words.plain, here) for one, here in siblings] == [
        ("ABOUT/INDEX", False),
        ("ABOUT/HISTORY", True),
    ]
    assert navigation.place("events/one").siblings == ()


def test_records_lead_to_the_one_before_and_after(navigation: Navigation) -> None:
    one, two = navigation.place("events/one"), navigation.place("events/two")
    assert (one.before, one.after and one.after.path) == (None, "/events/two")
    assert (two.before and two.before.path, two.after) == ("/events/one", None)


def test_a_menu_may_name_a_page_without_words_of_its_own() -> None:
    titles = {"index": plain("Home"), "about": plain("Who we are")}
    navigation = Navigation(sections(["index.md", "about.md"]), str, titles, lambda name: name)
    assert [entry.words.plain for entry in navigation.place("about").menu] == ["Home", "Who we are"]
