"""The example and the real site, served and opened in a browser, for the tests of lists and times."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Playwright

from browser.served import FLAGS
from browser.server import Host, serving
from browser.tools import windowless
from crawler import Crawl


@dataclass
class Opened:
    """A page that is open in the browser."""

    page: Page
    root: str
    complaints: list[str] = field(default_factory=list)
    """What the browser found wrong, and scripts that broke."""

    def hear(self, said: ConsoleMessage) -> None:
        """Remember an error that stands on the console."""
        if said.type == "error":
            self.complaints.append(said.text)

    def go(self, path: str) -> Opened:
        """Open a page of the site."""
        self.page.goto(self.root + path)
        return self

    @property
    def query(self) -> str:
        """What stands behind the path in the address bar."""
        return str(self.page.evaluate("location.search.slice(1)"))

    def back(self, steps: int = -1) -> None:
        """Go back, or forward, as with the button of the browser, and wait until the page has followed."""
        self.page.evaluate(
            """(steps) => new Promise((done) => {
              addEventListener("popstate", () => setTimeout(done), { once: true });
              history.go(steps);
            })""",
            steps,
        )

    def control(self, name: str) -> Locator:
        """Return a field of the form above a list."""
        return self.page.locator(f".sse-filters [name='{name}']")

    def choose(self, name: str, value: str) -> None:
        """Choose a value of a field."""
        self.control(name).select_option(value)

    def titles(self, within: str = ".sse-groups") -> list[str]:
        """Return the titles of the cards that are shown, in their order."""
        cards = self.page.locator(f"{within} .sse-card__title a:visible")
        return cards.all_inner_texts()

    def total(self) -> Locator:
        """Return the words that say how many are shown."""
        return self.page.locator("[role=status] .sse-total")

    def group(self, id_: str) -> Locator:
        """Return a group of a list."""
        return self.page.locator(f"[data-group='{id_}']")


@pytest.fixture(scope="session")
def lists_browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, for several sites on this machine."""
    browser = playwright.chromium.launch(executable_path=windowless(), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def example_address(example: Crawl) -> Iterator[str]:
    """Where the example is served, as it was built on 1 March 2026."""
    yield from _served(example.folder)


@pytest.fixture(scope="session")
def real_address(site_folder: Path) -> Iterator[str]:
    """Where the real site is served, as it was built on 21 November 2026."""
    yield from _served(site_folder)


def _served(folder: Path) -> Iterator[str]:
    with serving(Host(folder)) as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture(scope="session")
def windows(lists_browser: Browser) -> Callable[..., Opened]:
    """Return a function that gives the window of readers with some settings; a new one takes long."""
    there: dict[str, Opened] = {}

    def window(**options: Any) -> Opened:
        key = repr(sorted(options.items()))
        if key not in there:
            context = lists_browser.new_context(**{"timezone_id": "UTC", **options})
            context.set_default_timeout(10_000)
            one = there[key] = Opened(context.new_page(), "")
            one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
            one.page.on("console", one.hear)
        return there[key]

    return window


@pytest.fixture
def blank(windows: Callable[..., Opened]) -> Iterator[Callable[..., Opened]]:
    """Return a function that gives a window, `now` on its clock; at the end nothing may be found wrong."""
    opened: list[Opened] = []

    def window(root: str, now: str = "2026-11-21T12:00:00Z", **options: Any) -> Opened:
        one = windows(**options)
        one.root = root
        one.complaints.clear()
        one.page.clock.set_fixed_time(now)
        opened.append(one)
        return one

    yield window
    for one in opened:
        one.page.unroute_all()
        assert one.complaints == []


@pytest.fixture
def open_example(blank: Callable[..., Opened], example_address: str) -> Callable[..., Opened]:
    """Return a function that opens a page of the example."""

    def opened(path: str, now: str = "2026-03-10T12:00:00Z", **options: Any) -> Opened:
        return blank(example_address, now, **options).go(path)

    return opened


@pytest.fixture
def open_real(blank: Callable[..., Opened], real_address: str) -> Callable[..., Opened]:
    """Return a function that opens a page of the real site."""

    def opened(path: str, now: str = "2026-11-21T12:00:00Z", **options: Any) -> Opened:
        return blank(real_address, now, **options).go(path)

    return opened
