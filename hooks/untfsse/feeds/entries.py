"""What a feed tells of one record or news story, whatever its format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import NamedTuple

from markupsafe import escape

from untfsse.feeds.catalogue import NEWS, Item
from untfsse.feeds.content import portable
from untfsse.feeds.tags import scheme, tag
from untfsse.links import absolute
from untfsse.records import Publication, Record
from untfsse.records.dates import When
from untfsse.site import Site
from untfsse.views import story
from untfsse.views.base import Card, Said
from untfsse.views.reader import Reader


class Category(NamedTuple):
    """A value of a closed list."""

    term: str
    scheme: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A record or a story; all addresses are whole."""

    id: str
    """Tag URI."""

    address: str
    """The page in the language of the feed."""

    language: str
    """The language it was written in, where the page is not really in that of the feed; else empty."""

    title: Said
    summary: Said
    """Plain words for a list of entries: of an event, date and place above all."""

    html: str
    """The whole text."""

    updated: str
    """RFC 3339, UTC."""

    published: str
    """The same for what says on which day it was made public, else empty."""

    others: tuple[tuple[str, str], ...]
    """Language and address of the page in other languages in which it really exists."""

    authors: tuple[str, ...]
    """Of a publication; else it is the task force."""

    categories: tuple[Category, ...]


class Entries:
    """Makes the entries of one language."""

    def __init__(self, site: Site, language: str) -> None:
        self._site = site
        self._language = language
        self._tongue = site.tongue(language)
        self._reader: Reader = self._tongue.reader

    def entry(self, item: Item) -> Entry:
        """Return what is told of a record or story."""
        return self._story(item) if item.kind == NEWS else self._record(item)

    def _record(self, item: Item) -> Entry:
        view = self._reader.view(item.kind, item.id)
        record: Record = view.record
        body = self._tongue.bodies.get(item.name, "")
        return self._entry(
            item,
            view.title,
            _summary(view),
            str(self._tongue.fragments.render("feeds/record", view=view, prose=body)),
            record.date if isinstance(record, Publication) else None,
            tuple(one.words.plain for one in view.more) if item.kind == "publications" else (),
            _categories(self._reader, item.kind, record, view.kind_label),
        )

    def _story(self, item: Item) -> Entry:
        page = self._site.checked.prose[self._language][item.name]
        assert page.top is not None
        view = story.make(self._reader, page)
        body = self._tongue.bodies.get(item.name, "")
        words = self._tongue.fragments.render("feeds/story", view=view, prose=body)
        category = Category(NEWS, scheme("kinds"), self._reader.strings("kind.news"))
        return self._entry(item, view.title, view.summary, str(words), page.top.date, (), (category,))

    def _entry(
        self,
        item: Item,
        title: Said,
        summary: Said,
        markup: str,
        published: When | None,
        authors: tuple[str, ...],
        categories: Iterable[Category],
    ) -> Entry:
        site, path = self._site, self._reader.path(item.kind, item.id)
        pages = site.alternates(item.name, self._language)
        others = [(one.language, one.path) for one in pages if one.exists and not one.current]
        here = any(one.exists for one in pages if one.current)
        return Entry(
            id=tag(self._language, item.name),
            address=absolute(path, site.site_url),
            language="" if here else title.language or "",
            title=title,
            summary=summary,
            html=portable(markup, path, site.site_url),
            updated=rfc3339(item.moment),
            published=_published(published),
            others=tuple((language, absolute(other, site.site_url)) for language, other in others),
            authors=authors,
            categories=tuple(categories),
        )


def rfc3339(moment: datetime) -> str:
    """Return a moment in UTC as RFC 3339 writes it: `2026-11-22T02:10:07Z`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _published(when: When | None) -> str:
    """The first moment of the day in UTC; nothing where only the month or year is known."""
    if when is None or when.precision not in ("day", "minute"):
        return ""
    return rfc3339(datetime.combine(when.first, time.min, UTC))


def _summary(view: Card) -> Said:
    """Kind, state, date and place, then the summary, unless it is in another language."""
    place = [one.words.plain for one in view.more] if view.kind == "events" else []
    state = view.tag.plain if view.tag else ""
    head = ", ".join(filter(None, (view.kind_label, state, view.when, *place)))
    own = view.summary.plain if view.summary and not view.summary.language else ""
    words = f"{head}. {own}".strip()
    return Said(escape(words), None, words)


def _categories(reader: Reader, kind: str, record: Record, label: str) -> Iterator[Category]:
    yield Category(kind, scheme("kinds"), reader.strings(f"kind.{kind}"))
    list_ = f"{kind.removesuffix('s')}-kinds"
    yield Category(getattr(record, "kind", ""), scheme(list_), label)
    for id_ in getattr(record, "themes", ()):
        yield Category(id_, scheme("themes"), reader.label("themes", id_))
    for goal in sorted(getattr(record, "sdgs", ()), key=int):
        title = reader.label("sdgs", goal)
        yield Category(goal, scheme("sdgs"), reader.strings("goal.title", number=goal, title=title))
