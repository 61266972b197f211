"""What calendars say about an event in one language (VEVENT; RFC 5545, section 3.6.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import cache

from untfsse.calendars.descriptions import STATUSES, describe
from untfsse.calendars.identity import Edition
from untfsse.calendars.lines import block, line, text
from untfsse.calendars.spans import Span
from untfsse.geography.points import Degrees, city_point
from untfsse.links import absolute
from untfsse.records.event import Event
from untfsse.views.base import plain
from untfsse.views.reader import Reader

_UTC = "%Y%m%dT%H%M%SZ"
_CONFIRMED = "confirmed"


def entry(reader: Reader, id_: str, uid: str, span: Span, edition: Edition | None, site_url: str) -> bytes:
    """Return an event as a component, lines folded, with everything that depends on its record only.

    Without an edition (no history of the files), its first day stands for the moment of the last change,
    so that the bytes do not depend on when they were written.
    """
    event = reader.graph.records["events"][id_]
    assert isinstance(event, Event)
    first = span.start.date() if isinstance(span.start, datetime) else span.start
    moment = edition.moment if edition else datetime.combine(first, time.min, UTC)
    lines = [
        line("UID", uid),
        line("DTSTAMP", moment.strftime(_UTC)),
        *_changed(edition),
        *_when(span),
        line("STATUS", STATUSES.get(event.status, "CONFIRMED")),
        *([] if span.exact and event.status == _CONFIRMED else [line("TRANSP", "TRANSPARENT")]),
        _summary(reader, id_, event),
        line("DESCRIPTION", text(describe(reader, id_, event, span, site_url)), _in(reader.language)),
        *_where(reader, id_, event),
        *_categories(reader, id_, event),
        line("URL", absolute(reader.path("events", id_), site_url)),
    ]
    return block("VEVENT", lines)


def _changed(edition: Edition | None) -> Iterator[bytes]:
    if edition:
        yield line("LAST-MODIFIED", edition.moment.strftime(_UTC))
        yield line("SEQUENCE", str(edition.sequence))


def _when(span: Span) -> Iterator[bytes]:
    yield _moment("DTSTART", span.start, span.zone)
    if span.end:
        yield _moment("DTEND", span.end, span.zone)


def _moment(name: str, when: date | datetime, zone: str) -> bytes:
    if isinstance(when, datetime):
        return line(name, when.strftime("%Y%m%dT%H%M%S"), f"TZID={zone}")
    return line(name, when.strftime("%Y%m%d"), "VALUE=DATE")


def _summary(reader: Reader, id_: str, event: Event) -> bytes:
    """The title; with a word on its state where it is not sure to take place: few programs show STATUS."""
    title, tag = reader.card("events", id_).title, reader.card("events", id_).tag
    if tag is None:
        return line("SUMMARY", text(title.plain), _in(title.language or reader.language))
    words = reader.strings("calendars.title", status=tag.plain, title=title.plain)
    return line("SUMMARY", text(words), "" if title.language else _in(reader.language))


def _where(reader: Reader, id_: str, event: Event) -> Iterator[bytes]:
    """The place as pages name it; GEO where its city is known, which is as near as records go."""
    place = event.place
    if place is None:
        if event.mode == "online":
            yield line("LOCATION", text(reader.label("event-modes", event.mode)), _in(reader.language))
        return
    parts = [one.words for one in reader.card("events", id_).more]
    other = any(part.language for part in parts)
    yield line(
        "LOCATION", text(", ".join(part.plain for part in parts)), "" if other else _in(reader.language)
    )
    city = place.city
    names = () if city is None else (city,) if isinstance(city, str) else tuple(dict(city).values())
    if where := _point(place.country, names):
        longitude, latitude = where
        yield line("GEO", f"{latitude:.6f};{longitude:.6f}")


@cache
def _point(country: str, names: tuple[str, ...]) -> Degrees | None:
    """Where a city is: the same in every language, and of many events."""
    return city_point(country, names)


def _categories(reader: Reader, id_: str, event: Event) -> Iterator[bytes]:
    """Kind and themes, a line for each language they are in."""
    themes = (one.words for one in reader.themes(event.themes))
    by_language: defaultdict[str, list[str]] = defaultdict(list)
    for said in (plain(reader.card("events", id_).kind_label), *themes):
        by_language[said.language or reader.language].append(text(said.plain))
    for language, words in by_language.items():
        yield line("CATEGORIES", ",".join(words), _in(language))


def _in(language: str) -> str:
    return f"LANGUAGE={language}"
