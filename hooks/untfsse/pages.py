"""Every page that is made from records, in one language: its address, its head and its HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from markupsafe import Markup

from untfsse.citations.cited import Cited
from untfsse.dates import say_day
from untfsse.fragments import Fragments
from untfsse.locales import LANGUAGES
from untfsse.records import Plan, Record
from untfsse.records.plan import Area
from untfsse.repository import Repository
from untfsse.selection import HUBS, Index
from untfsse.store import path_of
from untfsse.views import hub
from untfsse.views.base import Linked, Said, description, plain, say
from untfsse.views.member import ACTIVITIES, is_long, took_part
from untfsse.views.older import OlderView
from untfsse.views.plan import make_area
from untfsse.views.reader import Reader


class Html(Protocol):
    """Makes a page."""

    def __call__(self, prose: Markup, fragments: Fragments | None = None) -> Markup:
        """Return the page with the prose that belongs to it; `fragments` are the usual ones unless given."""


@dataclass(frozen=True)
class RecordPage:
    """A page to be made."""

    name: str
    """Address without the language, and without the last `/`: `events/<id>`."""

    title: Said
    head_title: str
    """For `<title>`: the title with what sets it apart from others like it (WCAG 2.4.2)."""

    description: str
    languages: tuple[str, ...]
    """Languages in which this page really exists; none of a page that says only that it was withdrawn."""

    changed: date | None
    html: Html
    """Makes the HTML of the page."""

    label: str
    """What kind of thing it is about, for its share image."""

    when: str = ""
    """Its date or dates in words."""

    published: str = ""
    """ISO date on which the work it is about was made public, as precise as known."""


@dataclass(frozen=True)
class Section:
    """The overview a page belongs to."""

    label: str
    path: str


class PageMaker:
    """Makes the pages of one language."""

    def __init__(
        self,
        reader: Reader,
        fragments: Fragments,
        index: Index,
        repository: Repository,
        cited: Callable[[str], tuple[Cited, ...]],
        older: Callable[[str], OlderView | None],
    ) -> None:
        """`cited` takes the id of a publication and returns how it is cited.

        `older` takes the name of a page and returns what it says of its older parts.
        """
        self._reader = reader
        self._fragments = fragments
        self._index = index
        self._repository = repository
        self._cited = cited
        self._older = older

    def pages(self) -> Iterator[RecordPage]:
        """Yield every page made from records: records, areas of plans, activities of bodies, hubs."""
        for kind, records in self._reader.graph.records.items():
            for id_, record in records.items():
                yield self._record(kind, id_, record)
                if isinstance(record, Plan):
                    yield from self._areas(id_, record)
                if kind == "members" and is_long(took_part(self._reader, id_)):
                    yield self._activities(id_)
        for kind, id_ in hub.hub_ids(self._index):
            yield self._hub(kind, id_)

    def withdrawn(self, name: str, day: date, overview: Linked) -> RecordPage:
        """Return what stands where a page was until `day`; it leads to `overview`.

        A hub keeps its name: it was not withdrawn itself, it is only empty.
        """
        t, when = self._reader.strings, say_day(day, self._reader.language)
        kind, _, id_ = name.partition("/")
        title, words = plain(t("withdrawn.title")), t("withdrawn.words", date=when)
        if kind in HUBS:
            value = id_.upper() if kind == "countries" else id_
            title, words = hub.named(self._reader, kind, value)[0], t("withdrawn.empty", date=when)

        def html(prose: Markup, fragments: Fragments | None = None) -> Markup:
            return (fragments or self._fragments).render(
                "pages/withdrawn", title=title, words=words, overview=overview
            )

        label = overview.words.plain
        return RecordPage(name, title, f"{title.plain} ({label})", words, (), None, html, label)

    def section(self, kind: str) -> Section:
        """Return the overview of a kind of record or hub."""
        return Section(self._reader.strings(f"kind.{kind}"), self._reader.path(kind))

    def _record(self, kind: str, id_: str, record: Record) -> RecordPage:
        card = self._reader.card(kind, id_)
        file = path_of(kind, id_)

        def html(prose: Markup, fragments: Fragments | None = None) -> Markup:
            return (fragments or self._fragments).render(
                f"pages/{kind.removesuffix('s')}",
                view=self._reader.view(kind, id_),
                prose=prose,
                section=self.section(kind),
                edit=self._repository.edit(file),
                older=self._older(f"{kind}/{id_}"),
                cited=partial(self._cited, id_),
            )

        words = card.summary or f"{card.title.plain}. {card.kind_label}. {card.when}".strip()
        languages = tuple(one for one in LANGUAGES if record.speaks(one))
        return RecordPage(
            f"{kind}/{id_}",
            card.title,
            f"{card.title.plain} ({', '.join(filter(None, (card.kind_label, card.when)))})",
            description(words),
            languages or (record.original_language,),
            card.changed,
            html,
            card.kind_label,
            card.when,
            card.when_iso if kind == "publications" else "",
        )

    def _areas(self, plan_id: str, plan: Plan) -> Iterator[RecordPage]:
        card = self._reader.card("plans", plan_id)
        file = path_of("plans", plan_id)
        for area in plan.areas:

            def html(prose: Markup, fragments: Fragments | None = None, area: Area = area) -> Markup:
                return (fragments or self._fragments).render(
                    "pages/area",
                    view=make_area(self._reader, plan_id, plan, area),
                    edit=self._repository.edit(file),
                    edit_file=file,
                    older=self._older(f"plans/{plan_id}/{area.id}"),
                )

            title = say(area.title, self._reader.language, plan.original_language)
            summary = self._reader.say(area.summary, plan.original_language)
            name = f"plans/{plan_id}/{area.id}"
            words = description(summary or title)
            head_title = f"{title.plain} ({card.title.plain})"
            languages = tuple(area.title.keys())
            label = self._reader.label("area-kinds", area.kind)
            yield RecordPage(name, title, head_title, words, languages, card.changed, html, label, card.when)

    def _hub(self, kind: str, id_: str) -> RecordPage:
        def html(prose: Markup, fragments: Fragments | None = None) -> Markup:
            view = hub.make(self._reader, self._index, kind, id_)
            return (fragments or self._fragments).render("pages/hub", view=view, section=self.section(kind))

        title, summary, languages = hub.named(self._reader, kind, id_)
        words = description(summary or self._reader.strings("hub.description", title=title.plain))
        label = self.section(kind).label
        head_title = f"{title.plain} ({label})"
        name = f"{kind}/{id_.lower()}"
        return RecordPage(
            name, title, head_title, words, languages, self._newest(HUBS[kind], id_), html, label
        )

    def _activities(self, id_: str) -> RecordPage:
        card, title = self._reader.card("members", id_), plain(self._reader.strings("member.activities"))
        head_title = f"{title.plain} ({card.title.plain})"
        languages = hub.make_activities(self._reader, id_).languages

        def html(prose: Markup, fragments: Fragments | None = None) -> Markup:
            view = hub.make_activities(self._reader, id_)
            section = Section(card.title.plain, card.path)
            return (fragments or self._fragments).render("pages/hub", view=view, section=section)

        words = description(self._reader.strings("hub.description", title=card.title.plain))
        name, changed = f"members/{id_}/{ACTIVITIES}", self._newest("member", id_)
        return RecordPage(name, title, head_title, words, languages, changed, html, card.title.plain)

    def _newest(self, facet: str, id_: str) -> date | None:
        """The last change of any record of a hub."""
        there = self._index.ids[(facet, id_)]
        files = (path_of(one, record) for one, records in there.items() for record in records)
        changes = self._reader.changes
        return max((changes[file] for file in files if file in changes), default=None)
