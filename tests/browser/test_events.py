"""Events in a browser: month by month, over since the build, and at the reader's own time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Route, expect

if TYPE_CHECKING:
    from browser.lists_fixtures import Opened

pytest_plugins = ["shared_sites", "browser.lists_fixtures"]

Open = Callable[..., "Opened"]

WELL, FORUM = "Day of the well", "River forum"
SEMINAR, FAIR, MEETING = "Seminar that was cancelled", "Foire aux graines", "River meeting"


def _heading(opened: Opened) -> Locator:
    return opened.page.locator(".sse-calendar h2")


def _day(opened: Opened, date: str) -> Locator:
    return opened.page.locator(f".sse-calendar td:has(time[datetime='{date}'])")


def _button(opened: Opened, name: str) -> Locator:
    return opened.page.get_by_role("button", name=name, exact=True)


def test_the_agenda_comes_first_and_says_what_is_next(open_example: Open) -> None:
    events = open_example("events/")
    expect(events.page.locator(".sse-calendar")).to_be_hidden()
    expect(_button(events, "Agenda")).to_have_attribute("aria-pressed", "true")
    assert events.page.locator(".sse-group__title:visible").all_inner_texts() == [
        "Upcoming events 2", "2025 2", "2024 1",
    ]  # fmt: skip


def test_months_are_gone_through_by_keyboard(open_example: Open) -> None:
    events = open_example("events/")
    _button(events, "Agenda").focus()
    events.page.keyboard.press("Tab")
    events.page.keyboard.press("Enter")
    expect(_heading(events)).to_have_text("March 2026")
    expect(events.page.locator(".sse-groups")).to_be_hidden()
    assert events.query == "view=month&month=2026-03"
    _button(events, "Next month").focus()
    events.page.keyboard.press("Space")
    expect(_heading(events)).to_have_text("April 2026")
    expect(_button(events, "Next month")).to_be_focused()
    events.page.keyboard.press("Enter")
    expect(_heading(events)).to_have_text("May 2026")
    events.page.keyboard.press("Shift+Tab")
    events.page.keyboard.press("Shift+Tab")
    events.page.keyboard.press("Enter")
    expect(_heading(events)).to_have_text("April 2026")
    assert events.query == "view=month&month=2026-04"


def test_a_year_has_twelve_months_forwards_and_backwards(open_example: Open) -> None:
    events = open_example("events/?view=month&month=2025-12")
    _button(events, "Next month").click()
    expect(_heading(events)).to_have_text("January 2026")
    for _ in range(13):
        _button(events, "Previous month").click()
    expect(_heading(events)).to_have_text("December 2024")


def test_an_event_stands_on_all_its_days_in_weeks_that_begin_on_monday(open_example: Open) -> None:
    events = open_example("events/?view=month&month=2026-11")
    table = events.page.get_by_role("table", name="November 2026")
    assert table.get_by_role("columnheader").all_inner_texts() == [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    ]  # fmt: skip
    first = table.get_by_role("row").nth(1).get_by_role("cell")
    assert first.all_text_contents() == [*[""] * 6, "Sunday 1"]
    second = table.get_by_role("row").nth(2).get_by_role("cell")
    assert [cell.get_by_role("link").count() for cell in second.all()] == [0, 0, 0, 1, 1, 1, 0]
    for date in ("2026-11-05", "2026-11-06", "2026-11-07"):
        expect(_day(events, date).get_by_role("link")).to_have_text(FORUM)
    assert table.locator("time").count() == 30
    _day(events, "2026-11-06").get_by_role("link").click()
    expect(events.page.get_by_role("heading", level=1)).to_have_text(FORUM)


@pytest.mark.parametrize(
    ("month", "days"), [("2024-02", 29), ("2025-02", 28), ("2026-01", 31), ("2026-03", 31), ("2026-10", 31)]
)
def test_a_month_has_all_its_days_once(month: str, days: int, open_example: Open) -> None:
    zones = ("Pacific/Kiritimati", "America/Sao_Paulo", "Europe/Paris")
    for zone in zones:
        events = open_example(f"events/?view=month&month={month}", timezone_id=zone)
        times = events.page.locator(".sse-calendar td time")
        dates = [time.get_attribute("datetime") for time in times.all()]
        assert dates == [f"{month}-{day:02}" for day in range(1, days + 1)]


def test_an_event_without_a_fixed_day_is_named_below_the_month(open_example: Open) -> None:
    events = open_example("events/?view=month&month=2025-03")
    undated = events.page.locator(".sse-calendar__undated")
    assert undated.get_by_role("listitem").all_inner_texts() == [f"{FAIR} (March 2025)"]
    expect(undated.locator("a [lang=fr]")).to_have_text(FAIR)
    expect(events.page.locator(".sse-calendar .sse-total")).to_have_text("1 event")
    events.go("events/?view=month&month=2025-04")
    expect(undated).to_be_hidden()
    expect(events.page.locator(".sse-calendar .sse-total")).to_have_text("0 events")
    for month in ("2026-01", "2026-12"):
        events.go(f"events/?view=month&month={month}")
        assert undated.get_by_role("listitem").all_inner_texts() == [f"{WELL} Postponed (2026)"]


def test_an_event_that_is_cancelled_says_so_in_the_month(open_example: Open) -> None:
    events = open_example("events/?view=month&month=2025-09")
    expect(_day(events, "2025-09-10")).to_contain_text("Cancelled")


def test_a_month_is_chosen_from_those_with_events(open_example: Open) -> None:
    events = open_example("events/?view=month&month=2026-03")
    jump = events.page.locator(".sse-calendar select")
    assert jump.locator("option").all_inner_texts() == [
        "November 2026 (1)", "March 2026 (0)", "September 2025 (1)", "March 2025 (1)", "May 2024 (1)",
    ]  # fmt: skip
    jump.select_option("2024-05")
    expect(_heading(events)).to_have_text("May 2024")
    expect(_day(events, "2024-05-14").get_by_role("link")).to_have_text(MEETING)
    assert events.query == "view=month&month=2024-05"


def test_the_month_is_announced(open_example: Open) -> None:
    events = open_example("events/?view=month&month=2026-11")
    live = events.page.locator("[aria-live=polite][aria-atomic=true]", has=events.page.locator("h2"))
    assert live.inner_text().split("\n")[0] == "November 2026"
    expect(live).to_contain_text("2 events")


def test_today_is_marked(open_example: Open) -> None:
    events = open_example("events/?view=month", now="2026-11-06T23:30:00Z", timezone_id="Asia/Tokyo")
    assert events.page.locator("td[aria-current=date] time").get_attribute("datetime") == "2026-11-07"


def test_the_back_button_leads_from_the_month_to_the_agenda(open_example: Open) -> None:
    events = open_example("events/")
    _button(events, "Month").click()
    _button(events, "Next month").click()
    events.back()
    expect(_heading(events)).to_have_text("March 2026")
    events.back()
    expect(events.page.locator(".sse-calendar")).to_be_hidden()
    expect(_button(events, "Agenda")).to_have_attribute("aria-pressed", "true")
    assert len(events.titles()) == 5
    events.back(1)
    expect(_heading(events)).to_be_visible()
    _button(events, "Agenda").click()
    assert events.query == ""


def test_filters_hold_in_the_month_and_both_stand_in_the_address(open_example: Open) -> None:
    events = open_example("events/?view=month&month=2026-11&theme=seeds")
    expect(_day(events, "2026-11-05").get_by_role("link")).to_have_count(0)
    events.choose("theme", "water")
    expect(_day(events, "2026-11-05").get_by_role("link")).to_have_text(FORUM)
    assert events.query == "view=month&month=2026-11&theme=water"
    events.choose("theme", "seeds")
    expect(_day(events, "2026-11-05").get_by_role("link")).to_have_count(0)


@pytest.mark.parametrize("month", ["2026-13", "26-01", "x", "9999-01", "%3Cscript%3E"])
def test_a_month_that_there_is_not_is_this_month(month: str, open_example: Open) -> None:
    expect(_heading(open_example(f"events/?view=month&month={month}"))).to_have_text("March 2026")


@pytest.mark.parametrize(
    ("folder", "heading", "monday"), [("fr/", "Novembre 2026", "lun."), ("es/", "Noviembre de 2026", "lun")]
)
def test_months_and_days_are_named_in_the_language_of_the_page(
    folder: str, heading: str, monday: str, open_example: Open
) -> None:
    events = open_example(f"{folder}events/?view=month&month=2026-11")
    expect(_heading(events)).to_have_text(heading)
    expect(events.page.get_by_role("columnheader").first).to_have_text(monday)


def test_on_a_narrow_screen_days_with_events_stand_below_each_other(open_example: Open) -> None:
    events = open_example("events/?view=month&month=2026-11", viewport={"width": 320, "height": 800})
    assert events.page.locator(".sse-calendar td:visible").count() == 3
    expect(_day(events, "2026-11-05")).to_contain_text("Thursday 5")
    assert events.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_there_is_the_agenda(open_example: Open) -> None:
    events = open_example("events/?view=month", java_script_enabled=False)
    expect(events.page.locator(".sse-views")).to_be_hidden()
    expect(events.page.locator(".sse-calendar")).to_be_hidden()
    assert len(events.titles()) == 5


def test_an_event_is_to_come_until_its_last_day_is_over(open_example: Open) -> None:
    for now in ("2026-03-01T00:00:00Z", "2026-11-07T23:59:00Z"):
        events = open_example("events/", now=now)
        assert events.titles("[data-group=upcoming]") == [WELL, FORUM]
        expect(events.page.locator(".sse-card--upcoming")).to_have_count(2)


def test_an_event_that_is_over_since_the_build_stands_with_the_past(open_example: Open) -> None:
    events = open_example("events/", now="2026-11-08T00:01:00Z")
    assert events.titles("[data-group=upcoming]") == [WELL]
    assert events.titles("[data-group='2026']") == [FORUM]
    assert events.page.locator(".sse-group__title:visible").all_inner_texts()[:2] == [
        "Upcoming events 1", "2026 1",
    ]  # fmt: skip
    expect(events.page.locator(".sse-card--upcoming")).to_have_count(1)
    expect(events.total()).to_have_text("5 events")


def test_what_is_over_stands_in_order_with_the_rest_of_its_year(open_example: Open) -> None:
    events = open_example("events/", now="2027-01-01T00:01:00Z")
    assert events.titles("[data-group='2026']") == [FORUM, WELL]
    expect(events.group("upcoming")).to_contain_text("Nothing here yet.")
    assert events.titles() == [FORUM, WELL, SEMINAR, FAIR, MEETING]
    events.choose("theme", "seeds")
    expect(events.group("upcoming")).to_be_hidden()


def test_the_day_is_the_day_of_the_reader(open_example: Open) -> None:
    now = "2026-11-07T20:00:00Z"
    assert FORUM in open_example("events/", now=now).titles("[data-group=upcoming]")
    tomorrow = open_example("events/", now=now, timezone_id="Asia/Tokyo")
    assert FORUM not in tomorrow.titles("[data-group=upcoming]")


def test_an_event_with_times_is_over_at_the_moment_it_ends(blank: Open, example_address: str) -> None:
    for now, upcoming in (("2026-11-08T01:29:00Z", True), ("2026-11-08T01:31:00Z", False)):
        events = blank(example_address, now=now, timezone_id="Asia/Tokyo")
        events.page.route("**/events/", _with_a_time)
        events.go("events/")
        assert (FORUM in events.titles("[data-group=upcoming]")) == upcoming


def _with_a_time(route: Route) -> None:
    response = route.fetch()
    body = response.text()
    assert 'data-until="2026-11-07"' in body
    route.fulfill(
        response=response, body=body.replace('data-until="2026-11-07"', 'data-until="2026-11-08T01:30Z"')
    )


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("", ["2 events", "1 event", "0 events", "Nothing here yet."]),
        ("fr/", ["2 événements", "1 événement", "0 événement", "Aucun élément pour le moment."]),
        ("es/", ["2 eventos", "1 evento", "0 eventos", "Aún no hay contenido."]),
    ],
)
def test_what_is_over_leaves_the_list_of_the_next_events(
    folder: str, words: list[str], open_example: Open
) -> None:
    for now, total in zip(("2026-11-07", "2026-11-08", "2027-01-01"), words, strict=False):
        home = open_example(folder, now=f"{now}T12:00:00Z")
        listed = home.page.locator(".sse-list", has=home.page.locator(".sse-total")).first
        expect(listed.locator(".sse-total")).to_have_text(total)
        assert listed.locator(".sse-card:visible").count() == int(total[0])
        none = listed.get_by_text(words[3])
        expect(none).to_be_visible() if total == words[2] else expect(none).to_be_hidden()


def test_an_event_on_other_pages_is_no_longer_marked_as_to_come(open_example: Open) -> None:
    for now, marked in (("2026-11-07", 1), ("2026-11-08", 0)):
        theme = open_example("countries/cl/", now=f"{now}T12:00:00Z")
        assert FORUM in theme.titles("main")
        expect(theme.page.locator(".sse-card--upcoming")).to_have_count(marked)


def test_nobody_registers_for_what_is_over(open_example: Open) -> None:
    path = "events/2026-11-05-river-forum/"
    register, over = "Register", "The date of this event has passed."
    before = open_example(path, now="2026-11-07T12:00:00Z").page
    expect(before.get_by_role("link", name=register)).to_be_visible()
    expect(before.get_by_text(over)).to_be_hidden()
    after = open_example(path, now="2026-11-08T12:00:00Z").page
    expect(after.get_by_role("link", name=register)).to_be_hidden()
    expect(after.get_by_text(over)).to_be_visible()


MEETING_PAGE = "events/2024-05-14-river-meeting/"


@pytest.mark.parametrize(
    ("zone", "times"),
    [
        ("Asia/Tokyo", "16:30–18:00 (your time zone: Japan Standard Time)"),
        ("America/Los_Angeles", "00:30–02:00 (your time zone: Pacific Daylight Time)"),
        ("Asia/Kolkata", "13:00–14:30 (your time zone: India Standard Time)"),
    ],
)
def test_times_are_shown_in_the_zone_of_the_reader_on_request(
    zone: str, times: str, open_example: Open
) -> None:
    event = open_example(MEETING_PAGE, timezone_id=zone)
    shown = event.page.locator(".sse-times [aria-live]")
    expect(shown).to_have_text("09:30–11:00 (Geneva time)")
    _button(event, "Show in my time zone").click()
    expect(shown).to_have_text(times)
    back = _button(event, "Show in the time zone of the event")
    expect(back).to_be_focused()
    event.page.keyboard.press("Enter")
    expect(shown).to_have_text("09:30–11:00 (Geneva time)")
    expect(_button(event, "Show in my time zone")).to_be_focused()


def test_a_time_on_another_day_names_the_day(open_example: Open) -> None:
    event = open_example(MEETING_PAGE, timezone_id="Pacific/Honolulu")
    _button(event, "Show in my time zone").click()
    times = event.page.locator(".sse-times time").all_inner_texts()
    assert ["13 May" in time for time in times] == [True, True]
    assert times[0].endswith("21:30")
    assert times[1].endswith("23:00")


def test_times_are_said_in_the_language_of_the_page(open_example: Open) -> None:
    event = open_example(f"fr/{MEETING_PAGE}", timezone_id="Asia/Tokyo")
    _button(event, "Afficher dans mon fuseau horaire").click()
    said = event.page.locator(".sse-times [aria-live]").inner_text().replace("\u00a0", " ")
    assert said == "16:30–18:00 (votre fuseau horaire : heure normale du Japon)"


@pytest.mark.parametrize("zone", ["Europe/Zurich", "Europe/Paris", "Africa/Johannesburg"])
def test_nothing_is_offered_where_the_clocks_agree(zone: str, open_example: Open) -> None:
    expect(open_example(MEETING_PAGE, timezone_id=zone).page.locator(".sse-times button")).to_be_hidden()


def test_without_scripts_times_stay_at_the_place(open_example: Open) -> None:
    event = open_example(MEETING_PAGE, java_script_enabled=False, timezone_id="Asia/Tokyo")
    expect(event.page.locator(".sse-times")).to_contain_text("09:30–11:00 (Geneva time)")
    expect(event.page.locator(".sse-times button")).to_be_hidden()
