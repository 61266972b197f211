"""The site that would be published now, page by page."""

from __future__ import annotations

import re

import pytest
from lxml import etree  # type: ignore[import-untyped]

from building import PROJECT
from crawler import Crawl
from rules import RULES, Rule
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.records import KINDS, Event, Plan, Project, Publication, Record
from untfsse.store import Store, read_store

pytest_plugins = ["shared_sites"]

_KINDS = sorted(KINDS)


@pytest.fixture(scope="module")
def store() -> Store:
    return read_store(PROJECT)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_page_keeps_the_rule(rule: Rule, real: Crawl) -> None:
    assert list(rule(real)) == []


@pytest.mark.parametrize("kind", _KINDS)
def test_every_published_record_has_its_page_in_every_language(kind: str, real: Crawl, store: Store) -> None:
    published = {id_ for id_, record in store.records[kind].items() if not record.draft}
    assert published
    for language in LANGUAGES:
        folder = _path(language, kind)
        found = {path.removeprefix(folder).rstrip("/") for path in real.pages if path.startswith(folder)}
        assert {id_ for id_ in found if id_ and "/" not in id_} == published


def test_no_draft_is_linked_to(real: Crawl, store: Store) -> None:
    drafts = {
        _path(language, kind, id_)
        for kind, records in store.records.items()
        for id_, record in records.items()
        if record.draft
        for language in LANGUAGES
    }
    for page in real.pages.values():
        assert drafts.isdisjoint(real.follow(page, one.written) for one in page.addresses), page.path


def test_every_area_of_a_plan_has_its_page(real: Crawl, store: Store) -> None:
    areas = [
        (plan_id, area.id)
        for plan_id, plan in store.records["plans"].items()
        if isinstance(plan, Plan) and not plan.draft
        for area in plan.areas
    ]
    assert areas
    for language in LANGUAGES:
        for plan_id, area_id in areas:
            assert _path(language, "plans", plan_id, area_id) in real.pages


@pytest.mark.parametrize("kind", ["themes", "sdgs", "countries", "years"])
def test_every_theme_goal_country_and_year_of_a_record_has_its_page(
    kind: str, real: Crawl, store: Store
) -> None:
    records = [one for by_id in store.records.values() for one in by_id.values() if not one.draft]
    expected = {value.lower() for record in records for value in _values(record, kind)}
    assert expected
    for language in LANGUAGES:
        folder = _path(language, kind)
        found = {path.removeprefix(folder).rstrip("/") for path in real.pages if path.startswith(folder)}
        assert found == expected | {""}


def test_the_page_for_addresses_that_do_not_exist_speaks_every_language(real: Crawl) -> None:
    assert real.not_found.html_language == DEFAULT
    root = etree.parse(real.folder / "404.html", etree.HTMLParser()).getroot()
    sections = root.xpath("//article/section")
    assert [section.get("lang") for section in sections] == list(LANGUAGES)
    for language, section in zip(LANGUAGES, sections, strict=True):
        assert section.findtext("h1").strip()
        assert section.xpath(".//a/@href") == [real.address + _path(language)]


def test_nothing_is_published_that_no_reader_needs(real: Crawl) -> None:
    pages = (".html", ".css", ".js", ".png", ".xml", ".svg", ".jpg", ".webp", ".avif", ".pdf")
    needed = (*pages, ".ics", ".md", "llms.txt")
    others = [name for name in real.files if not name.endswith(needed)]
    elsewhere = (
        *("build.json", "assets.json", "robots.txt", "CNAME", ".well-known/security.txt"),  # for programs
        "data/v1/",
        "data/translations/status.json",
        "pagefind/",
        *(f"{_path(one)}feeds/" for one in LANGUAGES),
    )  # test_search_index, test_feed_files
    cited = re.compile(r"(citations|publications)/.+\.(bib|ris|csl\.json)")
    assert [name for name in others if not (name.startswith(elsewhere) or cited.fullmatch(name))] == []


def _path(language: str, *parts: str) -> str:
    there = [part for part in ("" if language == DEFAULT else language, *parts) if part]
    return "/".join([*there, ""])


def _values(record: Record, kind: str) -> list[str]:
    """What the pages of a kind of overview should be made for, because of one record."""
    if kind in ("themes", "sdgs"):
        areas = record.areas if isinstance(record, Plan) else ()
        return [one for part in (record, *areas) for one in getattr(part, kind, ())]
    if kind == "countries":
        place = getattr(record, "place", None) or getattr(record, "headquarters", None)
        return [*getattr(record, "countries", ()), *([place.country] if place else [])]
    if isinstance(record, Event):
        return [str(year) for year in range(record.start.year, (record.end or record.start).year + 1)]
    if isinstance(record, Publication | Project):
        when = record.date if isinstance(record, Publication) else record.start
        return [str(when.year)] if when else []
    return []
