"""A window of its own for each test of the search: what one loads or keeps, no other finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.served import Served

_PATIENCE = 30_000
"""Milliseconds, for machines with much to do."""

expect.set_options(timeout=_PATIENCE)


@pytest.fixture(scope="session")
def address(served: Served) -> str:
    """Where the site is served, with `/` at its end."""
    return served.address


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page in a window of its own.

    What a page complains of fails the test, unless it opened the page as one that lacks something.
    """
    windows: list[BrowserContext] = []
    faults: list[str] = []

    def opened(path: str, go: bool = True, lacking: bool = False, **options: Any) -> Page:
        window = browser.new_context(**options)
        window.set_default_timeout(_PATIENCE)
        windows.append(window)
        page = window.new_page()
        if not lacking:
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        if go:
            page.goto(address + path)
        return page

    yield opened
    for window in windows:
        window.close()
    assert faults == []
