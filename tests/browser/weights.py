"""What pages weigh: prints a table of all templates (`make weights`), and says what is allowed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from browser.served import Served, launched, served_at
from browser.templates import CASES, Case
from browser.tools import PROJECT
from browser.visits import PHONE, Visit
from untfsse.locales import LANGUAGES
from untfsse.yaml_source import parse

_KIB = 1024


class Weight(NamedTuple):
    """What one page weighs."""

    first_view: int
    """Bytes that travel when nothing has been fetched before: compressed, with headers."""

    html: int
    """Bytes of its HTML before compression."""

    requests: int


@cache
def budgets() -> dict[str, dict[str, int]]:
    """Return what pages may weigh, in bytes."""
    written = parse((PROJECT / "tests" / "browser" / "budgets.yml").read_text("utf-8"))
    return {
        kind: {name: round(float(kib) * _KIB) for name, kib in most.items()} for kind, most in written.items()
    }


def most_for(template: str) -> int:
    """Return what the first view of a template may weigh."""
    most = budgets()["first_view"]
    return most.get(template, most["every other template"])


def most_html(kind: str, html: bytes) -> int | None:
    """Return what this page of a record may weigh; nothing for other pages."""
    most = budgets()["html"].get(kind)
    notice = budgets()["html_of_a_notice"]["older parts"] if b'<div class="sse-notice">' in html else 0
    return most + notice if most else None


def weigh(browser: Browser, served: Served, path: str) -> Weight:
    """Open a page in a new window and weigh all that travels."""
    asked: set[str] = set()
    travelled: dict[str, int] = {}

    def finished(event: dict[str, Any]) -> None:
        travelled[event["requestId"]] = int(event["encodedDataLength"])

    with browser.new_context(viewport={"width": PHONE, "height": 800}) as context:
        page = context.new_page()
        network = context.new_cdp_session(page)
        network.on("Network.requestWillBeSent", lambda event: asked.add(event["requestId"]))
        network.on("Network.loadingFinished", finished)
        network.on("Network.loadingFailed", lambda event: asked.discard(event["requestId"]))
        network.send("Network.enable")
        Visit(page, served.address).go(path)
        while asked - set(travelled):
            page.wait_for_timeout(20)
    return Weight(sum(travelled.values()), len(_answer(served, path, compress=False)), len(travelled))


def reckon(served: Served, asked: Iterable[str]) -> int:
    """Return what would travel for a page that asks for these addresses, by what the server would say."""
    paths = {unquote(urlsplit(address).path) for address in asked if address.startswith("http")}
    return sum(len(_answer(served, path, compress=True)) for path in paths)


def _answer(served: Served, path: str, *, compress: bool) -> bytes:
    return served.host.answer(path if path.startswith("/") else served.host.root + path, compress).body


def longest_list(served: Served) -> str:
    """Return the path of the page with the longest list."""
    return max(served.pages, key=lambda path: _answer(served, path, compress=False).count(b"<li"))


def table(browser: Browser, served: Served) -> Iterable[str]:
    """Return the lines of a table: each template, what it weighs in each language, what it may."""
    first = " | ".join(LANGUAGES)
    yield f"| template | requests | first view, KiB: {first} | may weigh | HTML, KiB: {first} | may weigh |"
    yield f"|---|---:|{'---:|' * len(LANGUAGES)}---:|{'---:|' * len(LANGUAGES)}---:|"
    cases: dict[str, list[Case]] = {}
    for case in CASES:
        cases.setdefault(case.template, []).append(case)
    paths = {name: [case.path for case in listed] for name, listed in cases.items()}
    for name, listed in {**paths, "longest list": [longest_list(served)]}.items():
        weights = [weigh(browser, served, path) for path in listed]
        missing = [""] * (len(LANGUAGES) - len(weights))
        html = budgets()["html"].get(name)
        cells = [
            name,
            str(max(weight.requests for weight in weights)),
            *[_kib(weight.first_view) for weight in weights],
            *missing,
            _kib(most_for(name)),
            *[_kib(weight.html) for weight in weights],
            *missing,
            _kib(html) if html else "",
        ]
        yield "| " + " | ".join(cells) + " |"
    yield f"\nThe longest list is {longest_list(served)}"


def _kib(size: int) -> str:
    return f"{size / _KIB:.1f}"


def main(folder: str) -> None:
    """Weigh the site that was built in `folder`."""
    with served_at(Path(folder)) as served, sync_playwright() as playwright:
        for line in table(launched(playwright, served.port), served):
            print(line, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
