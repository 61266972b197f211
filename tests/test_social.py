"""What a page says where it is shared: Open Graph, the same as its head, in its language, escaped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html  # type: ignore[import-untyped]
from markupsafe import Markup

from building import PROJECT
from crawler import Crawl
from html_page import Page
from untfsse.prose import is_story
from untfsse.records import KINDS
from untfsse.site import Site
from untfsse.social import Social, social_of

pytest_plugins = ["shared_sites"]

_HOSTILE = "A & B: \"<script>alert('1')</script>\" &amp; C"
_SOURCES = ["https://example.org/"]
_LOCALES = {"en": "en_GB", "fr": "fr_FR", "es": "es_ES"}


@pytest.fixture(scope="module", params=["real", "example"])
def site(request: pytest.FixtureRequest) -> Crawl:
    crawl: Crawl = request.getfixturevalue(request.param)
    return crawl


def test_every_page_says_what_its_head_says(site: Crawl) -> None:
    for page in site.pages.values():
        said = _said(page)
        assert page.title.startswith(" ".join(said["og:title"][0].split())), page.path
        assert said["og:description"] == [page.description], page.path
        assert said["og:url"] == [page.canonical], page.path
        assert said["og:site_name"] == ["UNTFSSE"]
        assert 10 < len(page.description) <= 160, page.path


def test_every_page_names_its_language_and_the_others_it_is_in(site: Crawl) -> None:
    for page in site.pages.values():
        said = _said(page)
        assert said["og:locale"] == [_LOCALES[page.language]], page.path
        if page.indexed:
            others = {one for one, _ in page.hreflang} - {page.language, "x-default"}
            assert sorted(said["og:locale:alternate"]) == sorted(_LOCALES[one] for one in others), page.path


def test_every_image_has_its_size_and_words_in_its_place(site: Crawl) -> None:
    for page in site.pages.values():
        said = _said(page)
        if page.indexed:
            assert said["og:image:width"] == ["1200"]
            assert said["og:image:height"] == ["630"]
            assert said["twitter:card"] == ["summary_large_image"]
            [alt] = said["og:image:alt"]
            assert len(alt.split(": ")[-1]) > 2, page.path


def test_a_description_is_in_the_language_of_the_page(real: Crawl) -> None:
    by_address: dict[str, list[str]] = defaultdict(list)
    for page in real.pages.values():
        if page.indexed:
            folder = "" if page.language == "en" else f"{page.language}/"
            by_address[page.path.removeprefix(folder)].append(page.description)
    assert len(by_address) > 300
    for path, descriptions in by_address.items():
        assert len(set(descriptions)) == len(descriptions), path


def test_records_and_news_are_articles_and_overviews_are_not(real: Crawl) -> None:
    kinds = {path: _said(page)["og:type"] for path, page in real.pages.items()}
    for path, [kind] in kinds.items():
        first, *rest = path.removeprefix("fr/").removeprefix("es/").strip("/").split("/")
        assert kind == ("article" if rest and first in (*KINDS, "news") else "website"), path


def test_a_story_tells_its_day_if_it_is_known(real: Crawl, real_site: Site) -> None:
    stories = {name: page for name, page in real_site.checked.prose["es"].items() if is_story(name)}
    assert len(stories) > 5
    for name, story in stories.items():
        assert story.top
        day = str(story.top.date)
        expected = [day] if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else []
        assert _said(real.pages[f"es/{name}/"])["article:published_time"] == expected


def test_a_publication_tells_the_day_of_the_work_and_nothing_else_tells_any(real: Crawl) -> None:
    days = {path: _said(page)["article:published_time"] for path, page in real.pages.items()}
    works = [said for path, said in days.items() if path.startswith("fr/publications/")]
    assert [] in works
    assert any(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for said in works for day in said)
    telling = {path.removeprefix("fr/").removeprefix("es/").split("/")[0] for path in days if days[path]}
    assert telling == {"publications", "news"}


def test_the_tags_of_a_page_are_small(real: Crawl) -> None:
    for page in real.pages.values():
        source = page.source.replace(real.address, "https://unsse.org/")
        tags = re.findall(r'<meta (?:property|name="twitter)[^>]*>', source)
        assert len(tags) >= 12, page.path
        assert len("\n".join(tags).encode()) <= 1.2 * 1024, page.path


def test_the_page_for_addresses_that_do_not_exist_says_nothing(real: Crawl) -> None:
    assert not _said(real.not_found)


@pytest.mark.parametrize(("name", "day"), [("events/forum", "2024-05-06"), ("index", "2024-05-07")])
def test_the_day_of_the_last_change_is_that_of_the_file(
    name: str, day: str, small_site: Callable[..., Site]
) -> None:
    event = {"title": {"en": "Forum"}, "kind": "conference", "start": "2024-05-14", "sources": _SOURCES}
    site = small_site({"data/events/forum.yml": event})
    assert social_of(site, name, "en", Markup("T"), Markup("D"), "").modified == ""
    site = small_site({"data/events/forum.yml": event})
    site.changes |= {"data/events/forum.yml": date(2024, 5, 6), "docs/en/index.md": date(2024, 5, 7)}
    assert social_of(site, name, "en", Markup("T"), Markup("D"), "").modified == day


def test_every_word_is_escaped() -> None:
    social = Social(
        kind="article",
        title=_HOSTILE,
        description=_HOSTILE,
        address=f"https://example.org/?a=1&b=2#{_HOSTILE}",
        locale="en_GB",
        others=("fr_FR",),
        published="2026-11-21",
        modified="2026-11-22",
        picture=None,
        image=f"https://example.org/{_HOSTILE}.png",
        alt=_HOSTILE,
    )
    page = html.document_fromstring(f"<head>{_rendered(social)}</head>")
    assert [one.tag for one in page.xpath("//head/*")] == ["meta"] * 14
    said = _content(page)
    for name in ("og:title", "og:description", "og:image:alt"):
        assert said[name] == [_HOSTILE]
    assert said["og:url"] == [social.address]
    assert said["og:image"] == [social.image]
    assert said["article:published_time"] == ["2026-11-21"]
    assert said["article:modified_time"] == ["2026-11-22"]


def _rendered(social: Social) -> str:
    environment = Environment(loader=FileSystemLoader(PROJECT / "overrides"), undefined=StrictUndefined)
    template = environment.get_template("partials/social.html")
    return template.render(head={"social": social}, t=lambda key: _HOSTILE)


def _said(page: Page) -> Mapping[str, list[str]]:
    return _content(html.document_fromstring(page.source))


def _content(root: Any) -> Mapping[str, list[str]]:
    """Name of a property → what the tags say of it."""
    said: dict[str, list[str]] = defaultdict(list)
    for tag in root.xpath("//meta[@property or @name='twitter:card']"):
        said[tag.get("property") or tag.get("name")].append(tag.get("content"))
    return said
