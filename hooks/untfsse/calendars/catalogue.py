"""Which calendars there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from untfsse.calendars.spans import is_dated
from untfsse.groups import AREA, Group, groups
from untfsse.selection import Index

FACETS = ("kind", "member", "theme", "sdg", AREA)
"""What one can subscribe to the events of, all events apart."""


def calendars(index: Index) -> Iterator[Group]:
    """Yield the groups of events that have a calendar, each with the events that stand in it."""
    events = index.graph.records["events"]
    for group in groups(index, "events", *FACETS):
        if ids := tuple(id_ for id_ in group.ids if is_dated(events[id_])):
            yield replace(group, ids=ids)
