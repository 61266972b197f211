"""`llms.txt`: its form (llmstxt.org), and that all of it is there."""

from __future__ import annotations

import re

import pytest

from crawler import Crawl
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.records import KINDS

pytest_plugins = ["shared_sites"]

_ITEM = re.compile(r"- \[((?:\\.|[^\]\\])+)\]\((https://[^)\s]+)\)(?:: \S.*)?")


def _text(site: Crawl, language: str) -> str:
    path = "llms.txt" if language == DEFAULT else f"{language}/llms.txt"
    return (site.folder / path).read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_has_the_form(language: str, real: Crawl) -> None:
    title, summary, about, *sections = re.split(
        "\n\n(?=## |> )|(?<=\\.)\n\n(?!## )", _text(real, language).strip()
    )
    assert re.fullmatch("# \\S.*", title)
    assert re.fullmatch("> \\S.*", summary)
    assert not about.startswith("#")
    assert len(sections) > 10
    for section in sections:
        heading, items = section.split("\n\n")
        assert re.fullmatch("## \\S.*", heading)
        assert [line for line in items.split("\n") if not _ITEM.fullmatch(line)] == []
    headings = [section.split("\n")[0] for section in sections]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_lists_each_page_that_is_in_its_language_once(language: str, real: Crawl) -> None:
    addresses = [found[2] for found in _ITEM.finditer(_text(real, language))]
    assert len(addresses) == len(set(addresses))
    paths = {address.removeprefix(real.address) for address in addresses}
    assert {path for path in paths if path not in real.files} == set()
    for page in real.pages.values():
        name = page.path.removeprefix("" if language == DEFAULT else f"{language}/")
        made = re.match("(themes|sdgs|countries|years)/.", name) or re.match("(members|plans)/[^/]+/.", name)
        if page.language == language and page.indexed and not made:
            prefix = page.path.rstrip("/")
            twins = {f"{prefix}.md", f"{page.path}index.md"}
            assert paths & twins, page.path
    assert set(KINDS) <= {path.removeprefix(f"{language}/").split("/")[0] for path in paths}


def test_the_languages_name_each_other(real: Crawl) -> None:
    assert f"- [Français]({real.address}fr/llms.txt)" in _text(real, "en").replace(" (in French)", "")
