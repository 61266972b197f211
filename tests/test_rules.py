"""The rules themselves: each notices the mistakes of `broken_pages.yml`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html  # type: ignore[import-untyped]

from crawler import NOT_FOUND, Crawl
from html_page import read_page
from rules import RULES
from rules.links import every_page_is_reached_from_the_home_page
from rules.requests import nothing_is_asked_of_other_hosts

pytest_plugins = ["shared_sites"]

_CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "broken_pages.yml").read_text("utf-8"))
_BY_NAME = {rule.__name__: rule for rule in RULES}
_BY_HAND = {every_page_is_reached_from_the_home_page.__name__}


def test_every_rule_has_a_case() -> None:
    assert {case["rule"] for case in _CASES} | _BY_HAND == set(_BY_NAME)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case['rule']}: {case['at']}")
def test_a_rule_notices_a_mistake(case: dict[str, Any], example: Crawl, tmp_path: Path) -> None:
    rule = _BY_NAME[case["rule"]]
    broken = _with_mistake(example, case, tmp_path)
    assert list(rule(example)) == []
    assert list(rule(broken))


def test_a_page_that_nothing_links_to_is_noticed(example: Crawl) -> None:
    rule = every_page_is_reached_from_the_home_page
    alone = replace(example.pages["about/"], path="alone/")
    assert list(rule(example)) == []
    assert list(rule(replace(example, pages=example.pages | {"alone/": alone}))) == ["alone/"]


def test_a_style_sheet_that_asks_another_host_is_noticed(example: Crawl, tmp_path: Path) -> None:
    (tmp_path / "one.css").write_text("p { background: url('https://pictures.example/p.png') }")
    (tmp_path / "two.css").write_text("@import '//styles.example/two.css';")
    asking = replace(example, folder=tmp_path, files=frozenset({"one.css", "two.css"}))
    assert len(list(nothing_is_asked_of_other_hosts(asking))) == 2


def test_addresses_that_leave_the_site_are_broken(example: Crawl) -> None:
    about = example.pages["about/"]
    assert example.follow(about, "../events/") == "events/"
    assert example.follow(about, "https://elsewhere.example/events/") is None
    assert not example.exists(example.follow(about, "../../events/") or "")
    below = replace(example, address=example.address + "below/", followed={})
    assert not below.exists(below.follow(about, "/events/") or "")


def _with_mistake(example: Crawl, case: dict[str, Any], folder: Path) -> Crawl:
    """The example with one page changed, as if it had been built like that."""
    name = case["page"] + ("" if case["page"] == NOT_FOUND else "index.html")
    root = html.document_fromstring((example.folder / name).read_text("utf-8"))
    places = root.xpath(case["at"])
    assert places, f"no {case['at']} on {name}"
    for place in places if case.get("remove") else places[:1]:
        _break(place, case)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(html.tostring(root, encoding="utf-8", doctype="<!doctype html>"))
    page = read_page(folder, name)
    if name == NOT_FOUND:
        return replace(example, not_found=page, followed={})
    return replace(example, pages=example.pages | {page.path: page}, followed={})


def _break(place: Any, case: dict[str, Any]) -> None:
    place.attrib.update(case.get("set", {}))
    if "text" in case:
        place.text = case["text"]
        for child in list(place):
            place.remove(child)
    for new in reversed(html.fragments_fromstring(case.get("after", ""))):
        place.addnext(new)
    if case.get("remove"):
        place.drop_tree()
