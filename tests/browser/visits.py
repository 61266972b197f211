"""Opens pages in the browser, and keeps what each asked for and what the browser said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import ConsoleMessage, Page, Request, Response

_PROBES = Path(__file__).parent / "probes"
PHONE, DESKTOP = 320, 1280
"""Widths of the window: 320 is also what is left of 1280 at 400 per cent."""

_AT_ONCE = 25
_WATCH = """() => {{
  window.steps = [];
  const look = {probe};
  addEventListener("keyup", (event) => event.key === "Tab" && window.steps.push(look()), true);
}}"""


@dataclass
class Visit:
    """A page that is open in the browser."""

    page: Page
    root: str
    """Address of the site."""

    asked: list[str] = field(default_factory=list)
    """Every address the page has asked for, in order."""

    complaints: list[str] = field(default_factory=list)
    """Errors that the browser told on its console, scripts that broke, requests that failed."""

    def __post_init__(self) -> None:
        self.page.on("request", self._asks)
        self.page.on("response", self._is_answered)
        self.page.on("requestfailed", self._fails)
        self.page.on("console", self._says)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))

    def go(self, path: str, until: Literal["load", "commit"] = "load") -> Visit:
        """Open a page of the site and wait until it is there; forget what the one before did."""
        self.asked.clear()
        self.complaints.clear()
        self.page.goto(self.root + path, wait_until=until)
        return self

    def resize(self, width: int, height: int = 800) -> None:
        """Make the window wider or narrower, in pixels of CSS."""
        self.page.set_viewport_size({"width": width, "height": height})

    def probe(self, name: str, given: Any = None) -> Any:
        """Return what `probes/<name>.js` finds in the page."""
        return self.page.evaluate(_script(name), given)

    def steps(self, key: str, most: int) -> Iterator[dict[str, Any]]:
        """Press a key `most` times; yield what `probes/focus.js` says after each.

        The page looks by itself when the Tab key is let go: asking it each time would take twice as long.
        """
        self.page.evaluate(_WATCH.format(probe=_script("focus")))
        for done in range(0, most, _AT_ONCE):
            presses = min(_AT_ONCE, most - done)
            for _ in range(presses):
                self.page.keyboard.press(key)
            seen = self.page.evaluate("window.steps")
            yield from seen[done:]
            if len(seen) < done + presses:  # the focus has left the page, which hears no keys any more
                return

    def strangers(self) -> list[str]:
        """Return the addresses asked for that are not of this site."""
        return [one for one in self.asked if not one.startswith((self.root, "data:", "blob:"))]

    def _asks(self, request: Request) -> None:
        self.asked.append(request.url)

    def _is_answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"answered {response.status}: {response.url}")

    def _fails(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # which only says that the page was left before it came
            self.complaints.append(f"failed: {request.url} ({request.failure})")

    def _says(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"console: {message.text}")


@cache
def _script(name: str) -> str:
    """A probe with the words all of them share around it."""
    shared = (_PROBES / "shared.js").read_text("utf-8")
    probe = (_PROBES / f"{name}.js").read_text("utf-8")
    return f"{'async ' if 'await ' in probe else ''}(given) => {{\n{shared}\n{probe}\n}}"
