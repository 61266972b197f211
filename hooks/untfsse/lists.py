"""What each macro puts into a page, in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from untfsse import subscriptions
from untfsse.dates import say_day, say_when
from untfsse.editing.pages import EditingPages
from untfsse.feeds.catalogue import Feed
from untfsse.fragments import Fragments
from untfsse.history import members_on, roles_on
from untfsse.links import absolute, page_path
from untfsse.open_data.explained import curl, field_rows, file_rows
from untfsse.prose import Prose, is_story
from untfsse.records import Event, Member, Publication
from untfsse.records.dates import When
from untfsse.records.site_facts import SiteFacts
from untfsse.selection import FACETS, HUBS, Index, Wanted, date_of, sort_key
from untfsse.views import bodies, choices, directory, embed, glossary, mistakes, story, terms
from untfsse.views import map as world_map
from untfsse.views.base import Linked, Said, SourceView, plain
from untfsse.views.plan import PlanView
from untfsse.views.reader import Reader
from untfsse.views.translations import StatusView


class CountView(NamedTuple):
    """A count as somebody published it."""

    date: str
    iso: str
    members: str
    observers: str
    wording: Said
    sources: tuple[SourceView, ...]


class Lists:
    """The macros, by name; arguments have been checked before."""

    def __init__(
        self,
        reader: Reader,
        fragments: Fragments,
        index: Index,
        site: SiteFacts,
        prose: Mapping[str, Prose],
        feeds: Sequence[Feed],
        site_url: str,
        standing: Callable[[], StatusView],
        editing: EditingPages,
    ) -> None:
        """`prose` are the pages of this language, by name; `site_url` ends with `/`.

        `standing` tells how the translations stand, `editing` how records are written.
        """
        self._reader = reader
        self._fragments = fragments
        self._index = index
        self._site = site
        self._prose = prose
        self._feeds = feeds
        self._site_url = site_url
        self._standing = standing
        self._editing = editing

    def with_fragments(self, fragments: Fragments) -> Lists:
        """Return the same macros by other templates."""
        other = copy(self)
        other._fragments = fragments
        return other

    def render(self, macro: str, given: Mapping[str, Any]) -> Markup:
        """Return the HTML of one macro call."""
        if macro in ("events", "publications", "projects"):
            return self._records(macro, given)
        if macro in ("event", "publication", "project", "member"):
            cards = self._reader.cards(f"{macro}s", [str(given["id"])])  # none if it was withdrawn
            return Markup("").join(map(self._fragments.card, cards))
        made: Markup = getattr(self, f"_{macro}")(given)
        return made

    def _records(self, kind: str, given: Mapping[str, Any]) -> Markup:
        wanted = _wanted(given, self._reader.language)
        ids = self._index.select(kind, replace(wanted, limit=None))
        views = self._reader.cards(kind, ids[: wanted.limit])
        upcoming, complete = wanted.when == "upcoming", len(views) == len(ids)
        return self._fragments.render(
            "lists/records", views=views, kind=kind, upcoming=upcoming, complete=complete
        )

    def _members(self, given: Mapping[str, Any]) -> Markup:
        facets = {key: value for key, value in given.items() if key in ("kind", "country")}
        wanted = _wanted(facets, self._reader.language)
        ids = self._index.select("members", wanted)
        if "status" in given or "as_of" in given:
            members = {id_: self._index.graph.records["members"][id_] for id_ in ids}
            ids = members_on(members, self._day(given)[0], str(given.get("status", "member")))
        cards = self._reader.cards("members", ids)
        views = sorted(cards, key=lambda card: sort_key(card.title.plain))[: given.get("limit")]
        day = self._day(given)[0]
        roles = {card.id: self._roles(card.id, day) for card in views}
        return self._fragments.render("lists/members", views=views, roles=roles)

    def _roles(self, id_: str, day: date) -> list[str]:
        """What a body is known to have done for the task force on `day`, each once."""
        member = self._index.graph.records["members"][id_]
        held = roles_on(member, day) if isinstance(member, Member) else []
        return list(dict.fromkeys(self._reader.label("roles", role.role) for role in held))

    def _directory(self, given: Mapping[str, Any]) -> Markup:
        view = directory.make(self._reader, self._index, str(given["kind"]))
        return self._fragments.render("lists/directory", view=view)

    def _members_by_year(self, given: Mapping[str, Any]) -> Markup:
        rows = bodies.by_year(self._reader, bodies.make(self._reader))
        return self._fragments.render("lists/by-year", rows=rows)

    def _plans(self, given: Mapping[str, Any]) -> Markup:
        ids = sorted(self._reader.graph.records["plans"], reverse=given.get("order") != "oldest")
        views = self._reader.cards("plans", ids[: given.get("limit")])
        return self._fragments.render("lists/records", views=views, kind="plans", upcoming=False)

    def _plan(self, given: Mapping[str, Any]) -> Markup:
        if str(given["id"]) not in self._reader.graph.records["plans"]:
            return Markup("")  # it was withdrawn
        return self._fragments.render("lists/plan", view=self._reader.view("plans", str(given["id"])))

    def _timeline(self, given: Mapping[str, Any]) -> Markup:
        dated = []
        for kind in ("events", "publications"):
            for id_, record in self._reader.graph.records[kind].items():
                if isinstance(record, Event | Publication) and record.milestone:
                    when = date_of(record)
                    dated.append((when.moment.isoformat() if when else "", kind, id_))
        dated.sort(reverse=given.get("order") == "newest")
        views = [self._reader.card(kind, id_) for _, kind, id_ in dated[: given.get("limit")]]
        return self._fragments.render("lists/timeline", views=views)

    def _count(self, given: Mapping[str, Any]) -> Markup:
        day, said = self._day(given)
        status = str(given["status"])
        number = len(members_on(self._index.graph.records["members"], day, status))
        key = {"member": "count.members", "observer": "count.observers"}.get(status, "count.related")
        words = self._reader.strings.count(key, number, date=said)
        return self._fragments.render("lists/count", words=words)

    def _day(self, given: Mapping[str, Any]) -> tuple[date, str]:
        """The day a count is for (the last one of a month or year), and how it is said."""
        if "as_of" in given:
            when = When.parse(str(given["as_of"]))
            return when.last, say_when(when, self._reader.language)
        return self._reader.today, say_day(self._reader.today, self._reader.language)

    def _news(self, given: Mapping[str, Any]) -> Markup:
        stories = [
            page
            for name, page in self._prose.items()
            if is_story(name) and _has_year(page, given.get("year"))
        ]
        stories.sort(key=lambda page: page.name, reverse=given.get("order") != "oldest")
        views = [story.make(self._reader, page) for page in stories[: given.get("limit")]]
        return self._fragments.render("lists/news", stories=views)

    def _matrix(self, given: Mapping[str, Any]) -> Markup:
        if str(given["id"]) not in self._reader.graph.records["plans"]:
            return Markup("")  # it was withdrawn
        view = self._reader.view("plans", str(given["id"]))
        assert isinstance(view, PlanView)
        return self._fragments.render("lists/matrix", rows=view.rows, title=view.title)

    def _glossary(self, given: Mapping[str, Any]) -> Markup:
        return self._fragments.render("lists/glossary", domains=glossary.make(self._reader))

    def _terms_table(self, given: Mapping[str, Any]) -> Markup:
        languages, rows = terms.languages(self._reader), terms.rows(self._reader)
        return self._fragments.render("lists/terms", languages=languages, rows=rows)

    def _map(self, given: Mapping[str, Any]) -> Markup:
        return self._fragments.render("lists/map", view=world_map.make(self._reader, given.get("kind")))

    def _published_counts(self, given: Mapping[str, Any]) -> Markup:
        reader = self._reader
        counts = [
            CountView(
                say_when(one.date, reader.language),
                str(one.date),
                "" if one.members is None else str(one.members),
                "" if one.observers is None else str(one.observers),
                reader.say(one.wording),  # type: ignore[arg-type]
                reader.sources(one.sources),
            )
            for one in self._site.published_counts
        ]
        return self._fragments.render("lists/counts", counts=counts)

    def _search(self, given: Mapping[str, Any]) -> Markup:
        return self._fragments.render("lists/search", choices=choices.make(self._reader, self._index))

    def _data_fields(self, given: Mapping[str, Any]) -> Markup:
        kind = str(given["kind"])
        rows = field_rows(self._reader.strings, kind)
        return self._fragments.render("lists/data-fields", rows=rows, kind=kind)

    def _fields(self, given: Mapping[str, Any]) -> Markup:
        tables = list(self._editing.fields(str(given["kind"])))
        return self._fragments.render("lists/fields", tables=tables)

    def _form(self, given: Mapping[str, Any]) -> Markup:
        return self._fragments.render("lists/form", view=self._editing.form(str(given["name"])))

    def _data_files(self, given: Mapping[str, Any]) -> Markup:
        rows = file_rows(self._reader.strings)
        return self._fragments.render("lists/data-files", rows=rows, curl=curl(self._site_url))

    def _subscriptions(self, given: Mapping[str, Any]) -> Markup:
        sections = subscriptions.make(self._reader, self._index, self._feeds, self._site_url)
        return self._fragments.render("lists/subscriptions", sections=sections)

    def _translation_status(self, given: Mapping[str, Any]) -> Markup:
        return self._fragments.render("lists/translation-status", view=self._standing())

    def _embed_snippet(self, given: Mapping[str, Any]) -> Markup:
        view = embed.make(self._reader, self._index, str(given["name"]))
        address = absolute(view.path, self._site_url)
        return self._fragments.render("lists/embed", view=view, address=address)

    def _mistakes(self, given: Mapping[str, Any]) -> Markup:
        language = self._reader.language
        if family := given.get("family"):
            said = mistakes.spoken(language)
            shown, other = mistakes.make(str(family), language), said if said != language else None
            return self._fragments.render("lists/mistakes", mistakes=shown, other=other)
        titles = {name: page.top.title for name, page in self._prose.items() if page.top}
        families = list(mistakes.overview(titles, language))
        return self._fragments.render("lists/mistake-families", families=families)

    def _themes(self, given: Mapping[str, Any]) -> Markup:
        return self._hubs("themes", list(self._reader.vocabulary["themes"]))

    def _countries(self, given: Mapping[str, Any]) -> Markup:
        codes = self._index.values("country")
        names = {code: self._reader.country(code).words.plain for code in codes}
        return self._hubs("countries", sorted(codes, key=lambda code: sort_key(names[code])))

    def _years(self, given: Mapping[str, Any]) -> Markup:
        return self._hubs("years", sorted(self._index.values("year"), reverse=True))

    def _goals(self, given: Mapping[str, Any]) -> Markup:
        there = set(self._index.values("sdg"))
        goals = self._reader.goals(self._reader.vocabulary["sdgs"])
        return self._fragments.render("lists/goals", goals=[g for g in goals if str(g.number) in there])

    def _hubs(self, kind: str, ids: list[str]) -> Markup:
        entries = []
        for id_ in ids:
            number = sum(len(one) for one in self._index.ids.get((HUBS[kind], id_), {}).values())
            if number:
                entries.append((self._hub_link(kind, id_), number))
        return self._fragments.render("lists/hubs", entries=entries)

    def _hub_link(self, kind: str, id_: str) -> Linked:
        if kind == "countries":
            return self._reader.country(id_)
        path = page_path(self._reader.language, kind, id_)
        if kind == "years":
            return Linked(plain(id_), path)
        return Linked(self._reader.term_said(self._reader.vocabulary[kind], id_), path)


def _wanted(given: Mapping[str, Any], language: str) -> Wanted:
    return Wanted(
        facets=tuple((name, str(given[name])) for name in FACETS if name in given),
        when=given.get("when"),
        order=given.get("order"),
        limit=given.get("limit"),
        language=language,
    )


def _has_year(page: Prose, year: Any) -> bool:
    date = page.top.date if page.top else None
    return year is None or (date is not None and date.year == int(year))
