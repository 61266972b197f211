"""No template passes its weight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from browser.served import Served
from browser.templates import CASES, IN_TURN, Case, each
from browser.visits import PHONE, Visit
from browser.weights import longest_list, most_for, most_html, reckon, weigh

KIB = 1024


@each(IN_TURN)
def test_a_template_keeps_to_its_weight(case: Case, browser: Browser, served: Served) -> None:
    weight = weigh(browser, served, case.path)
    assert weight.first_view <= most_for(case.template)
    assert weight.html <= (most_html(case.template, _html(served, case.path)) or weight.html)


def test_the_longest_list_keeps_to_its_weight(browser: Browser, served: Served) -> None:
    path = longest_list(served)
    assert weigh(browser, served, path).first_view <= most_for("longest list"), path


@pytest.mark.parametrize("kind", ["event", "publication", "project", "member"])
def test_the_html_of_every_record_keeps_to_its_weight(kind: str, served: Served) -> None:
    pages = [path for path in served.pages if path.rstrip("/").split("/")[-2:-1] == [f"{kind}s"]]
    assert len(pages) > 100
    texts = {path: _html(served, path) for path in pages}
    too_much = {path: html for path, html in texts.items() if len(html) > (most_html(kind, html) or 0)}
    assert {path: f"{len(html) / KIB:.1f} KiB" for path, html in too_much.items()} == {}


def _html(served: Served, path: str) -> bytes:
    file = served.folder / path
    return (file / "index.html" if file.is_dir() else file).read_bytes()


def test_what_is_reckoned_for_every_page_is_what_travels(
    browser: Browser, served: Served, visit: Callable[..., Visit]
) -> None:
    for case in [CASES[0], CASES[-1]]:
        reckoned = reckon(served, visit(case.path, PHONE).asked)
        travelled = weigh(browser, served, case.path)
        assert reckoned <= travelled.first_view <= reckoned + travelled.requests * KIB // 2


def test_nothing_is_published_that_no_page_uses(served: Served) -> None:
    files = [file for file in served.folder.rglob("*") if file.is_file()]
    names = [file.relative_to(served.folder).as_posix() for file in files]
    assert [name for name in names if name.endswith(".map")] == []
    texts = "".join(
        (served.folder / name).read_text("utf-8") for name in names if name.endswith((".html", ".css", ".js"))
    )
    assets = [name for name in names if name.startswith("assets/")]
    assert assets
    assert [name for name in assets if name.rsplit("/", 1)[-1] not in texts] == []
