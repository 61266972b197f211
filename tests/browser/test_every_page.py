"""Every page of the site, opened once: what axe finds, what is asked for, what is amiss, what it weighs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from browser.axe import faults
from browser.served import Served
from browser.templates import CASES
from browser.visits import DESKTOP, Visit
from browser.weights import budgets, most_for, reckon

PARTS = 12
"""The pages are shared out to the processes of a test run in so many parts."""

each_part = pytest.mark.parametrize("part", range(PARTS))


@dataclass(frozen=True)
class Seen:
    """What was seen of one page."""

    path: str
    faults: list[str]
    complaints: list[str]
    strangers: list[str]
    pictures: list[str]
    weight: int
    """Bytes that travel when nothing has been fetched before."""


@pytest.fixture(scope="session")
def look(browser: Browser, served: Served) -> Callable[[int], list[Seen]]:
    """Return a function that opens a part of all pages, or remembers what was seen of them."""
    remembered: dict[int, list[Seen]] = {}
    pages = served.pages

    def seen(part: int) -> list[Seen]:
        if part not in remembered:
            with browser.new_context(viewport={"width": DESKTOP, "height": 800}) as context:
                visit = Visit(context.new_page(), served.address)
                remembered[part] = [_see(visit.go(path), path, served) for path in pages[part::PARTS]]
        assert remembered[part]
        return remembered[part]

    return seen


def _see(visit: Visit, path: str, served: Served) -> Seen:
    weight, strangers = reckon(served, visit.asked), visit.strangers()
    pictures = visit.probe("pictures")
    return Seen(path, faults(visit), list(visit.complaints), strangers, pictures, weight)


@each_part
def test_axe_finds_nothing(part: int, look: Callable[[int], list[Seen]]) -> None:
    assert {page.path: page.faults for page in look(part) if page.faults} == {}


@each_part
def test_the_browser_has_nothing_to_complain_of(part: int, look: Callable[[int], list[Seen]]) -> None:
    assert {page.path: page.complaints for page in look(part) if page.complaints} == {}


@each_part
def test_no_page_asks_another_host(part: int, look: Callable[[int], list[Seen]]) -> None:
    assert {page.path: page.strangers for page in look(part) if page.strangers} == {}


@each_part
def test_pictures_have_a_size_and_wait_below_the_fold(part: int, look: Callable[[int], list[Seen]]) -> None:
    assert {page.path: page.pictures for page in look(part) if page.pictures} == {}


@each_part
def test_no_page_is_heavier_than_any_may_be(part: int, look: Callable[[int], list[Seen]]) -> None:
    anywhere = budgets()["first_view"]["anywhere"]
    most = {case.path: most_for(case.template) for case in CASES}
    assert {
        page.path: page.weight for page in look(part) if page.weight > most.get(page.path, anywhere)
    } == {}
