"""An event as one language shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from untfsse.calendars.addresses import event_path
from untfsse.calendars.spans import is_dated
from untfsse.dates import say_interval, say_time, say_when
from untfsse.graph import Ref
from untfsse.names import zone_name
from untfsse.records.event import Event, Link
from untfsse.views.base import Card, Linked, Moment, Times, View, facts, plain
from untfsse.views.reader import Reader


@dataclass(frozen=True, kw_only=True)
class EventView(View):
    """An event: when, where, by whom, and what came of it."""

    status: str
    registration: Linked | None
    calendar: str
    """Path of its file for calendars, while it is to come."""

    links: tuple[Linked, ...]
    publications: tuple[Card, ...]
    projects: tuple[Card, ...]


def card(reader: Reader, id_: str, event: Event) -> Card:
    """Return an event as lists show it."""
    said = event.status != "confirmed"
    upcoming = (event.end or event.start).last >= reader.today
    return Card(
        **reader.listed("events", id_, event),
        kind_label=reader.label("event-kinds", event.kind),
        when=say_interval(event.start, event.end, reader.language),
        when_iso=str(event.start),
        tag=plain(reader.label("event-statuses", event.status)) if said else None,
        tag_kind=event.status if said else "",
        summary=reader.say(event.summary, event.original_language),
        more=_place(reader, event),
        upcoming=upcoming,
        until=_iso(event.until) if upcoming else "",
    )


def make(reader: Reader, id_: str, event: Event) -> EventView:
    """Return an event as its own page shows it."""
    t, here = reader.strings, Ref("events", id_)
    paged = reader.paged("events", id_, event)
    areas = dict.fromkeys((*event.areas, *reader.graph.sources(here, "areas")))
    role, until = event.task_force_role, event.registration and event.registration.deadline
    return EventView(
        **paged,
        status=event.status,
        facts=facts(
            (t("event.when"), [paged["when"]]),
            (t("event.time"), _times(reader, event)),
            (t("event.where"), paged["more"]),
            (t("event.mode"), [reader.label("event-modes", event.mode) if event.mode else None]),
            (t("event.organisers"), reader.parties(event.organisers)),
            (t("event.partners"), reader.parties(event.partners)),
            (
                t("event.task-force-role"),
                [reader.label("task-force-roles", role) if role else None],
            ),
            (t("event.languages"), [reader.languages_said(event.languages)]),
            (t("event.participation"), [reader.say(event.participation, event.original_language)]),
            (t("event.deadline"), [say_when(until, reader.language) if until else None]),
            (t("record.countries"), [reader.country(code) for code in event.countries]),
            (t("record.areas"), reader.areas(areas)),
        ),
        registration=_registration(reader, event),
        calendar=event_path(reader.language, id_) if paged["upcoming"] and is_dated(event) else "",
        links=tuple(_link(reader, link) for link in event.links),
        publications=reader.related("publications", event.publications, here),
        projects=reader.related("projects", event.projects, here),
    )


def _iso(until: date | datetime) -> str:
    return until.strftime("%Y-%m-%dT%H:%MZ") if isinstance(until, datetime) else until.isoformat()


def _times(reader: Reader, event: Event) -> Times | None:
    known = [when for when in (event.start, event.end) if when and when.exact]
    if not known or not event.timezone:
        return None
    moments = (event.moment(when) for when in known)
    said = tuple(Moment(one.isoformat(timespec="minutes"), say_time(one, reader.language)) for one in moments)
    own = f"zone.{event.timezone.replace('/', '-').lower()}"  # Geneva keeps the time of the zone of Zurich
    zone = reader.strings(own) if reader.strings.has(own) else zone_name(event.timezone, reader.language)
    return Times(said, reader.strings("event.zone", zone=zone))


def _link(reader: Reader, link: Link) -> Linked:
    words = reader.say(link.title) or plain(reader.label("link-kinds", link.kind))
    language = plain(reader.languages_said([link.language])) if link.language else None
    return Linked(words, link.url, language)


def _place(reader: Reader, event: Event) -> tuple[Linked, ...]:
    if event.place is None:
        return ()
    parts = [reader.say(event.place.venue), reader.say(event.place.city)]
    return (*(Linked(part, None) for part in parts if part), reader.country(event.place.country))


def _registration(reader: Reader, event: Event) -> Linked | None:
    if event.registration is None or event.registration.url is None:
        return None
    return Linked(plain(reader.strings("event.register")), event.registration.url)
