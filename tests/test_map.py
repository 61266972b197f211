"""The map of the real site: marks and list show the same, and only the list is read aloud."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from math import hypot
from pathlib import Path

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

from untfsse.geography.projection import EUROPE, WORLD
from untfsse.history import members_on
from untfsse.links import settle
from untfsse.locales import LANGUAGES
from untfsse.records import Event, Project
from untfsse.site import Site
from untfsse.views import map as world_map
from untfsse.views.map import MapView
from untfsse.views.places import KINDS, Country

UNKNOWN_CITIES: set[str] = set()
"""Cities of our records that the list of cities lacks: their marks stand for the country."""


@pytest.fixture(scope="module")
def view(real_site: Site) -> MapView:
    return world_map.make(real_site.tongue("en").reader)


@pytest.fixture(scope="module")
def pages(real_site: Site) -> dict[str, str]:
    """Language → the HTML of the macro."""
    made = {one: real_site.tongue(one).lists.render("map", {}) for one in LANGUAGES}
    return {language: settle(str(html), "map/") for language, html in made.items()}


def _countries(view: MapView) -> list[Country]:
    return [country for region in view.regions for country in region.countries]


def test_every_city_of_our_records_is_known(view: MapView) -> None:
    cities = {city.id for country in _countries(view) for city in country.cities if city.where is None}
    assert cities == UNKNOWN_CITIES
    assert [country.id for country in _countries(view) if country.where is None] == []


def test_every_record_stands_somewhere_once_for_each_of_its_places(view: MapView, real_site: Site) -> None:
    records = real_site.graph.records
    expected = {("events", id_): 1 for id_ in records["events"]}
    for id_, project in records["projects"].items():
        assert isinstance(project, Project)
        expected["projects", id_] = max(1, len(project.countries))
    for status in ("member", "observer"):
        ids = members_on(records["members"], real_site.index.today, status)
        expected |= {("members", id_): 1 for id_ in ids}
    found: dict[tuple[str, str], int] = {}
    for country in _countries(view):
        for cards in (country.cards, *(city.cards for city in country.cities)):
            for card in cards:
                found[card.kind, card.id] = found.get((card.kind, card.id), 0) + 1
    for _, cards in view.nowhere:
        for card in cards:
            found[card.kind, card.id] = found.get((card.kind, card.id), 0) + 1
    assert found == expected


def test_only_events_without_a_place_stand_nowhere(view: MapView, real_site: Site) -> None:
    nowhere = {card.id for _, cards in view.nowhere for card in cards if card.kind == "events"}
    events = real_site.graph.records["events"]
    assert nowhere == {id_ for id_, one in events.items() if isinstance(one, Event) and one.place is None}


def test_marks_and_list_show_the_same(view: MapView) -> None:
    listed = {}
    for country in _countries(view):
        own = list(country.cards)
        for city in country.cities:
            if city.where:
                listed[city.id] = [card.kind for card in city.cards]
            else:
                own += city.cards
        if own:
            listed[country.id] = [card.kind for card in own]
    marked = {spot.id: dict(spot.counts) for one in (view.world, view.europe) for spot in one.spots}
    assert marked == {id_: {kind: kinds.count(kind) for kind in set(kinds)} for id_, kinds in listed.items()}
    assert len(marked) == len(view.world.spots) + len(view.europe.spots)
    assert sum(region.total for region in view.regions) == sum(map(len, listed.values()))


def test_no_mark_is_far_from_its_place(view: MapView) -> None:
    where = {city.id: city.where for country in _countries(view) for city in country.cities if city.where}
    where |= {country.id: country.where for country in _countries(view) if country.where}
    for drawing, sheet in ((view.world, WORLD), (view.europe, EUROPE)):
        for spot in drawing.spots:
            place = sheet.place(*where[spot.id])
            assert hypot(place.x - spot.mark.x, place.y - spot.mark.y) < 16, spot.id


def test_europe_has_a_map_of_its_own_and_specks_on_that_of_the_world(view: MapView) -> None:
    assert "place-ch-geneva" in {spot.id for spot in view.europe.spots}
    assert "place-us-new-york" in {spot.id for spot in view.world.spots}
    left, top, width, height = view.frame
    assert len(view.specks) == len(view.europe.spots)
    for speck in view.specks:
        assert left <= speck.x <= left + width
        assert top <= speck.y <= top + height


@pytest.mark.parametrize("kind", KINDS)
def test_a_map_of_one_kind_shows_that_kind_only(kind: str, real_site: Site) -> None:
    only = world_map.make(real_site.tongue("fr").reader, kind)
    shapes = {spot.shape for one in (only.world, only.europe) for spot in one.spots}
    assert shapes == {kind}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_leads_to_an_entry_of_the_list(language: str, pages: dict[str, str]) -> None:
    root = lxml_html.fromstring(f"<div>{pages[language]}</div>")
    ids = [element.get("id") for element in root.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    targets = root.xpath("//svg//a/@href")
    assert len(targets) > 40
    assert {target.removeprefix("#") for target in targets} <= set(ids)
    drawings = root.xpath("//*[@aria-hidden='true']//a")
    assert len(drawings) == len(targets)
    assert {one.get("tabindex") for one in drawings} == {"-1"}
    assert root.xpath("//a[@tabindex][not(ancestor::*[@aria-hidden='true'])]") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_names_every_record_and_every_region(
    language: str, pages: dict[str, str], view: MapView
) -> None:
    root = lxml_html.fromstring(f"<div>{pages[language]}</div>")
    named = len(root.xpath("//li[contains(@class, 'sse-place__record')]/a[@href]"))
    assert named == sum(region.total for region in view.regions) + sum(
        len(cards) for _, cards in view.nowhere
    )
    assert len(root.xpath("//section/h2")) == 6
    assert [link.get("href") for link in root.xpath("//nav//a")] == [f"#{one.id}" for one in view.regions]
    levels = [int(element.tag[1]) for element in root.iter("h2", "h3", "h4")]
    assert all(following <= level + 1 for level, following in pairwise([1, *levels]))


def test_each_map_has_one_path_of_land_and_no_other_line(pages: dict[str, str], project: Path) -> None:
    for html in pages.values():
        assert html.count('<path class="sse-map__land"') == 2
        assert len(re.findall(r"<(path|line|polyline|polygon)\b", html)) == 2 + 2
    styles = (project / "overrides/assets/stylesheets/map.css").read_text("utf-8")
    [land] = re.findall(r"^\.sse-map__land \{([^}]*)\}", styles, re.MULTILINE)
    assert "stroke" not in land


def test_the_map_asks_for_nothing_and_styles_nothing_by_itself(pages: dict[str, str]) -> None:
    for html in pages.values():
        assert not re.search(r"<(img|image|script|iframe|link|style)\b| style=|url\(", html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_is_light(language: str, pages: dict[str, str]) -> None:
    html = pages[language]
    drawings = html[: html.index("<figcaption")]
    assert len(gzip.compress(drawings.encode())) <= 12 * 1024
    assert len(gzip.compress(html.encode())) <= 22 * 1024
