"""Every page of a record and every news story says where its facts are known from."""

from __future__ import annotations

import pytest
from lxml import html  # type: ignore[import-untyped]

from crawler import Crawl
from untfsse.records import KINDS
from untfsse.site import Site

pytest_plugins = ["shared_sites"]
LANGUAGES = ("", "fr/", "es/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_names_its_sources_or_says_why_not(language: str, real: Crawl, real_site: Site) -> None:
    paths = [f"{language}{kind}/{id_}/" for kind in KINDS for id_ in real_site.graph.records[kind]]
    assert len(paths) > 150
    for path in paths:
        said = html.fromstring(real.pages[path].source).xpath(
            "//section[h2/@id='sources']/*[self::ul or self::ol or self::p]"
        )
        assert [one.text_content().strip() for one in said] != [], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_story_links_to_its_records_and_names_its_sources(language: str, real: Crawl) -> None:
    stories = [
        path
        for path in real.pages
        if path.startswith(f"{language}news/") and path.count("/") > 1 + bool(language)
    ]
    assert len(stories) == 9
    for path in stories:
        page = html.fromstring(real.pages[path].source)
        assert page.xpath("//section[h2/@id='about']//li//a/@href"), path
        assert page.xpath("//section[h2/@id='sources']//li"), path
