"""Every page as plain text: the golden cases, and the text files of the real site."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urldefrag

import pytest
from markdown_it import MarkdownIt

from crawler import Crawl
from golden import files_of, golden
from html_page import Page
from untfsse.links import ROOT
from untfsse.locales import LANGUAGES
from untfsse.macro_calls import MACROS
from untfsse.site import Site
from untfsse.text_fragments import TextFragments
from untfsse.twins import twins

pytest_plugins = ["shared_sites"]

CASES = golden("twins")
_READER = MarkdownIt("commonmark").enable("table")
_TRACES = re.compile(
    r"\{\{|\{%|\{#|[\ue000-\uf8ff]|\b(?:None|Undefined|undefined)\b(?! [a-z])|Said\(|Linked\("
)


@pytest.mark.parametrize("name", CASES)
def test_a_twin_holds_what_the_golden_case_says(name: str, small_site: Callable[..., Site]) -> None:
    case = CASES[name]
    text = dict(twins(small_site(files_of(case)[2]), case["language"]))[case["page"]]
    lines = text.split("\n")
    assert [line for line in case["contains"] if line not in lines] == [], text
    assert [part for part in case.get("lacks", ()) if part in text] == [], text


@pytest.fixture(scope="module")
def texts(real: Crawl) -> dict[str, str]:
    """Path of a page → its plain text, found as an archive finds it: by the head of the page."""
    return {page.path: (real.folder / _twin(real, page)).read_text("utf-8") for page in real.pages.values()}


def _twin(real: Crawl, page: Page) -> str:
    [written] = re.findall(r'<link rel="alternate " type="text/markdown" href="([^"]+)">', page.source)
    path = real.follow(page, written)
    assert path is not None
    assert real.exists(path), path
    return path


def test_every_page_has_one_twin_and_every_twin_a_page(real: Crawl, texts: dict[str, str]) -> None:
    twins = {_twin(real, page) for page in real.pages.values()}
    assert len(twins) == len(texts) == len(real.pages)
    assert {name for name in real.files if name.endswith(".md")} == twins
    assert _twin(real, real.pages["events/2023-10-02-technical-symposium-4/"]) == (
        "events/2023-10-02-technical-symposium-4.md"
    )


def test_every_twin_begins_with_its_title_and_ends_with_its_page(real: Crawl, texts: dict[str, str]) -> None:
    for path, text in texts.items():
        assert re.match("# \\S", text), path
        assert text.count("\n# ") == 0, path
        assert f" <{real.address}{path}>\n" in text[-900:], path
        assert text.endswith("CC BY 4.0.\n"), path


def test_nothing_of_a_template_shows_through(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        assert not _TRACES.search(_without_code(text)), (path, _TRACES.search(_without_code(text)))
        assert ROOT not in text


def _without_code(text: str) -> str:
    return re.sub("`[^`]*`", "", text)


def test_every_link_is_full_and_leads_somewhere(real: Crawl, texts: dict[str, str]) -> None:
    seen = 0
    for path, text in texts.items():
        for target in _links(text):
            assert re.match("https://|mailto:", target), (path, target)
            led = real.follow(real.pages[path], target)
            if led is not None:
                seen += 1
                assert real.exists(led), (path, target)
                anchor = urldefrag(target).fragment
                assert not anchor or led not in real.pages or anchor in real.pages[led].ids, (path, target)
    assert seen > 5000


def _links(text: str) -> list[str]:
    found = []
    for block in _READER.parse(text):
        found += [str(one.attrGet("href")) for one in block.children or () if one.type == "link_open"]
    return found


def test_the_text_has_the_words_of_the_page(real: Crawl, texts: dict[str, str]) -> None:
    """The paragraphs of prose are the same; lists may look another way."""
    page, text = real.pages["fr/about/how-we-work/"], texts["fr/about/how-we-work/"]
    paragraphs = re.findall("<p>([^<>]{60,}?)</p>", page.source)
    assert len(paragraphs) >= 3
    assert [one for one in paragraphs if one not in text] == []
    assert "{{" not in text
    assert len(re.findall(r"^- \[.*/fr/events/", text, re.MULTILINE)) == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("macro", MACROS)
def test_every_macro_can_be_text(macro: str, language: str, real_site: Site) -> None:
    """A macro needs `overrides/fragments/text/lists/<macro>.md` as well."""
    tongue = real_site.tongue(language)
    lists = tongue.lists.with_fragments(TextFragments(real_site.templates, tongue.reader, real_site.assets))
    given: dict[str, Any] = {}
    for argument in MACROS[macro]:
        if argument.required:
            choices = argument.choices or list(real_site.graph.records.get(argument.records, ()))
            given[argument.name] = choices[-1] if choices else "member"
    made = str(lists.render(macro, given))
    assert "None" not in made
    assert "</" not in _without_code(made)
