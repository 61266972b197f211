"""An event (schema.org/Event; required and recommended: Google Search Central, Event)."""

from __future__ import annotations

from collections.abc import Mapping

from untfsse.records.dates import When
from untfsse.records.event import Event
from untfsse.structured_data.nodes import Node, Pen, node

STATUSES: Mapping[str, str] = {
    "confirmed": "EventScheduled",
    "expected": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
MODES: Mapping[str, str] = {
    "in-person": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
_SCHEMA = "https://schema.org/"


def make(pen: Pen, id_: str) -> Node:
    """Return the event `id_`: as precise as its dates are known, with offset where times are."""
    event = pen.reader.graph.records["events"][id_]
    assert isinstance(event, Event)
    mode, status = MODES.get(event.mode or ""), STATUSES.get(event.status)
    return node(
        "Event",
        name=pen.reader.card("events", id_).title.plain,
        startDate=_iso(event, event.start),
        endDate=_iso(event, event.end) if event.end else "",
        eventStatus=_SCHEMA + status if status else "",
        eventAttendanceMode=_SCHEMA + mode if mode else "",
        location=_where(pen, id_, event),
        organizer=pen.bodies(event.organisers),
        inLanguage=list(event.languages),
    )


def _iso(event: Event, when: When) -> str:
    return event.moment(when).isoformat(timespec="minutes") if when.exact else str(when)


def _where(pen: Pen, id_: str, event: Event) -> list[Node]:
    """The place; for what is online, where one takes part or watches it.

    Where that is not known, and there is no place either, it is the page that tells of the event.
    """
    found = [pen.place(event.place)] if event.place else []
    if event.mode in ("online", "hybrid"):
        registration = event.registration.url if event.registration else None
        recording = next((link.url for link in event.links if link.kind == "recording"), None)
        url = registration or recording or ("" if found else pen.reader.path("events", id_))
        if url:
            found.append(node("VirtualLocation", url=pen.address(url)))
    return found
