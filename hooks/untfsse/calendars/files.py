"""Writes the calendars: one for all events, one for each group of them, and one for each event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from untfsse.calendars.addresses import calendar_path, event_path
from untfsse.calendars.catalogue import calendars
from untfsse.calendars.entries import entry
from untfsse.calendars.identity import Edition, edition, first_name, former_names, uid
from untfsse.calendars.lines import block, line, text
from untfsse.calendars.spans import Span, span_of
from untfsse.calendars.zones import vtimezone
from untfsse.foreign import Foreign
from untfsse.groups import Group, group_path, group_title
from untfsse.languages import SOURCE
from untfsse.links import absolute
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.records.event import Event
from untfsse.redirects import Redirect
from untfsse.site import Site
from untfsse.views.reader import Reader
from untfsse.writing import put


class _Kept(NamedTuple):
    """What is the same of an event in all languages."""

    id: str
    uid: str
    span: Span
    edition: Edition | None
    former: tuple[str, ...]
    """Names under which its file is kept too, for those who have the address."""


def write(folder: Path, site: Site) -> None:
    """Write the calendars of every language into `folder`."""
    kept = {one.id: one for one in _events(site)}
    groups = list(calendars(site.index))
    for language in LANGUAGES:
        reader = site.tongue(language).reader
        entries = {
            one.id: entry(reader, one.id, one.uid, one.span, one.edition, site.site_url)
            for one in kept.values()
        }
        for one in kept.values():
            content = _object(site, reader, [], [one], entries)
            for id_ in (one.id, *one.former):
                put(folder / event_path(language, id_), content)
        for group in groups:
            events = [kept[id_] for id_ in group.ids]
            about = _about(site, reader, group, events)
            content = _object(site, reader, about, events, entries)
            for name in (group.name, *_former_groups(site, group)):
                put(folder / calendar_path(language, name), content)


def _events(site: Site) -> Iterator[_Kept]:
    redirects = [one for one in site.checked.redirects if one.language == DEFAULT]
    for id_, event in site.graph.records["events"].items():
        assert isinstance(event, Event)
        if span := span_of(event):
            page = f"events/{id_}"
            yield _Kept(
                id_,
                uid(first_name(redirects, page).removeprefix("events/")),
                span,
                edition(site.revisions, redirects, id_),
                tuple(name.removeprefix("events/") for name in former_names(redirects, page)),
            )


def _former_groups(site: Site, group: Group) -> Iterator[str]:
    """Yield the names a group had when its page had another address: readers go on asking for them."""
    if group.facet in ("", "kind"):
        return
    page = group_path(site.tongue(DEFAULT).reader, group).rstrip("/")
    hub = page.removesuffix(group.value)
    redirects: Iterable[Redirect] = (one for one in site.checked.redirects if one.language == DEFAULT)
    for name in former_names(redirects, page):
        yield f"{group.facet}/{name.removeprefix(hub)}"


def _object(
    site: Site, reader: Reader, about: Iterable[bytes], events: list[_Kept], entries: dict[str, bytes]
) -> bytes:
    """Return a whole file: what it is about, the zones of its times, its events."""
    return block(
        "VCALENDAR",
        (
            line("VERSION", "2.0"),
            line("PRODID", f"-//{text(site.acronym)}//Events//{reader.language.upper()}"),
            line("CALSCALE", "GREGORIAN"),
            *about,
            *_zones(events),
            *(entries[one.id] for one in events),
        ),
    )


def _zones(events: Iterable[_Kept]) -> Iterator[bytes]:
    """Yield the zones that times are given in, each for the years it is needed for."""
    years: dict[str, set[int]] = {}
    for one in events:
        if one.span.zone:
            last = one.span.end or one.span.start
            years.setdefault(one.span.zone, set()).update((one.span.start.year, last.year))
    for zone in sorted(years):
        yield vtimezone(zone, min(years[zone]), max(years[zone]))


def _about(site: Site, reader: Reader, group: Group, events: Iterable[_Kept]) -> Iterator[bytes]:
    """Yield what a calendar says of itself, for RFC 7986 and for programs that are older."""
    t = reader.strings
    title = group_title(reader, group)
    words = title.plain if title else t("kind.events")
    name = t("calendars.name", site=site.acronym, title=words)
    page = absolute(group_path(reader, group), site.site_url)
    description = t("calendars.description", address=page)
    yield line("NAME", text(name), "" if title and title.language else _in(name, reader))
    yield line("X-WR-CALNAME", text(name))
    yield line("DESCRIPTION", text(description), _in(description, reader))
    yield line("X-WR-CALDESC", text(description))
    yield line("URL", page)
    address = absolute(calendar_path(reader.language, group.name), site.site_url)
    yield line("SOURCE", address, "VALUE=URI")
    yield line("REFRESH-INTERVAL", "P1D", "VALUE=DURATION")
    yield line("X-PUBLISHED-TTL", "P1D")
    if changed := [one.edition.moment for one in events if one.edition]:
        yield line("LAST-MODIFIED", f"{max(changed):%Y%m%dT%H%M%SZ}")


def _in(words: str, reader: Reader) -> str:
    """Return which language interface words are in."""
    return f"LANGUAGE={SOURCE if isinstance(words, Foreign) else reader.language}"
