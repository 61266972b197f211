"""Directories: what narrows a list, the number beside each value, the groups, what a record carries."""

from __future__ import annotations

from collections import Counter

import pytest

from untfsse.history import STATUSES
from untfsse.locales import LANGUAGES
from untfsse.records import Event, Publication
from untfsse.selection import HUBS, LISTED_KINDS, Wanted
from untfsse.site import Site
from untfsse.views import directory
from untfsse.views.directory import SORTS_OF, Directory
from untfsse.views.fields import FACETS_OF

EACH_KIND = pytest.mark.parametrize("kind", LISTED_KINDS)
EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def _made(site: Site, kind: str, language: str = "en") -> Directory:
    return directory.make(site.tongue(language).reader, site.index, kind)


def _ids(view: Directory) -> list[str]:
    return [entry.card.id for group in view.groups for entry in group.entries]


@EACH_KIND
def test_a_directory_holds_every_record_once(kind: str, real_site: Site) -> None:
    view = _made(real_site, kind)
    assert sorted(_ids(view)) == sorted(real_site.graph.records[kind])
    assert view.total == len(real_site.graph.records[kind])


@EACH_KIND
@EACH_LANGUAGE
def test_the_number_beside_a_value_is_how_many_records_carry_it(
    kind: str, language: str, real_site: Site
) -> None:
    view = _made(real_site, kind, language)
    carried = Counter(word for group in view.groups for one in group.entries for word in one.facets.split())
    offered = {
        f"{field.name}:{option.value}": option.number for field in view.fields for option in field.options
    }
    assert offered
    assert {word: carried[word] for word in offered} == offered
    names = {field.name for field in view.fields}
    assert {word for word in carried if word.split(":")[0] in names} == set(offered)


@EACH_KIND
def test_what_a_record_carries_is_what_lists_find_it_by(kind: str, real_site: Site) -> None:
    view = _made(real_site, kind)
    for field in view.fields:
        if field.name == "language":
            continue
        for option in field.options:
            found = real_site.index.select(kind, Wanted(facets=((field.name, option.value),)))
            word = f"{field.name}:{option.value}"
            carrying = [e.card.id for group in view.groups for e in group.entries if word in e.facets.split()]
            assert sorted(carrying) == sorted(found), word


def test_publications_are_narrowed_by_the_languages_they_exist_in(real_site: Site) -> None:
    [field] = [field for field in _made(real_site, "publications", "fr").fields if field.name == "language"]
    works = real_site.graph.records["publications"].values()
    languages = Counter(
        language
        for work in works
        if isinstance(work, Publication)
        for language in {version.language for version in work.versions}
    )
    assert {option.value: option.number for option in field.options} == languages
    labels = {option.value: option.label.plain for option in field.options}
    assert labels["en"] == "anglais"


@EACH_KIND
def test_only_what_tells_records_apart_is_offered(kind: str, real_site: Site) -> None:
    for field in _made(real_site, kind).fields:
        assert field.name in FACETS_OF[kind]
        assert len(field.options) > 1
        assert all(option.number > 0 for option in field.options)
        assert len({option.value for option in field.options}) == len(field.options)


@EACH_KIND
def test_a_value_has_no_space_and_no_colon_within(kind: str, real_site: Site) -> None:
    for group in _made(real_site, kind).groups:
        for entry in group.entries:
            for word in entry.facets.split(" "):
                assert word.count(":") == 1
                assert word.split(":")[0] in FACETS_OF[kind]


def test_years_are_offered_from_the_latest_and_goals_by_their_number(real_site: Site) -> None:
    fields = {field.name: field.options for field in _made(real_site, "events").fields}
    years = [option.value for option in fields["year"]]
    goals = [int(option.value) for option in fields["sdg"]]
    assert years == sorted(years, reverse=True)
    assert goals == sorted(goals)
    assert fields["sdg"][0].label.plain == "1. No poverty"


def test_members_are_offered_by_acronym_and_name(real_site: Site) -> None:
    fields = {field.name: field.options for field in _made(real_site, "events", "es").fields}
    labels = {option.value: option.label.plain for option in fields["member"]}
    assert labels["ilo"] == "OIT – Organización Internacional del Trabajo"


def test_the_agenda_begins_with_what_comes_next_and_goes_back_year_by_year(real_site: Site) -> None:
    view = _made(real_site, "events")
    first, *years = view.groups
    assert first.id == "upcoming"
    assert [one.card.id for one in first.entries] == real_site.index.select("events", Wanted(when="upcoming"))
    past = [entry.card.id for group in years for entry in group.entries]
    assert past == real_site.index.select("events", Wanted(when="past"))
    assert [group.id for group in years] == sorted((group.id for group in years), reverse=True)
    for group in years:
        assert {entry.date[:4] for entry in group.entries} <= {group.id}


def test_every_event_to_come_has_the_year_it_will_belong_to_when_it_is_over(real_site: Site) -> None:
    view = _made(real_site, "events")
    groups = {group.id for group in view.groups}
    assert {entry.date[:4] for entry in view.groups[0].entries} <= groups


def test_an_event_carries_its_last_day_where_it_is_not_the_first(real_site: Site) -> None:
    for group in _made(real_site, "events").groups:
        for entry in group.entries:
            event = real_site.graph.records["events"][entry.card.id]
            assert isinstance(event, Event)
            assert entry.date == str(event.start)[:10]
            last = (event.end or event.start).last.isoformat()
            assert (entry.last or entry.date) == last


def test_bodies_stand_under_the_status_of_the_day(real_site: Site) -> None:
    view = _made(real_site, "members")
    assert [group.id for group in view.groups] == [*STATUSES, "none"]
    for group in view.groups:
        for entry in group.entries:
            assert entry.body is not None
            assert entry.body.standing[-1] == (group.id[0] if group.id != "none" else "-")
            assert len(entry.body.standing) == len(view.days)
            assert all(len(one.marks) == len(view.days) for one in entry.body.roles)


@EACH_KIND
def test_a_directory_comes_in_the_first_order_it_can_be_put_in(kind: str, real_site: Site) -> None:
    view = _made(real_site, kind)
    assert view.sorts == SORTS_OF[kind]
    order = view.sorts[0]
    if kind in ("publications", "projects"):
        assert _ids(view) == real_site.index.select(kind, Wanted(order=order))
    for group in view.groups if kind == "members" else ():
        ids = {entry.card.id for entry in group.entries}
        by_name = real_site.index.select(kind, Wanted(order="name"))
        assert [entry.card.id for entry in group.entries] == [id_ for id_ in by_name if id_ in ids]


@EACH_KIND
@EACH_LANGUAGE
def test_overviews_do_the_same_job_without_scripts(kind: str, language: str, real_site: Site) -> None:
    view = _made(real_site, kind, language)
    paths = {link.path for link in view.hubs}
    assert paths
    for hub, facet in HUBS.items():
        assert (real_site.tongue(language).reader.path(hub) in paths) == (facet in FACETS_OF[kind])
