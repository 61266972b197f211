"""What calendars tell about an event in words, where they have no other place for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from untfsse.calendars.spans import Span
from untfsse.dates import say_when
from untfsse.links import absolute
from untfsse.names import language_name
from untfsse.records.base import Party
from untfsse.records.event import Event
from untfsse.views.base import Said
from untfsse.views.reader import Reader

STATUSES = {"cancelled": "CANCELLED", "postponed": "TENTATIVE", "expected": "TENTATIVE"}
"""State of an event → STATUS; any other is CONFIRMED."""


def describe(reader: Reader, id_: str, event: Event, span: Span, site_url: str) -> str:
    """Return plain text in paragraphs: doubts about the date first, the address of the page last."""
    t, card = reader.strings, reader.card("events", id_)
    parts = [
        t(f"calendars.{event.status}") if event.status in STATUSES else None,
        None if span.exact else t("calendars.month", when=card.when),
        card.summary,
        reader.say(event.note, event.original_language),
        "\n".join(t("calendars.line", label=label, value=value) for label, value in _facts(reader, event)),
        t("calendars.page", address=absolute(card.path, site_url)),
    ]
    return "\n\n".join(_told(reader, part) for part in parts if part)


def _told(reader: Reader, part: Said | str) -> str:
    """Words, with the name of their language where it is not that of the calendar."""
    if isinstance(part, str):
        return part
    if part.language is None:
        return part.plain
    name = language_name(part.language, reader.language)
    return f"{part.plain} ({reader.strings('language.in', language=name)})"


def _facts(reader: Reader, event: Event) -> Iterator[tuple[str, str]]:
    """Yield label and value of what the other properties of a calendar have no place for."""
    t = reader.strings
    if event.organisers:
        yield t("event.organisers"), _names(reader, event.organisers)
    if event.partners:
        yield t("event.partners"), _names(reader, event.partners)
    if event.mode:
        yield t("event.mode"), reader.label("event-modes", event.mode)
    if event.languages:
        yield t("event.languages"), reader.languages_said(event.languages)
    if event.registration and event.registration.deadline:
        yield t("event.deadline"), say_when(event.registration.deadline, reader.language)
    if event.registration and event.registration.url:
        yield t("event.register"), event.registration.url


def _names(reader: Reader, parties: Iterable[Party]) -> str:
    return ", ".join(one.words.plain for one in reader.parties(parties))
