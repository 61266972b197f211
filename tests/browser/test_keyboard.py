"""Every template by keyboard alone: order of the Tab key, no trap, a focus that is seen, the menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from browser.templates import Case, each_template
from browser.visits import DESKTOP, PHONE, Visit

Walk = Callable[[Case, int, str], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def walked() -> dict[tuple[Case, str], list[dict[str, Any]]]:
    """What was found at each stop of the Tab key, on pages that were walked through before."""
    return {}


@pytest.fixture
def walk(visit: Callable[..., Visit], walked: dict[Any, list[dict[str, Any]]]) -> Walk:
    """Return a function that goes through a page with a key, until the focus leaves it or comes back."""

    def steps(case: Case, width: int, key: str) -> list[dict[str, Any]]:
        if (case, key) not in walked:
            opened = visit(case.path, width)
            most = len(opened.probe("stops")) + 40
            found: dict[Any, dict[str, Any]] = {}
            last = None
            for number, step in enumerate(opened.steps(key, most)):
                if step["at"] == last != -1:
                    continue  # another part of a date: day, month, year; a trap would miss all that follows
                last = step["at"]
                if step["name"] == "nothing" or step["at"] in found:
                    break
                found[number if step["at"] == -1 else step["at"]] = step
            walked[case, key] = list(found.values())
        return walked[case, key]

    return steps


@each_template
def test_tab_reaches_all_that_can_be_used_in_the_order_of_the_page(
    case: Case, walk: Walk, visit: Callable[..., Visit]
) -> None:
    expected = visit(case.path, DESKTOP).probe("stops")
    found = [step["name"] for step in walk(case, DESKTOP, "Tab") if not step["extra"]]
    assert found == expected


@each_template
def test_the_keys_lead_back_the_same_way(case: Case, walk: Walk, visit: Callable[..., Visit]) -> None:
    expected = visit(case.path, PHONE).probe("stops")
    found = [step["name"] for step in walk(case, PHONE, "Shift+Tab") if not step["extra"]]
    assert found == expected[::-1]


@each_template
def test_the_focus_is_seen_and_never_hidden(case: Case, walk: Walk) -> None:
    steps = walk(case, DESKTOP, "Tab") + walk(case, PHONE, "Shift+Tab")
    assert steps
    assert {step["name"]: step["faults"] for step in steps if step["faults"]} == {}


@each_template
def test_the_first_tab_offers_to_skip_to_the_words(case: Case, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path)
    opened.page.keyboard.press("Tab")
    assert opened.probe("focus")["at"] == 0
    assert opened.page.evaluate("document.activeElement.matches('a.sse-skip[href=\"#main\"]')")
    opened.page.keyboard.press("Enter")
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate(
        "document.activeElement.closest('main') !== null || document.activeElement === document.body"
        " || document.querySelector('main').compareDocumentPosition(document.activeElement)"
        " === Node.DOCUMENT_POSITION_FOLLOWING"
    )


@each_template
def test_the_menu_opens_by_key_and_escape_closes_it(case: Case, visit: Callable[..., Visit]) -> None:
    page = visit(case.path, PHONE).page
    button = page.locator("button.sse-menu__button")
    menu = page.locator("#sse-menu")
    assert button.get_attribute("aria-controls") == "sse-menu"
    assert (button.get_attribute("aria-expanded"), menu.is_visible()) == ("false", False)
    button.focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        assert (button.get_attribute("aria-expanded"), menu.is_visible()) == ("true", True), key
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#sse-menu') !== null")
        page.keyboard.press("Escape")
        assert (button.get_attribute("aria-expanded"), menu.is_visible()) == ("false", False), key
        assert button.evaluate("button => document.activeElement === button")


@each_template
def test_the_focus_is_seen_in_an_open_menu_and_leaves_it(case: Case, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, PHONE)
    opened.page.locator("button.sse-menu__button").press("Enter")
    links = opened.page.locator("#sse-menu a").count()
    assert links > 5
    faults = {}
    for step in opened.steps("Tab", links + 10):
        faults.update({step["name"]: step["faults"]} if step["faults"] else {})
        if not step["header"]:
            break
    else:
        pytest.fail("the focus never leaves the menu")
    assert faults == {}
