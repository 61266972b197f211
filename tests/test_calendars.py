"""What calendars say about events: when, in which state and words; and that an event stays the same one."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calendar_rules import RULES, Calendar
from ics import by_ical_js, by_icalendar
from untfsse.calendars import files
from untfsse.calendars.identity import first_name, former_names, uid
from untfsse.calendars.lines import block, line, text
from untfsse.calendars.spans import Span, span_of
from untfsse.changes import Revision
from untfsse.checking import read_all
from untfsse.records import Event
from untfsse.site import Site

Made = Callable[..., Site]


def _event(title: str = "Talks", start: str = "2026-05-14", **more: Any) -> dict[str, Any]:
    return {"kind": "conference", "title": {"en": title}, "start": start, **more}


def _record(start: str, **more: Any) -> Event:
    return Event.model_validate({"id": "talks", **_event(start=start, **more)})


@pytest.fixture
def write(small_site: Made, tmp_path: Path) -> Callable[..., Path]:
    """Write the calendars of a small site; return their folder."""

    def made(records: Mapping[str, Any], revisions: Mapping[str, Revision] | None = None) -> Path:
        site = small_site(records)
        site.revisions.clear()
        site.revisions.update(revisions or {})
        folder = tmp_path / "out"
        shutil.rmtree(folder, ignore_errors=True)
        files.write(folder, site)
        return folder

    return made


def _read(folder: Path, path: str = "calendars/events.ics") -> list[dict[str, Any]]:
    """The events of a file that keeps to all rules and that two libraries read alike."""
    for rule in RULES:
        assert list(rule(Calendar(path, (folder / path).read_bytes()))) == [], rule.__name__
    [one], [other] = by_icalendar(folder, [path]), by_ical_js(folder, [path])
    assert one == other
    events: list[dict[str, Any]] = one["events"]
    return events


# when


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("2026-05-14", None, Span(date(2026, 5, 14), date(2026, 5, 15), "", True)),
        ("2026-05-14", "2026-05-15", Span(date(2026, 5, 14), date(2026, 5, 16), "", True)),
        ("2026-12-31", "2026-12-31", Span(date(2026, 12, 31), date(2027, 1, 1), "", True)),
        ("2028-02", None, Span(date(2028, 2, 1), date(2028, 3, 1), "", False)),
        ("2026-11", "2026-12", Span(date(2026, 11, 1), date(2027, 1, 1), "", False)),
        ("2026-11-05", "2026-12", Span(date(2026, 11, 5), date(2027, 1, 1), "", False)),
        ("2026", None, None),
        ("2026-11", "2027", None),
        ("2199-12-31", None, Span(date(2199, 12, 31), date(2200, 1, 1), "", True)),
    ],
)
def test_days_end_before_the_next_and_months_are_filled(
    start: str, end: str | None, span: Span | None
) -> None:
    assert span_of(_record(start, **({"end": end} if end else {}))) == span


@pytest.mark.parametrize(
    ("end", "expected"),
    [(None, None), ("2026-05-14T10:00", None), ("2026-05-15T12:30", datetime(2026, 5, 15, 12, 30))],
)
def test_a_time_without_an_end_has_none(end: str | None, expected: datetime | None) -> None:
    """RFC 5545, section 3.8.2.2: an end is later than the start, or is not there."""
    event = _record("2026-05-14T10:00", timezone="Asia/Tokyo", **({"end": end} if end else {}))
    assert span_of(event) == Span(datetime(2026, 5, 14, 10), expected, "Asia/Tokyo", True)


def test_a_month_is_told_and_takes_no_time(write: Callable[..., Path]) -> None:
    folder = write({"data/events/a.yml": _event(start="2026-11")})
    [event] = _read(folder)
    assert (event["start"], event["end"]) == ("2026-11-01", "2026-12-01")
    assert event["description"].startswith("The exact date is not known: November 2026.")
    assert b"TRANSP:TRANSPARENT" in (folder / "events/a.ics").read_bytes()


def test_an_event_of_a_year_has_no_file_and_a_group_of_such_events_neither(
    write: Callable[..., Path],
) -> None:
    day, year = _event(), _event(start="2027", themes=["law"])
    folder = write({"data/events/day.yml": day, "data/events/year.yml": year})
    assert sorted(path.relative_to(folder).as_posix() for path in folder.glob("**/*.ics")) == sorted(
        f"{language}{path}.ics"
        for language in ("", "fr/", "es/")
        for path in ("calendars/events", "calendars/kind/conference", "events/day")
    )
    assert len(_read(folder)) == 1


def test_a_site_without_events_has_no_calendar(write: Callable[..., Path]) -> None:
    assert not list(write({}).glob("**/*.ics"))


# in which state


@pytest.mark.parametrize(
    ("status", "shown", "title", "told"),
    [
        ("confirmed", "CONFIRMED", "Talks", ""),
        ("cancelled", "CANCELLED", "Cancelled: Talks", "This event has been cancelled."),
        ("postponed", "TENTATIVE", "Postponed: Talks", "This event has been postponed."),
        ("expected", "TENTATIVE", "Expected: Talks", "This event is expected."),
    ],
)
def test_every_state_is_kept_and_told(
    write: Callable[..., Path], project: Path, status: str, shown: str, title: str, told: str
) -> None:
    states = (project / "data/vocabulary/event-statuses.yml").read_text("utf-8")
    folder = write({"data/vocabulary/event-statuses.yml": states, "data/events/a.yml": _event(status=status)})
    [event] = _read(folder)
    assert (event["status"], event["summary"]) == (shown, title)
    assert event["description"].startswith(told)
    assert (b"TRANSP:TRANSPARENT" in (folder / "events/a.ics").read_bytes()) == (status != "confirmed")


# in which words


def test_words_name_their_language(write: Callable[..., Path]) -> None:
    title, summary = {"en": "Talks", "fr": "Entretiens"}, {"en": "In short."}
    folder = write(
        {"data/events/a.yml": _event() | {"title": title, "summary": summary, "themes": ["youth"]}}
    )
    french = (folder / "fr/events/a.ics").read_bytes()
    assert b"\r\nSUMMARY;LANGUAGE=fr:Entretiens\r\n" in french
    assert b"\r\nCATEGORIES;LANGUAGE=fr:Conf\xc3\xa9rence\r\n" in french
    assert b"\r\nCATEGORIES;LANGUAGE=en:Youth\r\n" in french
    assert b"\r\nSUMMARY;LANGUAGE=en:Talks\r\n" in (folder / "es/events/a.ics").read_bytes()
    [event] = _read(folder, "fr/events/a.ics")
    assert "In short. (en anglais)" in event["description"]


def test_a_title_with_its_state_in_two_languages_names_neither(write: Callable[..., Path]) -> None:
    folder = write({"data/events/a.yml": _event(status="cancelled")})
    assert "\r\nSUMMARY:Annulé\u00a0: Talks\r\n".encode() in (folder / "fr/events/a.ics").read_bytes()


def test_the_place_is_named_and_found_where_its_city_is_known(write: Callable[..., Path]) -> None:
    geneva = {"venue": "Palais", "city": {"en": "Geneva", "fr": "Genève"}, "country": "CH"}
    nowhere = {"city": "Nosuchplace", "country": "CH"}
    folder = write(
        {
            "data/events/a.yml": _event(place=geneva),
            "data/events/b.yml": _event(place=nowhere),
            "data/events/c.yml": _event(mode="online"),
        }
    )
    [here], [there], [online] = (_read(folder, f"fr/events/{id_}.ics") for id_ in "abc")
    assert here["location"] == "Palais, Genève, Suisse"
    assert [round(degree) for degree in here["geo"]] == [46, 6]
    assert (there["location"], there["geo"]) == ("Nosuchplace, Suisse", None)
    assert (online["location"], online["geo"]) == ("En ligne", None)


def test_the_description_says_who_organises_and_how_to_register(write: Callable[..., Path]) -> None:
    event = _event(
        organisers=[{"name": "River House"}],
        partners=[{"name": "A, B; C"}],
        languages=["fr", "pt"],
        registration={"url": "https://example.org/r?a=1,2;b", "deadline": "2026-05-01"},
        note={"en": "The hour is *disputed*."},
    )
    [read] = _read(write({"data/events/a.yml": event}))
    note, facts, page = read["description"].split("\n\n")
    assert note == "The hour is disputed."
    assert facts.split("\n") == [
        "Organized by: River House",
        "With: A, B; C",
        "Languages of work: French, Portuguese",
        "Register by: 1 May 2026",
        "Register: https://example.org/r?a=1,2;b",
    ]
    assert page == "Page of the event: https://example.org/events/a/"


_HOSTILE = (
    "BEGIN:VALARM\nTRIGGER:-PT1M\nACTION:DISPLAY\nEND:VALARM",
    "one, two; three: four\nfive",
    "=HYPERLINK('https://evil.example','x')",
    "+1-2@SUM(A1)",
    "</script>",
    "]]>",
    "\\\\n \\N \\; \\, C:\\New\\notes \\",
    "🎉👩‍👩‍👧‍👦" * 40,
    "é" * 37 + "\\" * 75,
    'LANGUAGE="fr":x;TZID=y',
    "END:VEVENT\r\nEND:VCALENDAR",
)


@pytest.mark.parametrize("words", _HOSTILE)
def test_hostile_words_go_through_whole_and_do_nothing(words: str, tmp_path: Path) -> None:
    _goes_through(words, tmp_path)


_WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n"), max_size=300)
_SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(words=_WORDS.filter(str.strip))
@_SLOW
def test_any_words_go_through_whole(words: str, tmp_path: Path) -> None:
    _goes_through(words, tmp_path)


def _goes_through(words: str, folder: Path) -> None:
    """Put words into every text of an event, as calendars do, and read them back in both libraries."""
    address = "https://example.org/"
    properties = [
        line("UID", uid("a")),
        line("DTSTAMP", "20260101T000000Z"),
        line("DTSTART", "20260514", "VALUE=DATE"),
        line("DTEND", "20260515", "VALUE=DATE"),
        line("STATUS", "CONFIRMED"),
        line("SUMMARY", text(words), "LANGUAGE=en"),
        line("DESCRIPTION", text(f"{words}\n{address}"), "LANGUAGE=en"),
        line("LOCATION", text(words)),
        line("CATEGORIES", ",".join(("b", text(words)))),  # ical.js takes `\\\\,` for no end of a word
        line("URL", address),
    ]
    about = [line("VERSION", "2.0"), line("PRODID", "-//A//B//EN"), line("CALSCALE", "GREGORIAN")]
    (folder / "events").mkdir(exist_ok=True)
    (folder / "events/a.ics").write_bytes(block("VCALENDAR", [*about, block("VEVENT", properties)]))
    [event] = _read(folder, "events/a.ics")
    said = words.replace("\r\n", "\n")
    assert (event["summary"], event["location"]) == (said, said)
    assert event["description"] == f"{said}\n{address}"
    assert event["categories"] == ["b", said]


@pytest.mark.parametrize("words", [words for words in _HOSTILE if "</" not in words])
def test_hostile_records_are_published_harmless(words: str, write: Callable[..., Path]) -> None:
    """As far as records may hold such words: Markdown of theirs is rendered, their lines are joined."""
    title = " ".join(words.split())
    folder = write({"data/events/a.yml": _event(title, summary={"en": "x " + words})})
    for path in ("calendars/events.ics", "events/a.ics", "fr/events/a.ics"):
        [event] = _read(folder, path)
        raw = (folder / path).read_bytes()
        assert re.findall(rb"^BEGIN:(\w+)", raw, re.MULTILINE) == [b"VCALENDAR", b"VEVENT"]
        assert event["url"].endswith("/events/a/")


def test_a_closing_tag_is_refused_in_a_record(small_project: Any) -> None:
    root = small_project({"data/events/a.yml": _event("</script>")})
    [problem] = read_all(root).problems
    assert problem.told().startswith("data/events/a.yml:")
    assert "title" in problem.told()


# who is who


def test_a_uid_rests_on_the_id_alone(write: Callable[..., Path]) -> None:
    [before] = _read(write({"data/events/a.yml": _event()}))
    moved = _event("Another title", "2027-01-01", place={"country": "CH"}, status="cancelled")
    [after] = _read(write({"data/events/a.yml": moved}))
    assert before["uid"] == after["uid"] == "c5a67f99-8810-52d4-baba-051b3fd2fbdc"
    assert before["start"] != after["start"]


def test_a_uid_is_the_same_in_every_language_and_calendar(write: Callable[..., Path]) -> None:
    folder = write({"data/events/a.yml": _event(themes=["law"])})
    found = {
        one["uid"]
        for path in folder.glob("**/*.ics")
        for one in by_icalendar(path.parent, [path.name])[0]["events"]
    }
    assert found == {uid("a")}


def _redirects(*lines: tuple[str, str], **more: Any) -> list[dict[str, Any]]:
    return [{"old": f"/{old}/", "to": to, **more} for old, to in lines]


def test_a_renamed_event_stays_the_same_and_keeps_its_old_address(write: Callable[..., Path]) -> None:
    renamed = _redirects(("events/a", "events/c"), ("events/b", "events/c"))
    folder = write({"data/events/c.yml": _event(), "data/redirects.yml": renamed})
    [event] = _read(folder)
    assert event["uid"] == uid("a")
    new = (folder / "fr/events/c.ics").read_bytes()
    assert (folder / "fr/events/a.ics").read_bytes() == (folder / "fr/events/b.ics").read_bytes() == new


def test_an_event_that_took_another_one_in_stays_itself(write: Callable[..., Path]) -> None:
    merged = _redirects(("events/a", "events/c"), merged=True)
    folder = write({"data/events/c.yml": _event(), "data/redirects.yml": merged})
    [event] = _read(folder)
    assert event["uid"] == uid("c")
    assert (folder / "events/a.ics").is_file()


def test_addresses_of_other_folders_and_languages_are_no_former_names(small_site: Made) -> None:
    lines = [
        *_redirects(("2019/talks", "events/c"), ("fr/events/b", "events/c"), ("news/x", "events/c")),
        *_redirects(("events/d", "events/c"), language="fr"),
    ]
    site = small_site({"data/events/c.yml": _event(), "data/redirects.yml": lines})
    english = [one for one in site.checked.redirects if one.language == "en"]
    assert former_names(english, "events/c") == []
    assert first_name(english, "events/c") == "events/c"


def test_a_calendar_goes_on_at_the_address_it_had(write: Callable[..., Path]) -> None:
    body = {"kind": "un-agency", "name": {"en": "B"}, "membership": [{"status": "member"}]}
    folder = write(
        {
            "data/members/new.yml": body,
            "data/events/a.yml": _event(organisers=["new"], themes=["law"]),
            "data/redirects.yml": _redirects(("members/old", "members/new"), ("themes/laws", "themes/law")),
        }
    )
    for facet, old, new in (("member", "old", "new"), ("theme", "laws", "law")):
        there = folder / "es/calendars" / facet
        assert (there / f"{old}.ics").read_bytes() == (there / f"{new}.ics").read_bytes()


def _revision(day: int, number: int) -> Revision:
    return Revision(datetime(2026, 1, day, 12, tzinfo=UTC), number)


def test_the_history_gives_the_moment_and_the_number_of_changes(write: Callable[..., Path]) -> None:
    records = {"data/events/a.yml": _event(), "data/events/b.yml": _event(start="2026-06-01")}
    folder = write(records, {"data/events/a.yml": _revision(1, 1), "data/events/b.yml": _revision(3, 4)})
    by_uid = {one["uid"]: one for one in _read(folder)}
    a, b = by_uid[uid("a")], by_uid[uid("b")]
    assert (a["stamp"], a["sequence"]) == ("2026-01-01T12:00:00.000Z", 0)
    assert (b["stamp"], b["sequence"]) == ("2026-01-03T12:00:00.000Z", 3)
    assert (
        b"\r\nX-PUBLISHED-TTL:P1D\r\nLAST-MODIFIED:20260103T120000Z\r\n"
        in (folder / "calendars/events.ics").read_bytes()
    )


def test_without_history_the_first_day_stands_for_the_moment(write: Callable[..., Path]) -> None:
    [event] = _read(write({"data/events/a.yml": _event()}))
    assert (event["stamp"], event["sequence"]) == ("2026-05-14T00:00:00.000Z", None)


def test_the_number_of_changes_grows_through_a_new_name(write: Callable[..., Path]) -> None:
    """The history counts the commit that renames for both names."""
    records = {"data/events/c.yml": _event(), "data/redirects.yml": _redirects(("events/a", "events/c"))}
    folder = write(records, {"data/events/a.yml": _revision(2, 4), "data/events/c.yml": _revision(2, 1)})
    [event] = _read(folder)
    assert (event["uid"], event["sequence"]) == (uid("a"), 4)


# where on the pages


def test_pages_lead_to_their_calendar_and_events_to_come_to_their_file(small_site: Made) -> None:
    past = {"data/events/past.yml": _event(start="2020-01-15", themes=["law"], sdgs=[5])}
    coming = {f"data/events/coming-{n}.yml": _event(start=f"2027-01-0{n}") for n in (1, 2)}
    site = small_site(past | coming | {"data/events/year.yml": _event(start="2027", themes=["care"])})
    pages = {name: str(page.html("")) for name, page in site.tongue("fr").pages.items()}  # type: ignore[arg-type]
    assert "events/coming-1.ics" in pages["events/coming-1"]
    for name, page in pages.items():
        expected = {"themes/law": "theme/law", "sdgs/5": "sdg/5"}.get(name)
        assert (f'href="webcal://example.org/fr/calendars/{expected}.ics"' in page) == bool(expected), name
        assert ("webcal:" in page) == bool(expected), name
        assert ("/events/" in page and ".ics" in page) == name.startswith("events/coming") or expected, name
    overview = str(site.tongue("es").lists.render("directory", {"kind": "events"}))
    assert "webcal://example.org/es/calendars/events.ics" in overview


def test_two_folders_give_the_same_bytes(small_site: Made, tmp_path_factory: pytest.TempPathFactory) -> None:
    site = small_site({"data/events/a.yml": _event(start="2026-05-14T10:00", timezone="Europe/Zurich")})
    other = tmp_path_factory.mktemp("elsewhere") / "copy"
    shutil.copytree(site.root, other, symlinks=True)
    one, two = (tmp_path_factory.mktemp(name) for name in ("one", "two"))
    files.write(one, site)
    files.write(two, Site(other, site.site_url))
    assert subprocess.run(["diff", "-r", one, two], check=False).returncode == 0
    assert (one / "es/events/a.ics").is_file()
