"""robots.txt, security.txt and CNAME are there, and say what is true."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mkdocs.config import load_config

from building import PROJECT
from crawler import Crawl
from untfsse import host_files
from untfsse.locales import LANGUAGES
from untfsse.site import Site

pytest_plugins = ["shared_sites"]

_FACTS = "name: {en: Task Force}\nacronym: TF\ndescription: {en: The site of the task force.}\n"
_PAGE = (
    "---\ntitle: Contact\ndescription: Whom to write to about anything at all on this site.\n---\n\nWords.\n"
)


def _security(folder: Path) -> dict[str, str]:
    lines = (folder / ".well-known/security.txt").read_text("utf-8").splitlines()
    assert len({line.split(": ")[0] for line in lines}) == len(lines)
    return dict(line.split(": ", 1) for line in lines)


def test_weaknesses_are_reported_where_the_repository_takes_reports(
    small_site: Callable[..., Site], tmp_path: Path
) -> None:
    facts = f"{_FACTS}repository: https://github.com/somebody/site/\n"
    host_files.write(tmp_path / "out", small_site({"data/site.yml": facts}))
    assert _security(tmp_path / "out") == {
        "Contact": "https://github.com/somebody/site/security/advisories/new",
        "Expires": "2027-02-19T00:00:00Z",
        "Preferred-Languages": ", ".join(LANGUAGES),
        "Canonical": "https://example.org/.well-known/security.txt",
        "Policy": "https://github.com/somebody/site/security/policy",
    }


@pytest.mark.parametrize(
    ("files", "contact"),
    [
        ({}, "https://example.org/"),
        ({"docs/en/about/contact.md": _PAGE}, "https://example.org/about/contact/"),
    ],
)
def test_where_no_repository_is_known_they_are_reported_as_the_site_says(
    files: dict[str, str], contact: str, small_site: Callable[..., Site], tmp_path: Path
) -> None:
    host_files.write(tmp_path / "out", small_site(files))
    security = _security(tmp_path / "out")
    assert security["Contact"] == contact
    assert "Policy" not in security


def test_the_real_site_names_a_page_that_there_is(real_site: Site, tmp_path: Path) -> None:
    host_files.write(tmp_path, real_site)
    assert _security(tmp_path)["Contact"] == "https://example.org/about/contact/"
    assert "about/contact" in real_site.checked.prose["en"]


def test_robots_are_led_to_the_list_of_pages(example: Crawl) -> None:
    lines = (example.folder / "robots.txt").read_text("utf-8").splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {example.address}sitemap.xml"]
    assert "sitemap.xml" in example.files


def test_a_build_publishes_the_file_although_its_folder_begins_with_a_dot(example: Crawl) -> None:
    security = _security(example.folder)
    assert security["Expires"] == "2026-05-30T12:00:00Z"
    assert security["Canonical"] == f"{example.address}.well-known/security.txt"


@pytest.mark.parametrize(("domain", "written"), [("example.org", "example.org\n"), ("unsse.org", None)])
def test_the_domain_is_claimed_only_by_a_site_that_is_built_for_it(
    domain: str, written: str | None, small_site: Callable[..., Site], tmp_path: Path
) -> None:
    host_files.write(tmp_path / "out", small_site({"data/site.yml": f"{_FACTS}domain: {domain}\n"}))
    file = tmp_path / "out" / "CNAME"
    assert (file.read_text("utf-8") if file.exists() else None) == written


def test_the_domain_of_the_records_is_that_of_the_address_the_site_is_built_for(
    real_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    facts = real_site.checked.store.site
    assert facts is not None
    assert facts.domain in (None, urlsplit(load_config(str(PROJECT / "mkdocs.yml")).site_url).hostname)
