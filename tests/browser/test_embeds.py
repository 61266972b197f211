"""Pages without our header: the lists for other sites, alone and in a frame, and the index of the data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser

from browser.axe import faults
from browser.served import Served
from browser.templates import path_in
from browser.visits import PHONE, Visit
from crawler import DATA
from untfsse.locales import LANGUAGES
from untfsse.views.embed import EMBEDS

_EMBEDS = [path_in(language, f"embed/{name}/") for name in EMBEDS for language in LANGUAGES]

each_look = pytest.mark.parametrize(
    ("path", "scheme"),
    [(DATA, "light"), *((path, scheme) for path in _EMBEDS for scheme in ("light", "dark"))],
)
"""Without styles, the index of the data is dark as the browser has it; axe takes its ground for white."""


@pytest.fixture(scope="module")
def window(browser: Browser, served: Served) -> Iterator[Visit]:
    """A phone that lets axe run, which the policy of the lists does not."""
    with browser.new_context(bypass_csp=True, viewport={"width": PHONE, "height": 800}) as context:
        yield Visit(context.new_page(), served.address)


@each_look
def test_axe_finds_nothing(path: str, scheme: Literal["light", "dark"], window: Visit) -> None:
    window.page.emulate_media(color_scheme=scheme)
    window.go(path)
    assert window.strangers() == window.complaints == []
    assert faults(window) == []
    assert window.page.evaluate("document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_are_those_of_the_reader(scheme: str, visit: Callable[..., Visit]) -> None:
    opened = visit("embed/next-events/", color_scheme=scheme)
    ground = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 24, 31)"}[scheme]


def test_a_link_in_a_frame_opens_in_the_whole_window(browser: Browser, served: Served) -> None:
    """The frame is made as the code to be copied makes it, by a page that allows frames."""
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{served.address}this-site/embed/")
        code = page.locator("#embed-latest-publications").text_content()
        page.evaluate("code => { document.querySelector('article').innerHTML = code }", code)
        frame = page.frame_locator("iframe")
        link = frame.get_by_role("listitem").first.get_by_role("link")
        name = link.text_content()
        link.click()
        page.wait_for_url(f"{served.address}publications/*/")
        assert page.locator("h1").text_content() == name
