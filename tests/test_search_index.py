"""The index of the search, as it is published: every page that is in its language, and its own words only."""

from __future__ import annotations

import gzip
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from building import build, copy_example
from crawler import Crawl
from untfsse import search
from untfsse.links import address
from untfsse.locales import LANGUAGES
from untfsse.search_files import settle
from untfsse.site import SEARCH, Site
from untfsse.views.member import ACTIVITIES

pytest_plugins = ["shared_sites"]


@pytest.fixture(scope="module")
def indexed(real: Crawl) -> dict[str, dict[str, Any]]:
    """Path of a page → what the index holds of it."""
    return _indexed(real.folder)


def test_every_page_in_its_language_is_indexed_once(
    indexed: dict[str, dict[str, Any]], real_site: Site
) -> None:
    expected = {
        address(name, language)
        for language in LANGUAGES
        for name in (*real_site.tongue(language).pages, *real_site.checked.prose[language])
        if name != SEARCH and not name.endswith(f"/{ACTIVITIES}")
    }
    assert set(indexed) == expected


def test_a_page_that_is_not_translated_is_left_out(example: Crawl) -> None:
    found = _indexed(example.folder)
    assert "about/" in found
    assert "es/about/" not in found
    assert "fr/search/" not in found


def test_every_page_says_what_it_is(indexed: dict[str, dict[str, Any]]) -> None:
    for path, page in indexed.items():
        assert page["meta"]["title"], path
        assert page["meta"]["kind"], path
        assert len(page["filters"]["kind"]) == 1, path
        assert page["content"].strip(), path


def test_the_filters_have_the_values_of_the_form(indexed: dict[str, dict[str, Any]], real: Crawl) -> None:
    for language in LANGUAGES:
        form = real.pages[address(SEARCH, language)].source
        for path, page in indexed.items():
            if path.startswith(address("index", language)) and (
                language != "en" or path[:3] not in ("fr/", "es/")
            ):
                for values in page["filters"].values():
                    assert all(f'<option value="{value}">' in form for value in values), path


def test_a_page_is_indexed_without_what_frames_it(indexed: dict[str, dict[str, Any]]) -> None:
    frame = ("Sources", "Last changed", "Edit this", "On this page", "this site’s own reading", "Privacy")
    for path in ("events/2025-12-04-technical-symposium-5/", "publications/position-paper-2014/", "about/"):
        content = indexed[path]["content"]
        assert len(content) > 200, path
        assert [words for words in frame if words in content] == [], path
    assert "Murcia" in indexed["events/2025-12-04-technical-symposium-5/"]["content"]


def test_an_overview_is_indexed_without_what_it_lists(indexed: dict[str, dict[str, Any]]) -> None:
    for path in ("events/", "years/2023/", "countries/ca/", "milestones/", "map/"):
        assert "Fourth technical symposium of the UNTFSSE" not in indexed[path]["content"], path
    assert "Catalyst 2030" not in indexed["members/"]["content"]
    assert "Improving statistics on the SSE" not in indexed["plans/"]["content"]


def test_facts_are_indexed_without_their_labels(indexed: dict[str, dict[str, Any]]) -> None:
    content = indexed["events/2025-12-04-technical-symposium-5/"]["content"]
    assert "CaixaBank building" in content
    assert "Organized by" not in content


def test_only_what_is_used_is_published(real: Crawl) -> None:
    names = Counter(
        Path(file).name.split(".")[0] if "_" not in file else Path(file).suffix
        for file in real.files
        if file.startswith("pagefind/")
    )
    assert set(names) == {
        ".pf_fragment",
        ".pf_index",
        ".pf_filter",
        ".pf_meta",
        "pagefind",
        "pagefind-entry",
        "wasm",
        "words",
    }
    assert names["wasm"] == names["words"] == names[".pf_meta"] == len(LANGUAGES)


def test_the_dialog_and_the_rules_are_there_in_every_language(real: Crawl) -> None:
    for language in LANGUAGES:
        known = json.loads((real.folder / f"pagefind/words.{language}.json").read_text("utf-8"))
        assert known["dialog"].startswith("<dialog")
        assert known["rules"]["untfssse"] == known["own"] == "untfsse"
        assert "de" in known["ignored"] or language == "en"


def test_the_same_pages_make_the_same_index(real: Crawl, real_site: Site, tmp_path: Path) -> None:
    names = {one: [*real_site.tongue(one).pages, *real_site.prose_names()] for one in LANGUAGES}
    made = []
    for order in (1, -1):
        folder = tmp_path / str(order)
        folder.mkdir()
        for path in (
            "index.html",
            *{name.split("/")[0] for name in real.files if "/" in name} - {"pagefind"},
        ):
            (folder / path).symlink_to(real.folder / path)
        search.write(folder, real_site, {one: some[::order] for one, some in names.items()})
        index = folder / search.FOLDER
        made.append(
            {file.relative_to(index): file.read_bytes() for file in index.rglob("*") if file.is_file()}
        )
    assert made[0] == made[1]


def test_a_filter_that_is_in_order_keeps_its_name(real: Crawl, tmp_path: Path) -> None:
    """What is settled once stays as it is when it is settled again."""
    index = tmp_path / "pagefind"
    shutil.copytree(real.folder / "pagefind", index)
    before = {file.relative_to(index): file.read_bytes() for file in index.rglob("*") if file.is_file()}
    settle(index)
    assert {
        file.relative_to(index): file.read_bytes() for file in index.rglob("*") if file.is_file()
    } == before


def test_a_site_without_a_page_of_the_search_has_neither_index_nor_link(tmp_path: Path) -> None:
    example = copy_example(tmp_path)
    for page in example.glob("docs/*/search.md"):
        page.unlink()
    built = build(example)
    assert built.status == 0, built.output
    assert not (built.site / "pagefind").exists()
    assert "data-search" not in (built.site / "index.html").read_text("utf-8")


def test_a_search_index_that_cannot_be_made_stops_the_build(tmp_path: Path) -> None:
    example = copy_example(tmp_path)
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho no room left\nexit 1\n", "utf-8")
    broken.chmod(0o755)
    built = build(example, PAGEFIND_BINARY_PATH=str(broken))
    assert built.status != 0
    assert "Pagefind could not make the search index: no room left" in built.output
    assert not built.site.exists()


def _indexed(folder: Path) -> dict[str, dict[str, Any]]:
    pages = [
        json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        for file in (folder / "pagefind" / "fragment").iterdir()
    ]
    found = {page["url"].removeprefix("/~").removesuffix(".html").replace("~", "/"): page for page in pages}
    assert len(found) == len(pages)
    return found
