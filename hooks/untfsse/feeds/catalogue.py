"""Which feeds there are in one language, and what each holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import NamedTuple

from untfsse.changes import Revision
from untfsse.groups import Group, group_path, groups
from untfsse.links import page_path
from untfsse.prose import Prose, is_story
from untfsse.records.dates import When
from untfsse.selection import Index, date_of
from untfsse.store import path_of
from untfsse.views import hub
from untfsse.views.base import Said, plain
from untfsse.views.reader import Reader

LIMIT = 30
"""How many entries a feed holds: more than change in a month, and a file that may be fetched every hour."""

NEWS = "news"
_WHOLE = ("events", "publications")
"""Kinds of records that have a feed of their own."""

_TOPICAL = ("events", "publications", "projects")
"""Kinds of records in the feeds of themes and goals."""

_PAGES = {"theme": "themes", "sdg": "sdgs"}
"""Facet → first part of the address of its pages."""


class Item(NamedTuple):
    """A record or a news story; the one changed last is the greatest."""

    moment: datetime
    """When it was changed last, in UTC, to the second."""

    day: str
    """Its own date, ISO 8601, which decides between those of one change."""

    kind: str
    """Kind of record, or `news`."""

    id: str

    @property
    def name(self) -> str:
        """The name of its page."""
        return f"{self.kind}/{self.id}"


@dataclass(frozen=True)
class Feed:
    """One feed in one language."""

    name: str
    """`events`, `theme/policy`, `sdg/8`."""

    title: Said
    """What it is about."""

    about: str
    """What it holds, in a sentence."""

    page: str
    """Path of the page that shows the same."""

    announced_on: tuple[str, ...]
    """Names of the pages whose heads lead to it."""

    items: tuple[Item, ...]
    """The newest change first; never empty, since a feed must say when it was changed (RFC 4287, 4.2.15)."""

    def path(self, language: str, ending: str) -> str:
        """Return the path of its file; `ending` is `atom` or `json`."""
        return f"{page_path(language)}feeds/{self.name}.{ending}"


def catalogue(
    reader: Reader,
    index: Index,
    revisions: Mapping[str, Revision],
    written: Mapping[str, Prose],
    shown: Callable[[str], Prose | None],
) -> tuple[Feed, ...]:
    """Return every feed that has something to tell.

    `written` are the pages of this language by name; `shown` gives the prose that stands on the page of
    a record. What neither the history nor its own date puts in time is left out: `updated` must be true.
    """
    items = {kind: _records(reader, revisions, kind, shown) for kind in _TOPICAL}
    stories = (_story(name, page, revisions) for name, page in written.items() if is_story(name))
    held: dict[str, list[Item]] = defaultdict(list, {NEWS: [one for one in stories if one]})
    shapes = {NEWS: Group(NEWS, "", "", ())}
    for kind in _TOPICAL:
        for group in groups(index, kind, *_PAGES):
            if group.facet or kind in _WHOLE:
                shapes.setdefault(group.name, group)
                held[group.name] += [items[kind][id_] for id_ in group.ids if id_ in items[kind]]
    return tuple(_feed(reader, group, held[name]) for name, group in shapes.items() if held[name])


def announced(feeds: Iterable[Feed], page: str) -> Iterator[Feed]:
    """Yield the feeds that the head of a page leads to."""
    return (feed for feed in feeds if page in feed.announced_on)


def _feed(reader: Reader, group: Group, items: list[Item]) -> Feed:
    t = reader.strings
    on: tuple[str, ...] = ("index", f"{group.kind}/index")
    title, about = plain(t(f"kind.{group.kind}")), f"feed.{group.kind}"
    if group.facet:
        kind = _PAGES[group.facet]
        title, about, on = hub.named(reader, kind, group.value)[0], f"feed.{kind}", (f"{kind}/{group.value}",)
    newest = tuple(sorted(items, reverse=True)[:LIMIT])
    return Feed(group.name, title, t(about), group_path(reader, group), on, newest)


def _records(
    reader: Reader, revisions: Mapping[str, Revision], kind: str, shown: Callable[[str], Prose | None]
) -> dict[str, Item]:
    found = {}
    for id_, record in reader.graph.records[kind].items():
        prose, when = shown(f"{kind}/{id_}"), date_of(record)
        files = [path_of(kind, id_), *([prose.file] if prose else [])]
        moment = _moment(files, when, revisions)
        if moment:
            found[id_] = Item(moment, str(when or ""), kind, id_)
    return found


def _story(name: str, page: Prose, revisions: Mapping[str, Revision]) -> Item | None:
    when = page.top.date if page.top else None
    moment = _moment([page.file], when, revisions)
    return Item(moment, str(when or ""), NEWS, name.removeprefix(f"{NEWS}/")) if moment else None


def _moment(files: list[str], when: When | None, revisions: Mapping[str, Revision]) -> datetime | None:
    """The last change of any of `files`; where there is no history, the first moment of `when`."""
    known = [revisions[file].moment for file in files if file in revisions]
    if known:
        return max(known)
    return datetime.combine(when.first, time.min, UTC) if when else None
