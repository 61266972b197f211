"""A draft is shown in the preview and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from building import CLOCK, PROJECT, copy_example
from crawler import Crawl
from untfsse.locales import LANGUAGES
from untfsse.site import Site
from untfsse.strings import read_strings

pytest_plugins = ["shared_sites"]

_DRAFT = "2031-01-20-secret-gathering"
_T, _ = read_strings(PROJECT)


def test_no_word_of_a_draft_is_published(example: Crawl) -> None:
    assert len(example.files) > 100
    for name in example.files:
        assert b"zyxwold" not in (example.folder / name).read_bytes().lower(), name
        assert _DRAFT not in name


def test_a_theme_country_or_year_that_only_a_draft_has_gets_no_page(example: Crawl) -> None:
    assert {"countries/is/", "years/2031/", "themes/unused/"}.isdisjoint(example.pages)
    assert {"countries/sn/", "years/2025/", "themes/water/"} <= example.pages.keys()


def test_the_preview_shows_a_draft_and_says_that_it_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    root = copy_example(tmp_path)
    site = Site(root, "https://example.example/", drafts=True, templates=PROJECT / "overrides")
    for language in LANGUAGES:
        tongue = site.tongue(language)
        page = tongue.pages[f"events/{_DRAFT}"]
        assert "Zyxwold" in page.title.plain
        assert _T[language]("record.draft") in page.html(Markup(""))
        assert "Zyxwold" in tongue.lists.render("events", {})
        assert {"countries/is", "years/2031"} <= tongue.pages.keys()
