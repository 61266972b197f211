"""What the example shows of its records: states, dates, times, prose, evidence."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]

from crawler import Crawl

pytest_plugins = ["shared_sites"]


@pytest.mark.parametrize(
    ("event", "tag"),
    [("2025-09-10-cancelled-seminar", "Cancelled"), ("2026-well-day", "Postponed")],
)
def test_an_event_that_does_not_take_place_as_planned_says_so(event: str, tag: str, example: Crawl) -> None:
    own = _root(example, f"events/{event}/").xpath("//main//header//strong/text()")
    card = _card(example, "events/", f"events/{event}/")
    assert own == [tag]
    assert card.xpath(".//strong/text()") == [tag]


def test_an_event_as_planned_has_no_tag(example: Crawl) -> None:
    card = _card(example, "events/", "events/2026-11-05-river-forum/")
    assert card.xpath(".//strong") == []


def test_an_event_that_is_over_is_not_upcoming(example: Crawl) -> None:
    links = _root(example, "").xpath("//article//h3/a/@href")
    events = [link for link in links if "events/" in link]
    assert events == ["events/2026-well-day/", "events/2026-11-05-river-forum/"]


def test_registration_is_offered_as_long_as_an_event_is_to_come(example: Crawl) -> None:
    link = "//main//a[@href='https://example.org/register']"
    assert _root(example, "events/2026-11-05-river-forum/").xpath(link)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("events/2025-03-foire-aux-graines/", "March 2025"),
        ("fr/events/2025-03-foire-aux-graines/", "mars 2025"),
        ("es/events/2025-03-foire-aux-graines/", "marzo de 2025"),
        ("fr/events/2026-11-05-river-forum/", "5–7 novembre 2026"),
        ("events/2024-05-14-river-meeting/", "14 May 2024"),
        ("fr/publications/carnets-de-l-eau/", "2019"),
        ("es/events/2026-well-day/", "2026"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(page: str, words: str, example: Crawl) -> None:
    assert words in _root(example, page).xpath("//dd/text()")


def test_a_time_names_its_zone(example: Crawl) -> None:
    [fact] = _root(example, "events/2024-05-14-river-meeting/").xpath("//dd[.//time]")
    assert fact.xpath("normalize-space(.//span/span)") == "09:30–11:00 (Geneva time)"
    moments = ["2024-05-14T09:30+02:00", "2024-05-14T11:00+02:00"]
    assert fact.xpath(".//time/@datetime") == moments


def test_a_body_shows_every_stretch_of_its_membership(example: Crawl) -> None:
    stretches = _root(example, "members/rivers/").xpath("//section[h2/@id='membership']//li/strong/text()")
    assert stretches == ["Observer", "Member"]


def test_the_prose_of_a_record_stands_on_its_page_and_is_marked_where_it_is_not_translated(
    example: Crawl,
) -> None:
    path = "events/2024-05-14-river-meeting/"
    heading = "//main//article//{}h2[@id='{}']"
    assert _root(example, path).xpath(heading.format("", "what-was-said"))
    assert _root(example, f"fr/{path}").xpath(heading.format("", "ce-qui-a-ete-dit"))
    assert not _root(example, f"fr/{path}").xpath(heading.format("", "what-was-said"))
    assert _root(example, f"es/{path}").xpath(heading.format("div[@lang='en']/", "what-was-said"))


def test_a_macro_in_the_prose_of_a_record_is_carried_out(example: Crawl) -> None:
    card = _card(example, "events/2024-05-14-river-meeting/", "events/2026-11-05-river-forum/")
    assert "River forum" in card.text_content()


def test_an_area_of_a_plan_shows_the_evidence_of_its_actions(example: Crawl) -> None:
    path = "plans/2024-2026/clean-rivers/"
    links = _root(example, path).xpath("//section[h2/@id='actions']//a/@href")
    evidence = {example.follow(example.pages[path], link) for link in links}
    assert {"events/2024-05-14-river-meeting/", "publications/water-report/"} <= evidence


def test_what_only_an_area_of_a_plan_names_has_a_page(example: Crawl) -> None:
    root = _root(example, "sdgs/2/")
    assert root.xpath("//article//a/@href[contains(., 'plans/2024-2026/clean-rivers/')]")


def test_a_file_of_this_site_can_be_downloaded_in_every_language(example: Crawl) -> None:
    for folder in ("", "fr/", "es/"):
        page = example.pages[f"{folder}publications/water-report/"]
        paths = {example.follow(page, one.written) for one in page.addresses}
        assert "assets/publications/water-report.txt" in paths


def test_a_page_names_where_it_is_edited(example: Crawl) -> None:
    [edit] = _root(example, "fr/members/graines/").xpath("//a[@rel='edit']/@href")
    assert edit == "https://github.com/example/example/edit/main/data/members/graines.yml"


def _card(site: Crawl, path: str, target: str) -> Any:
    """The innermost part of a page about one record: what holds the heading that links to it."""
    for link in _root(site, path).xpath("//main//article//h3//a"):
        if site.follow(site.pages[path], link.get("href")) == target:
            return link.xpath("ancestor::article[1]")[0]
    raise AssertionError(f"no card of {target} on {path}")


def _root(site: Crawl, path: str) -> Any:
    return html.document_fromstring(site.pages[path].source)
