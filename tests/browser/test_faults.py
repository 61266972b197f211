"""The checks find what they look for, on pages made to have that fault and no other (`faults.yml`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Playwright

from browser import axe
from browser.served import Served, launched, served_at
from browser.test_html import errors
from browser.tools import PROJECT
from browser.visits import DESKTOP, Visit

CASES = yaml.safe_load((PROJECT / "tests" / "browser" / "faults.yml").read_text("utf-8"))
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>{policy}
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head>
<body>{body}</body></html>
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("faults")
    (folder / "404.html").write_text("not here", "utf-8")
    with served_at(folder, beside=axe.beside()) as served:
        yield served


@pytest.fixture(scope="module")
def other_browser(playwright: Playwright, pages: Served) -> Iterator[Browser]:
    browser = launched(playwright, pages.port)
    yield browser
    browser.close()


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["case"] for case in CASES])
def test_a_check_finds_the_fault(number: int, pages: Served, other_browser: Browser) -> None:
    case = CASES[number]
    found = "\n".join(_found(case, f"{number}.html", pages, other_browser))
    assert found == "" if case["says"] == "nothing" else case["says"] in found


def test_every_probe_has_a_case() -> None:
    probes = {file.stem for file in Path(__file__).parent.glob("probes/*.js")}
    helpers = {"shared", "stops", "open_all", "larger_text", "wider_text", "reading", "links", "menu"}
    assert probes - helpers <= {case["check"] for case in CASES}


def _found(case: dict[str, Any], name: str, pages: Served, browser: Browser) -> list[str]:
    policy = case.get("policy")
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    file = pages.folder / name
    file.write_text(_PAGE.format(policy=head, style=case.get("style", ""), body=case["body"]), "utf-8")
    if case["check"] == "html":
        return [words for found in errors(file).values() for words in found]
    reader = dict(case.get("reader", {}))
    width, media, script = reader.pop("width", DESKTOP), reader.pop("media", None), reader.pop("script", True)
    with browser.new_context(java_script_enabled=script, **reader) as context:
        visit = Visit(context.new_page(), pages.address)
        visit.page.set_viewport_size({"width": width, "height": 800})
        visit.page.emulate_media(media=media)
        visit.go(name)
        if "first" in case:
            visit.probe(case["first"])
        return _check(visit, case["check"], case.get("given"))


def _check(visit: Visit, check: str, given: Any) -> list[str]:
    if check == "axe":
        return axe.faults(visit)
    if check == "focus":
        visit.page.keyboard.press("Tab")
        assert visit.probe("focus")["at"] == 0
        return list(visit.probe("focus")["faults"])
    if check in ("complaints", "strangers"):
        visit.page.wait_for_load_state("networkidle")
        return visit.complaints if check == "complaints" else visit.strangers()
    return list(visit.probe(check, given))
