"""The list of all pages for search engines."""

from __future__ import annotations

import os
import subprocess

import pytest
from lxml import etree  # type: ignore[import-untyped]

from building import PROJECT
from crawler import Crawl
from untfsse.locales import LANGUAGES
from untfsse.records import KINDS
from untfsse.store import path_of, read_store

pytest_plugins = ["shared_sites"]

_NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.mark.parametrize("name", ["real", "example"])
def test_the_sitemap_lists_exactly_the_pages_to_index(name: str, request: pytest.FixtureRequest) -> None:
    site: Crawl = request.getfixturevalue(name)
    entries = _sitemap(site)
    indexed = {page.path: page.hreflang for page in site.pages.values() if page.indexed}
    assert len(entries) == len({address for address, _, _ in entries})
    assert {address.removeprefix(site.address): pairs for address, _, pairs in entries} == indexed


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_sitemap_gives_the_last_change_of_a_record(kind: str, real: Crawl) -> None:
    changed = {address.removeprefix(real.address): day for address, day, _ in _sitemap(real)}
    for id_, record in read_store(PROJECT).records[kind].items():
        if not record.draft and (path := f"{kind}/{id_}/") in changed:
            assert changed[path] == _last_change(path_of(kind, id_))


def test_the_sitemap_gives_the_last_change_of_a_page_of_prose(real: Crawl) -> None:
    changed = {address.removeprefix(real.address): day for address, day, _ in _sitemap(real)}
    for language in LANGUAGES:
        for name in ("index", "events/index", "milestones"):
            folder = "" if language == "en" else f"{language}/"
            path = folder + f"{name}/".removesuffix("index/")
            if real.pages[path].indexed:
                assert changed[path] == _last_change(f"docs/{language}/{name}.md")


def _sitemap(site: Crawl) -> list[tuple[str, str | None, list[tuple[str, str]]]]:
    """Address, day of the last change, and the same page in other languages."""
    return [
        (
            entry.findtext("s:loc", namespaces=_NAMES),
            entry.findtext("s:lastmod", namespaces=_NAMES),
            [(one.get("hreflang"), one.get("href")) for one in entry.iterfind("x:link", _NAMES)],
        )
        for entry in etree.parse(site.folder / "sitemap.xml").iterfind("s:url", _NAMES)
    ]


def _last_change(file: str) -> str | None:
    """Ask the history for one file; None where there is no history, or only a part of it."""
    if _git("rev-parse", "--is-shallow-repository") != "false":
        return None
    return _git("log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d", "--", file) or None


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    environment = {"PATH": os.environ["PATH"], "TZ": "UTC"}
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    return done.stdout.strip()
