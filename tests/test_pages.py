"""Pages: the golden cases of `tests/pages/`, each with what the HTML of a page holds and lacks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from markupsafe import Markup

from golden import files_of, golden
from untfsse.links import ROOT, address, settle
from untfsse.records import KINDS
from untfsse.site import Site

CASES = golden("pages")
_PROSE = Markup('<p class="prose">Words.</p>')


@pytest.mark.parametrize("name", CASES)
def test_a_page_holds_what_the_golden_case_says(name: str, small_site: Callable[..., Site]) -> None:
    case = CASES[name]
    kind, id_, files = files_of(case)
    site = small_site(files, drafts=case.get("drafts") == "true")
    page = site.tongue(case["language"]).pages[case.get("page", f"{kind}/{id_}")]
    html = settle(str(page.html(_PROSE)), address(page.name, case["language"]))
    flat = html.replace("\n", "")
    assert [part for part in case.get("contains", ()) if part.replace("\n", "") not in flat] == [], html
    assert [part for part in case.get("lacks", ()) if part in flat] == [], html
    _check_head(case, page)
    _check_sound(html)


def _check_head(case: dict[str, Any], page: Any) -> None:
    """What a case may say of the head: the plain title, its language, the description."""
    said = {
        "title": page.title.plain,
        "title_language": page.title.language or case["language"],
        "description": page.description,
        "languages": list(page.languages),
    }
    assert {key: case[key] for key in said if key in case} == {key: said[key] for key in said if key in case}


def _check_sound(html: str) -> None:
    """What holds for every page: one title, each id once, nothing of Python or Jinja left."""
    assert ROOT not in html
    assert html.count("<h1") == 1
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert not re.search(r"None|Undefined|Said\(|Linked\(|\{\{|\{%", html)


def test_every_noun_has_pages_in_every_language_and_one_to_escape() -> None:
    for noun in [*(kind.removesuffix("s") for kind in KINDS), "area", "hub"]:
        cases = [case for case in CASES.values() if case["noun"] == noun]
        assert {case["language"] for case in cases} == {"en", "fr", "es"}, noun
        parts = [part for case in cases for part in case["contains"]]
        assert any("A &amp; B" in part for part in parts), noun
        assert any('lang="en"' in part for part in parts), noun
