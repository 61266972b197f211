"""Addresses: where pages are, and that every link leads there from every depth and language."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untfsse.links import ROOT, absolute, address, link, page_path, settle
from untfsse.locales import LANGUAGES
from untfsse.site import Site

PAGES = ["", "events/", "events/a/", "plans/p/one/", "sdgs/5/", "contribute/"]
PATHS = PAGES + [f"{language}/{page}" for language in ("fr", "es") for page in PAGES]
HOMES = ["https://example.org/", "https://example.org/repository/"]


@pytest.mark.parametrize(
    ("language", "parts", "path"),
    [
        ("en", (), ""),
        ("en", ("events",), "events/"),
        ("en", ("events", "a"), "events/a/"),
        ("fr", (), "fr/"),
        ("fr", ("events", "a"), "fr/events/a/"),
        ("es", ("plans", "p", "one"), "es/plans/p/one/"),
        ("en", ("", "events", ""), "events/"),
    ],
)
def test_the_default_language_is_at_the_root(language: str, parts: tuple[str, ...], path: str) -> None:
    assert page_path(language, *parts) == path


@pytest.mark.parametrize(
    ("name", "english", "french"),
    [
        ("index", "", "fr/"),
        ("events/index", "events/", "fr/events/"),
        ("events/a", "events/a/", "fr/events/a/"),
        ("milestones", "milestones/", "fr/milestones/"),
    ],
)
def test_the_address_of_a_page_follows_from_its_name(name: str, english: str, french: str) -> None:
    assert (address(name, "en"), address(name, "fr")) == (english, french)


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("target", PATHS)
@pytest.mark.parametrize("page", PATHS)
def test_a_link_leads_to_its_page_from_every_depth_and_language(page: str, target: str, home: str) -> None:
    written = settle(f'<a href="{link(target)}">', page)
    href = written.removeprefix('<a href="').removesuffix('">')
    assert href
    assert ROOT not in written
    assert urljoin(home + page, href) == home + target


@given(
    page=st.lists(st.sampled_from(["fr", "es", "en", "events", "a"]), max_size=4),
    target=st.lists(st.sampled_from(["fr", "es", "en", "events", "a"]), max_size=4),
)
def test_a_link_leads_to_its_page_whatever_the_folders_are_called(page: list[str], target: list[str]) -> None:
    here, there = ("/".join([*one, ""]) if one else "" for one in (page, target))
    href = settle(f'"{link(there)}"', here).strip('"')
    assert urljoin(f"https://example.org/r/{here}", href) == f"https://example.org/r/{there}"


@pytest.mark.parametrize(
    ("page", "target", "href"),
    [
        ("", "", "./"),
        ("", "events/", "events/"),
        ("events/", "", "../"),
        ("events/", "events/a/", "../events/a/"),
        ("fr/", "fr/", "./"),
        ("fr/", "fr/events/", "./events/"),
        ("fr/events/a/", "fr/", "../../"),
        ("fr/events/a/", "fr/members/b/", "../../members/b/"),
        ("fr/events/a/", "events/a/", "../../../events/a/"),
        ("fr/events/a/", "es/events/a/", "../../../es/events/a/"),
        ("events/a/", "fr/events/a/", "../../fr/events/a/"),
    ],
)
def test_links_within_a_language_are_short(page: str, target: str, href: str) -> None:
    assert settle(f'"{link(target)}"', page) == f'"{href}"'


def test_several_links_of_a_page_are_settled_each() -> None:
    html = f'<a href="{link("")}"></a><a href="{link("fr/")}"></a><a href="{link("fr/events/")}"></a>'
    assert settle(html, "fr/events/") == '<a href="../../"></a><a href="../"></a><a href="../events/"></a>'


@pytest.mark.parametrize(
    "outside", ["https://example.org/a/?b#c", "mailto:a@example.org", "https://example.org"]
)
def test_outside_addresses_stay_as_they_are(outside: str) -> None:
    assert settle(link(outside), "fr/events/a/") == outside


def test_a_file_of_the_site_is_reached_from_the_root() -> None:
    assert settle(link("/assets/report.pdf"), "fr/publications/a/") == "../../../assets/report.pdf"
    assert settle(link("/assets/report.pdf"), "") == "assets/report.pdf"
    assert settle(link("assets/a:b.pdf"), "events/") == "../assets/a:b.pdf"


def test_full_addresses_begin_with_that_of_the_site() -> None:
    for home in ("https://example.org/r/", "https://example.org/r"):
        assert absolute("fr/events/", home) == "https://example.org/r/fr/events/"
        assert absolute("", home) == "https://example.org/r/"


def test_every_real_record_has_its_page_in_every_language(real_site: Site) -> None:
    pages = {address(name, one) for one in LANGUAGES for name in real_site.tongue(one).pages}
    pages |= {address(name, one) for one in LANGUAGES for name in real_site.prose_names()}
    for language in LANGUAGES:
        for kind, records in real_site.graph.records.items():
            for id_ in records:
                assert real_site.tongue(language).reader.path(kind, id_) in pages
