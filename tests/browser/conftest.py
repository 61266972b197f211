"""The site, served and opened in a browser. Nothing here is made before a test asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from browser import axe
from browser.served import HOST, Served, launched, served_at
from browser.tools import Missing
from browser.visits import DESKTOP, Visit
from building import PROJECT, Built, build, built_once

_ROOT = "/some/folder/"
_TODAY = "1795219200"
"""2026-11-21, as `SOURCE_DATE_EPOCH` says it."""

_MEDIA: dict[str, Any] = {
    "media": "screen",
    "color_scheme": "light",
    "reduced_motion": "no-preference",
    "forced_colors": "none",
}
"""What a reader has who has set nothing."""


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once in a test run, on the day of the tests."""

    def make(folder: Path) -> Built:
        return build(PROJECT, folder / "site", SITE_URL=f"http://{HOST}{_ROOT}", SOURCE_DATE_EPOCH=_TODAY)

    return built_once(tmp_path_factory, "browser", make)


@pytest.fixture(scope="session")
def served(site_folder: Path) -> Iterator[Served]:
    """The real site, served as GitHub Pages would from a folder of a host."""
    with served_at(site_folder, _ROOT, axe.beside()) as served:
        yield served


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright, served: Served) -> Iterator[Browser]:
    """Chromium, for which there is no other host than that of the site."""
    try:
        browser = launched(playwright, served.port)
    except Missing as missing:
        pytest.fail(str(missing), pytrace=False)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def visit(browser: Browser, served: Served) -> Callable[..., Visit]:
    """Return a function that opens a page of the site for a reader with some settings.

    It is always the same window, which leaves the page it showed before; with another for readers
    without scripts. A new window for each test would take longer than most tests do.
    """
    windows: dict[bool, Visit] = {}

    def opened(
        path: str, width: int = DESKTOP, height: int = 800, *, script: bool = True, **media: Any
    ) -> Visit:
        if script not in windows:
            context = browser.new_context(java_script_enabled=script)
            context.set_default_timeout(30_000)
            windows[script] = Visit(context.new_page(), served.address)
        page = windows[script].page
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**{**_MEDIA, **media})
        return windows[script].go(path)

    return opened
