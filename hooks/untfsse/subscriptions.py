"""Everything one can subscribe to in one language: calendars of events, and feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from untfsse.calendars.catalogue import calendars
from untfsse.feeds.catalogue import Feed
from untfsse.groups import AREA, Group, group_path, group_title
from untfsse.links import absolute, page_path
from untfsse.selection import Index, sort_key
from untfsse.views import hub
from untfsse.views.base import Linked, plain
from untfsse.views.reader import Reader

SECTIONS = {
    "all": "subscribe.all",
    "theme": "kind.themes",
    "sdg": "kind.sdgs",
    "kind": "subscribe.kinds",
    AREA: "subscribe.areas",
    "member": "kind.members",
}
"""Facet → key of its heading, in the order of the page: what most readers want first."""

FORMATS = ("calendar", "atom", "json")


class Address(NamedTuple):
    """One file to subscribe to."""

    format: str
    """`calendar`, `atom` or `json`."""

    mark: str
    """Its id on the page, by which a button copies it."""

    path: str
    full: str


class Row(NamedTuple):
    """One subject."""

    subject: Linked
    """What it is, and the page that shows the same; of an area, also its plan."""

    addresses: tuple[Address, ...]


class Section(NamedTuple):
    """Subjects of one sort."""

    title: str

    rows: tuple[Row, ...]


class _Subject(NamedTuple):
    linked: Linked
    files: dict[str, str]
    """Format → path from the root."""


def make(reader: Reader, index: Index, feeds: Iterable[Feed], site_url: str) -> tuple[Section, ...]:
    """Return the sections that have anything; `site_url` ends with `/`."""
    found: dict[str, dict[str, _Subject]] = {key: {} for key in SECTIONS}
    for feed in feeds:
        files = {one: feed.path(reader.language, one) for one in ("atom", "json")}
        found[_section(feed.name)][feed.name] = _Subject(Linked(feed.title, feed.page), files)
    for group in calendars(index):
        subjects = found[_section(group.name)]
        subject = subjects.setdefault(group.name, _Subject(_linked(reader, group), {}))
        subject.files["calendar"] = f"{page_path(reader.language)}calendars/{group.name}.ics"
    marks = (f"file-{number}" for number in count(1))
    return tuple(
        Section(reader.strings(SECTIONS[key]), tuple(_rows(_in_order(key, subjects), marks, site_url)))
        for key, subjects in found.items()
        if subjects
    )


def _section(name: str) -> str:
    return name.partition("/")[0] if "/" in name else "all"


def _linked(reader: Reader, group: Group) -> Linked:
    if group.facet == AREA:
        return reader.areas([group.value])[0]
    if group.facet == "sdg":
        title = hub.named(reader, "sdgs", group.value)[0]
    else:
        title = group_title(reader, group) or plain(reader.strings(f"kind.{group.kind}"))
    return Linked(title, group_path(reader, group))


def _in_order(key: str, subjects: dict[str, _Subject]) -> Sequence[_Subject]:
    """As they came for all, by number for goals, those of the newest plan first for areas, else by name."""
    if key == "all":
        return list(subjects.values())
    if key == "sdg":
        return [subjects[name] for name in sorted(subjects, key=lambda name: int(name.partition("/")[2]))]
    if key == AREA:
        return [
            subjects[name] for name in sorted(subjects, key=lambda name: name.split("/")[1], reverse=True)
        ]
    return sorted(subjects.values(), key=lambda one: sort_key(one.linked.words.plain))


def _rows(subjects: Iterable[_Subject], marks: Iterator[str], site_url: str) -> Iterator[Row]:
    for linked, files in subjects:
        there = ((one, files[one]) for one in FORMATS if one in files)
        addresses = (Address(one, next(marks), path, absolute(path, site_url)) for one, path in there)
        yield Row(linked, tuple(addresses))
