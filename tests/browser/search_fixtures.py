"""The real site, served from a folder of a host, and a browser that opens it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from crawler import Crawl

_ROOT = "/some/folder/"
HOMES = {"en": "", "fr": "fr/", "es": "es/"}
PATIENCE = 30_000
"""Milliseconds, for machines with much to do."""

expect.set_options(timeout=PATIENCE)


class _Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(_ROOT[:-1])) if path.startswith(_ROOT) else "/nowhere"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing: a test reports what it saw."""


@pytest.fixture(scope="session")
def address(real: Crawl) -> Iterator[str]:
    """Where the site is served, with `/` at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(real.folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}{_ROOT}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.fail("Chromium is missing: apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page in a window of its own.

    What a page complains of fails the test, unless it opened the page as one that lacks something.
    """
    contexts, faults = [], []

    def opened(path: str, go: bool = True, lacking: bool = False, **options: Any) -> Page:
        context = chromium.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        if not lacking:
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        if go:
            page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
