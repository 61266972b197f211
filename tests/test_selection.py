"""Which records a list shows, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from untfsse.records.base import Record
from untfsse.selection import FACETS, LISTED_KINDS, Index, Wanted, date_of, sort_key
from untfsse.site import Site
from untfsse.yaml_source import parse

RECORDS = parse((Path(__file__).parent / "selection.yml").read_text("utf-8"))


@pytest.fixture
def index(small_site: Callable[..., Site]) -> Index:
    """The records above, on 21 November 2026."""
    return small_site({f"data/{path}.yml": record for path, record in RECORDS.items()}).index


@pytest.mark.parametrize(
    ("kind", "facets", "ids"),
    [
        ("events", {"theme": "law"}, "b a"),
        ("events", {"theme": "law", "kind": "webinar"}, "b"),
        ("events", {"theme": "law", "country": "CH"}, ""),
        ("events", {"sdg": "5"}, "b"),
        ("events", {"country": "CH"}, "c"),
        ("events", {"country": "SN"}, "c"),
        ("events", {"year": "2023"}, "a"),
        ("events", {"year": "2024"}, "c b a"),
        ("events", {"member": "ilo"}, "c a"),
        ("events", {"status": "cancelled"}, "b"),
        ("events", {"year": "1999"}, ""),
        ("publications", {"member": "ilo"}, "old"),
        ("publications", {"year": "2014"}, "old"),
        ("projects", {"country": "SN"}, "study"),
        ("projects", {"member": "network"}, "study"),
        ("projects", {"year": "2020"}, "study"),
        ("projects", {"year": "2021"}, ""),
        ("members", {"country": "CH"}, "ilo"),
        ("members", {"kind": "network"}, "network"),
    ],
)
def test_a_list_holds_what_has_every_facet(index: Index, kind: str, facets: dict[str, str], ids: str) -> None:
    assert index.select(kind, Wanted(facets=tuple(facets.items()))) == ids.split()


def test_an_event_of_today_is_still_upcoming_and_so_is_one_that_lasts(index: Index) -> None:
    assert index.select("events", Wanted(when="past")) == ["c", "b", "a"]
    assert index.select("events", Wanted(when="upcoming")) == ["g", "e", "d", "f"]


def test_past_and_upcoming_events_are_together_all_events(index: Index) -> None:
    halves = [index.select("events", Wanted(when=when)) for when in ("past", "upcoming")]
    assert sorted(halves[0] + halves[1]) == sorted(index.select("events", Wanted()))


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (None, "f d e g c b a"),
        ("newest", "f d e g c b a"),
        ("oldest", "a b c g e d f"),
    ],
)
def test_a_list_begins_with_the_newest_unless_another_order_is_asked_for(
    index: Index, order: str | None, ids: str
) -> None:
    assert index.select("events", Wanted(order=order)) == ids.split()


def test_names_are_ordered_without_accents_and_case(index: Index) -> None:
    wanted = Wanted(facets=(("year", "2026"),), order="name")
    assert index.select("events", wanted) == ["e", "g", "d", "f"]
    french = Wanted(facets=(("year", "2026"),), order="name", language="fr")
    assert index.select("events", french) == ["e", "g", "f", "d"]
    assert sorted(["Zoë", "élan", "Eland", "zoe", "Ärger"], key=sort_key) == [
        "Ärger", "élan", "Eland", "Zoë", "zoe",
    ]  # fmt: skip


def test_a_limit_keeps_the_first_of_the_order(index: Index) -> None:
    assert index.select("events", Wanted(limit=2)) == ["f", "d"]
    assert index.select("events", Wanted(limit=2, when="upcoming")) == ["g", "e"]
    assert len(index.select("events", Wanted(limit=99))) == 7


def test_a_work_without_a_date_comes_last(index: Index) -> None:
    assert index.select("publications", Wanted()) == ["old", "undated"]
    assert date_of(index.graph.records["publications"]["undated"]) is None


def test_the_values_of_a_facet_are_those_that_something_has(index: Index) -> None:
    assert index.values("country") == ["CH", "SN"]
    assert index.values("year") == ["2014", "2020", "2023", "2024", "2026"]
    assert index.values("sdg") == ["10", "5"]
    assert index.values("theme") == ["care", "law", "youth"]
    assert index.values("member") == ["ilo", "network"]


def test_asking_for_what_nothing_has_leaves_no_trace(index: Index) -> None:
    before = index.values("year")
    assert index.select("events", Wanted(facets=(("year", "1999"),))) == []
    assert index.values("year") == before


def test_in_the_real_site_every_record_is_found_under_each_of_its_facets(real_site: Site) -> None:
    index = real_site.index
    for kind in LISTED_KINDS:
        for id_, record in index.graph.records[kind].items():
            for facet in _facets(record):
                assert id_ in index.select(kind, Wanted(facets=(facet,))), (kind, id_, facet)
    assert {name for name, _ in index.ids} == set(FACETS)


def _facets(record: Record) -> list[tuple[str, str]]:
    themes = [("theme", one) for one in getattr(record, "themes", ())]
    goals = [("sdg", one) for one in getattr(record, "sdgs", ())]
    countries = [("country", one) for one in getattr(record, "countries", ())]
    when = date_of(record)
    years = [("year", str(when.year))] if when else []
    return [*themes, *goals, *countries, *years, ("kind", getattr(record, "kind", ""))]


def test_in_the_real_site_every_event_is_past_or_upcoming_on_the_day_of_the_build(real_site: Site) -> None:
    assert real_site.index.today == date(2026, 11, 21)
    past = real_site.index.select("events", Wanted(when="past"))
    upcoming = real_site.index.select("events", Wanted(when="upcoming"))
    assert past
    assert upcoming
    assert not set(past) & set(upcoming)
    assert len(past) + len(upcoming) == len(real_site.graph.records["events"])
