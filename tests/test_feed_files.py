"""The feeds of the built sites: sound, readable, and every link in them leads somewhere."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest
from lxml import html  # type: ignore[import-untyped]

from building import PROJECT
from crawler import Crawl
from feed_rules import ATOM_RULES, JSON_RULES, NAMES, addresses_in, read_atom
from untfsse.feeds.catalogue import LIMIT
from untfsse.locales import DEFAULT, LANGUAGES

pytest_plugins = ["shared_sites"]


@dataclass(frozen=True)
class File:
    """A feed as it was written."""

    path: str
    raw: bytes
    atom: Any
    json: dict[str, Any]

    @property
    def language(self) -> str:
        """The language of the folder it is in."""
        first = self.path.split("/")[0]
        return first if first in LANGUAGES else DEFAULT

    @property
    def name(self) -> str:
        """Without language and ending: `theme/policy`."""
        return self.path.partition("feeds/")[2].removesuffix(".atom")


@pytest.fixture(scope="module", params=["real", "example"])
def site(request: pytest.FixtureRequest) -> Crawl:
    crawl: Crawl = request.getfixturevalue(request.param)
    return crawl


@pytest.fixture(scope="module")
def feeds(site: Crawl) -> list[File]:
    found = []
    for path in sorted(site.files):
        if re.match(r"(?:fr/|es/)?feeds/.*\.atom$", path):
            raw = (site.folder / path).read_bytes()
            twin = (site.folder / path.replace(".atom", ".json")).read_text("utf-8")
            found.append(File(path, raw, read_atom(raw), json.loads(twin)))
    return found


def test_every_feed_keeps_the_rules(feeds: list[File]) -> None:
    assert len(feeds) > 10
    for feed in feeds:
        assert [fault for rule in ATOM_RULES for fault in rule(feed.atom)] == [], feed.path
        assert [fault for rule in JSON_RULES for fault in rule(feed.json)] == [], feed.path


def test_every_feed_is_read_by_another_program_without_a_flag(feeds: list[File]) -> None:
    for feed in feeds:
        read = feedparser.parse(feed.raw, sanitize_html=False, resolve_relative_uris=False)
        assert not read.bozo, (feed.path, read.get("bozo_exception"))
        assert read.version == "atom10"
        assert read.feed.language == feed.language
        assert [one.id for one in read.entries] == [one["id"] for one in feed.json["items"]]
        assert [one.title for one in read.entries] == [one["title"] for one in feed.json["items"]]
        assert [one.content[0].value for one in read.entries] == [
            one["content_html"] for one in feed.json["items"]
        ]
        assert all(one.updated_parsed for one in read.entries)


def test_both_formats_tell_the_same(feeds: list[File]) -> None:
    for feed in feeds:
        entries = feed.atom.findall("a:entry", NAMES)
        for entry, item in zip(entries, feed.json["items"], strict=True):
            assert entry.findtext("a:updated", "", NAMES) == item["date_modified"]
            assert entry.findtext("a:published", None, NAMES) == item.get("date_published")
            assert entry.findtext("a:summary", "", NAMES) == item["summary"]
            assert entry.find("a:link[@rel='alternate']", NAMES).get("href") == item["url"]


def test_every_link_in_a_feed_leads_to_a_file_or_out_of_the_site(site: Crawl, feeds: list[File]) -> None:
    broken = set()
    for feed in feeds:
        addresses = {one.get("href") for one in feed.atom.iterfind(".//a:link", NAMES)}
        addresses |= {one.text for one in feed.atom.iterfind(".//a:icon", NAMES)}
        addresses |= {one.text for one in feed.atom.iterfind(".//a:uri", NAMES)}
        addresses |= {feed.json["feed_url"], feed.json["home_page_url"], feed.json["_rights"]["about"]}
        for item in feed.json["items"]:
            addresses |= {item["url"], *addresses_in(item["content_html"])}
        for address in addresses:
            if address.startswith(site.address) and not _leads_somewhere(site, address):
                broken.add((feed.path, address))
    assert broken == set()


def _leads_somewhere(site: Crawl, address: str) -> bool:
    path, _, anchor = address.removeprefix(site.address).partition("#")
    page = site.pages.get(path)
    return site.exists(path) and (page is None or not anchor or anchor in page.ids)


def test_alternates_of_an_entry_are_pages_really_in_that_language(site: Crawl, feeds: list[File]) -> None:
    for feed in feeds:
        for entry in feed.atom.findall("a:entry", NAMES):
            own, *others = entry.findall("a:link[@rel='alternate']", NAMES)
            assert own.get("hreflang") == feed.language
            for link in others:
                page = site.pages[link.get("href").removeprefix(site.address)]
                assert page.indexed
                assert page.language == link.get("hreflang") != feed.language


def test_an_entry_is_the_same_in_every_feed_that_holds_it(feeds: list[File]) -> None:
    seen: dict[str, dict[str, Any]] = {}
    for feed in feeds:
        for item in feed.json["items"]:
            assert seen.setdefault(item["id"], item) == item, (feed.path, item["id"])
    assert len(seen) > 3 * LIMIT or len(feeds) < 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_event_tells_its_date_and_a_story_all_its_words(language: str, real: Crawl) -> None:
    folder = real.folder / ("" if language == DEFAULT else language) / "feeds"
    events = json.loads((folder / "events.json").read_text("utf-8"))["items"]
    assert all("<dl>\n<dt>" in item["content_html"] for item in events)
    news = {item["id"]: item for item in json.loads((folder / "news.json").read_text("utf-8"))["items"]}
    for file in (PROJECT / "docs" / language / "news").glob("2*.md"):
        item = news[f"tag:unsse.org,2026:{language}/news/{file.stem}"]
        *_, first, last = file.read_text("utf-8").strip().split("\n\n")
        shown = _words(html.fragment_fromstring(item["content_html"], create_parent="div").text_content())
        for paragraph in (first, last):
            written = re.sub(r"\]\([^)]*\)|^[-#\d.]+ |[*\[\]]", "", paragraph, flags=re.MULTILINE)
            assert _words(written) in shown, (item["id"], written)


def _words(text: str) -> str:
    return " ".join(text.split())


def test_every_overview_theme_and_goal_leads_to_its_feeds_and_only_to_those(
    site: Crawl, feeds: list[File]
) -> None:
    expected: dict[str, set[str]] = {}
    for feed in feeds:
        for path in _pages(feed):
            expected.setdefault(path, set()).update((feed.path, feed.path.replace(".atom", ".json")))
    found = {}
    for page in site.pages.values():
        root = html.document_fromstring(page.source)
        links = root.xpath("//head/link[@type='application/atom+xml' or @type='application/feed+json']")
        if links:
            assert {one.get("rel") for one in links} == {"alternate"}, page.path
            assert all(one.get("title").startswith("UNTFSSE") for one in links), page.path
            found[page.path] = {one.get("href").removeprefix(site.address) for one in links}
    assert found == {path: files for path, files in expected.items() if path in site.pages}


def _pages(feed: File) -> list[str]:
    home = "" if feed.language == DEFAULT else f"{feed.language}/"
    facet, _, value = feed.name.partition("/")
    if not value:
        return [home, f"{home}{feed.name}/"]
    return [f"{home}{ {'theme': 'themes', 'sdg': 'sdgs'}[facet] }/{value}/"]


def test_the_page_of_subscriptions_lists_every_feed(real: Crawl) -> None:
    for language in LANGUAGES:
        home = "" if language == DEFAULT else f"{language}/"
        page = real.pages[f"{home}this-site/feeds/"]
        shown = {one.removeprefix(real.address) for one in re.findall(r">(https://[^<]+)</a>", page.source)}
        feeds = {one for one in real.files if one.startswith(f"{home}feeds/")}
        assert feeds
        assert {one for one in shown if "feeds/" in one} == feeds
        calendars = {one for one in shown if one.endswith(".ics")}
        assert f"{home}calendars/events.ics" in calendars
        assert len(calendars) + len(feeds) == len(re.findall('data-copy="', page.source))
