"""Arabic, as the example has it: the frame of the page is mirrored, and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from browser.served import Served, launched, served_at
from browser.visits import DESKTOP, PHONE, Visit
from new_languages import built_with_more

_FRAME = {
    "menu": ".sse-menu__list > li",
    "trail": ".sse-trail__list > li",
    "header": ".sse-top__row > *:not(script)",
    "columns": ".sse-columns > .sse-body, .sse-columns > .sse-side",
}
"""What stands side by side in the frame of a page."""

_STEPS = """selectors => Object.fromEntries(Object.entries(selectors).map(([name, selector]) => {
  const boxes = [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
  const [first, second] = boxes.filter((box) => box.width).map((box) => box.left + box.right);
  return [name, Math.sign(second - first)];
}))"""
"""Of each: 1 where the second stands right of the first, -1 where it stands left of it."""

_PAGE = "events/2024-05-14-river-meeting/"


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory, playwright: Playwright) -> Iterator[Visit]:
    """A window on the example in five languages."""
    with served_at(built_with_more(tmp_path_factory)) as served:
        browser: Browser = launched(playwright, served.port)
        yield _window(browser, served)
        browser.close()


def _window(browser: Browser, served: Served) -> Visit:
    return Visit(browser.new_page(), served.address)


def test_menu_trail_and_side_column_are_mirrored_and_nothing_scrolls_sideways(arabic: Visit) -> None:
    arabic.page.set_viewport_size({"width": DESKTOP, "height": 800})
    there = arabic.go(_PAGE).page.evaluate(_STEPS, _FRAME)
    here = arabic.go(f"ar/{_PAGE}").page.evaluate(_STEPS, _FRAME)
    assert there.keys() == _FRAME.keys()
    assert {abs(step) for step in there.values()} == {1}, there
    assert here == {name: -step for name, step in there.items()}
    arabic.page.set_viewport_size({"width": PHONE, "height": 640})
    for path in ("ar/", "ar/about/", f"ar/{_PAGE}", "ar/milestones/", "ar/members/"):
        arabic.go(path)
        assert arabic.probe("reflow") == [], path
        assert arabic.page.evaluate("document.scrollingElement.scrollWidth") <= PHONE, path
    assert arabic.complaints == []
