"""The lists that other sites show in a frame."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from crawler import Crawl
from untfsse import embeds
from untfsse.locales import LANGUAGES
from untfsse.site import Site
from untfsse.views.embed import EMBEDS

pytest_plugins = ["shared_sites"]

_CASES = [pytest.param(name, language, id=f"{language}-{name}") for name in EMBEDS for language in LANGUAGES]


def _path(name: str, language: str) -> str:
    return f"embed/{name}/" if language == "en" else f"{language}/embed/{name}/"


@pytest.mark.parametrize(("name", "language"), _CASES)
def test_a_list_stands_alone(name: str, language: str, real: Crawl) -> None:
    source = (real.folder / _path(name, language) / "index.html").read_text("utf-8")
    root = html.document_fromstring(source)
    assert root.get("lang") == language
    assert root.findtext(".//title").endswith(" – UNTFSSE")
    assert len(root.findall(".//h1")) == len(root.findall(".//main")) == 1
    assert root.xpath("//meta[@name='robots']/@content") == ["noindex"]
    [canonical] = root.xpath("//link[@rel='canonical']/@href")
    assert real.exists(canonical.removeprefix(real.address))
    assert root.xpath("//script | //@style | //@onclick | //iframe | //img") == []
    [policy] = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'self';")


@pytest.mark.parametrize(("name", "language"), _CASES)
def test_its_links_leave_the_frame_for_full_addresses(name: str, language: str, real: Crawl) -> None:
    root = html.parse(real.folder / _path(name, language) / "index.html").getroot()
    links = root.findall(".//a")
    assert links
    assert {link.get("target") for link in links} == {"_top"}
    for link in links:
        assert link.get("href").startswith(real.address)
        assert real.exists(link.get("href").removeprefix(real.address)), link.get("href")
    [sheet] = root.xpath("//link[@rel='stylesheet']/@href")
    assert re.fullmatch(r"(\.\./)+assets/stylesheets/embed\.css\?v=[0-9a-f]{8}", sheet)
    assert sheet.count("../") == _path(name, language).count("/")


def test_the_styles_name_their_colours_and_ask_nobody(real: Crawl) -> None:
    sheet = (real.folder / "assets/stylesheets/embed.css").read_text("utf-8")
    assert "prefers-color-scheme:dark" in sheet
    assert "url(" not in sheet
    assert "@import" not in sheet
    assert len(sheet) < 8000


def test_only_what_is_to_come_is_shown_and_five_at_most(
    small_site: Callable[..., Site], tmp_path: Path
) -> None:
    events = {
        f"data/events/e{year}.yml": {
            "kind": "webinar",
            "title": {"en": f"A & B {year}", "fr": f"C {year}"},
            "start": str(year),
        }
        for year in range(2025, 2034)
    }
    embeds.write(tmp_path / "site", small_site(events))
    text = (tmp_path / "site/embed/next-events/index.html").read_text("utf-8")
    assert re.findall("A &amp; B (\\d+)", text) == ["2026", "2027", "2028", "2029", "2030"]
    assert '<a href="https://example.org/events/e2027/" target="_top">' in text
    spanish = (tmp_path / "site/es/embed/next-events/index.html").read_text("utf-8")
    assert '<span lang="en">A &amp; B 2027</span></a> <span class="sse-in-language">(en inglés)' in spanish


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Nothing here yet."), ("fr", "Aucun élément pour le moment."), ("es", "Aún no hay contenido.")],
)
def test_a_list_says_when_there_is_nothing(
    language: str, words: str, small_site: Callable[..., Site], tmp_path: Path
) -> None:
    embeds.write(tmp_path / "site", small_site({}))
    for name in EMBEDS:
        text = (tmp_path / "site" / _path(name, language) / "index.html").read_text("utf-8")
        assert words in text
        assert "<ul>" not in text


def test_the_code_that_is_copied_names_the_frame_and_the_list(real: Crawl) -> None:
    for language in LANGUAGES:
        path = "this-site/embed/" if language == "en" else f"{language}/this-site/embed/"
        root = html.document_fromstring(real.pages[path].source)
        for name in EMBEDS:
            [frame] = html.fragments_fromstring(root.get_element_by_id(f"embed-{name}").text_content())
            assert frame.tag == "iframe"
            assert frame.get("src") == real.address + _path(name, language)
            assert real.exists(frame.get("src").removeprefix(real.address))
            assert frame.get("title").startswith("UNTFSSE")
            button = root.xpath(f"//button[@data-copy='embed-{name}']")[0]
            assert button.get("hidden") is not None
            assert button.get("data-copied")
