"""Where calendars are: `calendars/theme/policy.ics`, `events/<id>.ics`."""

from __future__ import annotations

from collections.abc import Iterable

from untfsse.calendars.spans import is_dated
from untfsse.graph import Graph
from untfsse.links import page_path


def calendar_path(language: str, name: str) -> str:
    """Return the path of the calendar of a group, by its name."""
    return f"{page_path(language)}calendars/{name}.ics"


def event_path(language: str, id_: str) -> str:
    """Return the path of the file of one event."""
    return f"{page_path(language)}events/{id_}.ics"


def calendar_of(graph: Graph, language: str, name: str, ids: Iterable[str]) -> str:
    """Return the path of the calendar that holds the events `ids`; empty where it would be empty."""
    events = graph.records["events"]
    return calendar_path(language, name) if any(is_dated(events[id_]) for id_ in ids) else ""
