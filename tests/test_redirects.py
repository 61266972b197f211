"""Addresses of the earlier site lead to pages of this one, with and without scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from crawler import Crawl
from small_project import PROJECT

pytest_plugins = ["shared_sites"]
REDIRECTS = yaml.safe_load((PROJECT / "data" / "redirects.yml").read_text("utf-8"))


@pytest.mark.parametrize("redirect", REDIRECTS, ids=lambda redirect: redirect["old"])
def test_an_old_address_leads_to_a_page(redirect: dict[str, str], real: Crawl) -> None:
    folder = real.folder / redirect["old"].strip("/")
    html = (folder / "index.html").read_text("utf-8")
    refresh = re.search(r'content="0; url=([^"]+)"', html)
    script = re.search(r'<script src="([^"]+)" data-to="([^"]+)"', html)
    assert refresh is not None
    assert script is not None
    assert (folder / script[1].partition("?")[0]).resolve().is_file()
    assert script[2] == refresh[1]
    target = (folder / refresh[1] / "index.html").resolve()
    assert target.is_file()
    language = redirect.get("language", "en")
    assert re.search(r'<html lang="([a-z]+)"', target.read_text("utf-8"))[1] == language  # type: ignore[index]
    assert 'name="robots" content="noindex"' in html
    assert f'<html lang="{language}"' in html


def test_the_script_for_old_addresses_is_on_every_page(real: Crawl) -> None:
    for page in real.pages.values():
        assert "assets/javascripts/site.js" in page.source


def test_every_address_of_the_present_site_that_the_records_cite_still_leads_somewhere(real: Crawl) -> None:
    cited = set()
    for folder in ("data", "docs"):
        for file in (PROJECT / folder).rglob("*.*"):
            text = file.read_text("utf-8") if file.suffix in (".yml", ".md") else ""
            cited |= set(re.findall(r"https://(?:www\.)?unsse\.org(/[^\s?#\"')>]*)", text))
    there = {path for path in cited if (Path(real.folder) / path.strip("/") / "index.html").is_file()}
    assert cited - there <= {"/"}
