"""What frames every page, as a screen reader tells it: roles and names, kept in `frames/<language>.yml`.

`make frames` writes these files anew; look at what changed before you commit them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, sync_playwright

from browser.served import Served, launched, served_at
from browser.templates import CASES, Case
from browser.tools import PROJECT
from browser.visits import DESKTOP, PHONE, Visit
from untfsse.locales import LANGUAGES

_FOLDER = PROJECT / "tests" / "browser" / "frames"
_TRAIL = "nav.sse-trail"
_LEAVE_OUT = "(part) => document.querySelector(part).replaceChildren()"
_TOP = """# What frames the pages, as a screen reader tells it. Written by `make frames`.
"""


def kept(language: str) -> Any:
    """Return what is kept for a language."""
    return yaml.safe_load((_FOLDER / f"{language}.yml").read_text("utf-8"))


def told(browser: Browser, served: Served, language: str) -> dict[str, Any]:
    """Return what is told of the pages of a language, in the form in which it is kept.

    `frames` says what stands around the words, for a wide window, and for a narrow one with its menu
    closed and open; templates with the same frame stand together. `trails` says what leads to a
    page, the page itself left out, so that nothing changes here when a title does.
    """
    frames: dict[str, list[str]] = {}
    trails: dict[str, str] = {}
    with browser.new_context() as context:
        visit = Visit(context.new_page(), served.address)
        for case in (case for case in CASES if case.language == language):
            visit.page.set_viewport_size({"width": DESKTOP, "height": 800})
            trails |= _trail(visit.go(case.path), case)
            visit.page.evaluate(_LEAVE_OUT, "main")  # telling it would take most of the time
            parts = [f"# wide\n{_frame(visit)}"]
            visit.page.set_viewport_size({"width": PHONE, "height": 800})
            parts.append(f"# narrow\n{_frame(visit)}")
            visit.probe("open_all")
            parts.append(f"# narrow, opened\n{_frame(visit)}")
            frames.setdefault("\n".join(parts) + "\n", []).append(case.template)
    return {
        "frames": [{"templates": names, "told": frame} for frame, names in frames.items()],
        "trails": trails,
    }


def _frame(visit: Visit) -> str:
    """All of the page but its main part and its trail."""
    lines = _snapshot(visit, "body")
    left_out = ["- main", *[_snapshot(visit, _TRAIL)[0] for _ in visit.page.locator(_TRAIL).all()]]
    return "\n".join(_without(lines, left_out))


def _trail(visit: Visit, case: Case) -> dict[str, str]:
    if not visit.page.locator(_TRAIL).count():
        return {}
    lines = _snapshot(visit, _TRAIL)
    last = max(i for i, line in enumerate(lines) if "listitem" in line)
    return {case.template: "\n".join(lines[:last]) + "\n"}


def _snapshot(visit: Visit, selector: str) -> list[str]:
    lines = visit.page.locator(selector).first.aria_snapshot().splitlines()
    return [re.sub(r" \[(active|ref=\w+)\]", "", line) for line in lines if "- /url:" not in line]


def _without(lines: Iterable[str], starts: list[str]) -> Iterable[str]:
    """Leave out what begins with one of `starts`, and what stands deeper below it."""
    depth: int | None = None
    for line in lines:
        here = len(line) - len(line.lstrip())
        if depth is not None and here > depth:
            continue
        depth = None
        if line.strip().startswith(tuple(starts)):
            depth = here
            continue
        yield line


class _Written(yaml.SafeDumper):
    """Writes texts of several lines as they are read."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Written.add_representer(str, _text)


def main(folder: str) -> None:
    """Write what is told of the site built in `folder`."""
    _FOLDER.mkdir(exist_ok=True)
    with served_at(Path(folder)) as served, sync_playwright() as playwright:
        browser = launched(playwright, served.port)
        for language in LANGUAGES:
            found = told(browser, served, language)
            text = yaml.dump(found, Dumper=_Written, allow_unicode=True, sort_keys=False, width=1000)
            (_FOLDER / f"{language}.yml").write_text(_TOP + text, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
