"""The calendars of the real site: two libraries read in them what the records say, and no rule is broken."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events

from calendar_rules import RULES, Calendar, Rule
from crawler import Crawl
from ics import by_ical_js, by_icalendar, moment
from untfsse.calendars.catalogue import calendars
from untfsse.calendars.identity import uid
from untfsse.calendars.spans import span_of
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.records import Event
from untfsse.site import Site

pytest_plugins = ["shared_sites"]


def _path(language: str, path: str) -> str:
    return path if language == DEFAULT else f"{language}/{path}"


@pytest.fixture(scope="module")
def paths(real: Crawl) -> list[str]:
    """Every calendar of the site."""
    return sorted(name for name in real.files if name.endswith(".ics"))


@pytest.fixture(scope="module")
def by_python(real: Crawl, paths: list[str]) -> dict[str, Any]:
    return dict(zip(paths, by_icalendar(real.folder, paths), strict=True))


@pytest.fixture(scope="module")
def by_javascript(real: Crawl, paths: list[str]) -> dict[str, Any]:
    return dict(zip(paths, by_ical_js(real.folder, paths), strict=True))


@pytest.fixture(scope="module")
def events(real_site: Site) -> dict[str, Event]:
    """The events that stand in calendars."""
    all_ = real_site.graph.records["events"]
    return {id_: one for id_, one in all_.items() if isinstance(one, Event) and span_of(one)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_calendar_keeps_to_the_rule(rule: Rule, real: Crawl, paths: list[str]) -> None:
    found = {path: list(rule(Calendar(path, (real.folder / path).read_bytes()))) for path in paths}
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_there_is_a_calendar_for_each_group_and_each_event(
    paths: list[str], real_site: Site, events: dict[str, Event]
) -> None:
    groups = [f"calendars/{group.name}.ics" for group in calendars(real_site.index)]
    files = [*groups, *(f"events/{id_}.ics" for id_ in events)]
    assert len(groups) > 50
    assert {"calendars/events.ics", "calendars/member/ilo.ics", "calendars/theme/policy.ics"} <= set(groups)
    assert paths == sorted(_path(language, file) for language in LANGUAGES for file in files)


def test_two_libraries_read_the_same(by_python: dict[str, Any], by_javascript: dict[str, Any]) -> None:
    assert by_python == by_javascript


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_is_what_the_records_say(
    language: str, by_javascript: dict[str, Any], real_site: Site, events: dict[str, Event]
) -> None:
    reader = real_site.tongue(language).reader
    read = {one["uid"]: one for one in by_javascript[_path(language, "calendars/events.ics")]["events"]}
    assert set(read) == {uid(id_) for id_ in events}
    for id_, event in events.items():
        one, card = read[uid(id_)], reader.card("events", id_)
        assert (one["start"], one["end"]) == _from_record(event), id_
        assert card.title.plain in one["summary"]
        assert one["url"].endswith(card.path)
        assert one["url"] in one["description"]
        assert one["language"] == language
        assert one["categories"][0] == card.kind_label
        if card.summary:
            assert card.summary.plain in one["description"]
        if event.place:
            assert one["location"] == ", ".join(part.words.plain for part in card.more)
        alone = by_javascript[_path(language, f"events/{id_}.ics")]["events"]
        assert alone == [one]


def _from_record(event: Event) -> tuple[str, str]:
    """First moment and exclusive end of an event, made in another way than calendars do it."""
    last = event.end or event.start
    if event.start.exact:
        return moment(event.moment(event.start)), moment(event.moment(last)) if event.end else ""
    return moment(event.start.first), moment(date.fromordinal(last.last.toordinal() + 1))


def test_a_list_of_all_occurrences_is_the_list_of_the_records(real: Crawl, events: dict[str, Event]) -> None:
    calendar = icalendar.Calendar.from_ical((real.folder / "calendars/events.ics").read_bytes())
    found = recurring_ical_events.of(calendar).between(date(1900, 1, 1), date(2100, 1, 1))
    listed = sorted((str(one["UID"]), moment(one["DTSTART"].dt), moment(one["DTEND"].dt)) for one in found)
    expected = [(uid(id_), *_from_record(event)) for id_, event in events.items()]
    assert listed == sorted((uid_, start, end or start) for uid_, start, end in expected)


@pytest.mark.parametrize("path", ["events/2023-10-02-technical-symposium-4.ics", "calendars/events.ics"])
def test_an_event_of_several_days_ends_on_its_last_day(
    path: str, by_python: dict[str, Any], by_javascript: dict[str, Any], real: Crawl
) -> None:
    wanted = uid("2023-10-02-technical-symposium-4")
    for read in (by_python, by_javascript):
        [event] = [one for one in read[path]["events"] if one["uid"] == wanted]
        assert (event["start"], event["end"]) == ("2023-10-02", "2023-10-04")
    calendar = icalendar.Calendar.from_ical((real.folder / path).read_bytes())
    query = recurring_ical_events.of(calendar)
    days = {
        day: any(str(one["UID"]) == wanted for one in query.at(date(2023, 10, day))) for day in (1, 2, 3, 4)
    }
    assert days == {1: False, 2: True, 3: True, 4: False}


def test_times_are_right_by_the_zone_that_the_file_explains(
    by_javascript: dict[str, Any], events: dict[str, Event]
) -> None:
    event = events["2023-05-02-sti-forum-side-event"]
    [read] = by_javascript["fr/events/2023-05-02-sti-forum-side-event.ics"]["events"]
    assert (read["start"], read["end"]) == ("2023-05-02T14:00:00.000Z", "2023-05-02T15:30:00.000Z")
    assert event.moment(event.start).astimezone(UTC) == datetime(2023, 5, 2, 14, tzinfo=UTC)
    assert event.moment(event.start).utcoffset() == timedelta(hours=-4)


def test_every_calendar_has_a_name_of_its_own(by_python: dict[str, Any]) -> None:
    for language in LANGUAGES:
        folder = _path(language, "calendars/")
        names = [one["name"] for path, one in by_python.items() if path.startswith(folder)]
        assert len(set(names)) == len(names)
        assert all(name.startswith("UNTFSSE") for name in names)


def test_calendars_are_small(real: Crawl, paths: list[str]) -> None:
    """No program refuses a file of this size, and a phone has it in a second."""
    sizes = {path: (real.folder / path).stat().st_size for path in paths}
    assert max(sizes.values()) < 256 * 1024
    alone = [Path(path).stem for path, size in sizes.items() if "calendars/" not in path and size > 6000]
    assert alone == []
