"""Announcing an event: one copied file, and it stands wherever a reader may look for it."""

from __future__ import annotations

import pytest

from building import build, copy_example
from crawler import Crawl, crawl
from rules import RULES, Rule
from untfsse.locales import LANGUAGES

pytest_plugins = ["shared_sites"]

_COPIED = "data/events/2026-11-05-river-forum.yml"
_NEW = "2027-02-08-lake-day"
_CHANGES = {
    "River forum": "Day of the lake",
    "Forum des rivières": "Journée du lac",
    "Foro de los ríos": "Día del lago",
    "2026-11-05": "2027-02-08",
    "2026-11-07": "2027-02-09",
    "2026-10-31": "2027-01-31",
    "country: CL": "country: PT",
    "  - rivers\n": "  - rivers\n  - graines\n",
    "  - water\n": "  - water\n  - unused\n",
    "sdgs: [6]": "sdgs: [6, 15]",
}
_TITLES = {"en": "Day of the lake", "fr": "Journée du lac", "es": "Día del lago"}
_WHERE = [
    "",
    "events/",
    "members/rivers/",
    "members/graines/",
    "themes/water/",
    "themes/unused/",
    "sdgs/6/",
    "sdgs/15/",
    "countries/pt/",
    "years/2027/",
]


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    """The example with one more file, made as an editor would: copy another one and change it."""
    project = copy_example(tmp_path_factory.mktemp("new-event"))
    text = (project / _COPIED).read_text("utf-8")
    for old, new in _CHANGES.items():
        assert old in text
        text = text.replace(old, new)
    (project / f"data/events/{_NEW}.yml").write_text(text, "utf-8")
    address = "https://example.example/"
    built = build(project, SITE_URL=address)
    assert built.status == 0, built.output
    return crawl(built.site, address)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", _WHERE)
def test_a_new_event_is_found(where: str, language: str, after: Crawl, example: Crawl) -> None:
    folder = "" if language == "en" else f"{language}/"
    page = after.pages[folder + where]
    own = f"{folder}events/{_NEW}/"
    assert own in {after.follow(page, one.written) for one in page.addresses}
    assert _TITLES[language] in page.article
    assert (
        folder + where not in example.pages or _TITLES[language] not in example.pages[folder + where].article
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_event_has_its_own_page(language: str, after: Crawl) -> None:
    folder = "" if language == "en" else f"{language}/"
    page = after.pages[f"{folder}events/{_NEW}/"]
    assert page.headings == [_TITLES[language]]
    assert page.indexed


def test_a_new_year_country_and_theme_stand_in_their_overviews(after: Crawl) -> None:
    for overview, new in (("years", "2027"), ("countries", "pt"), ("themes", "unused")):
        page = after.pages[f"{overview}/"]
        paths = {after.follow(page, one.written) for one in page.addresses}
        assert f"{overview}/{new}/" in paths


def test_nothing_else_changes_its_address(after: Crawl, example: Crawl) -> None:
    assert example.pages.keys() < after.pages.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_page_keeps_the_rule_after_the_change(rule: Rule, after: Crawl) -> None:
    assert list(rule(after)) == []
