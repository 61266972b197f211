"""What the search knows of each page beside its words: what it is, when it was, what it is filtered by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from untfsse.prose import Prose, is_story
from untfsse.records import Member, Plan, Publication
from untfsse.search_names import (
    facets_by_record,
    facets_of_area,
    forms,
    languages_of,
    titles_of,
    town_of,
    typed_and_found,
)
from untfsse.search_words import Synonyms, synonyms, words_of
from untfsse.selection import HUBS
from untfsse.site import SEARCH, Site, Tongue
from untfsse.views.base import Said
from untfsse.views.story import make as make_story

_GOAL_NAMES = ("SDG", "ODD", "ODS")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A page as the search knows it. What is not there is empty."""

    name: str
    title: Said
    label: str
    """What it is: a webinar, a theme, a page of a section."""

    when: str = ""
    day: str = ""
    """ISO 8601, as precise as known."""

    mark: str = ""
    """The languages it is in, where the page's is not among them."""

    meaning: str = ""
    """What the title means, where it is in another language."""

    short: str = ""
    """Acronym of a body."""

    place: str = ""
    """The town of an event, by which readers call it."""

    also: tuple[str, ...] = ()
    """Acronyms, and what is asked for when this page is the best answer."""

    asked: tuple[str, ...] = ()
    """Other words it is asked for by: an acronym of several words, a goal by its number, a symbol."""

    titles: tuple[str, ...] = ()
    """Its titles in other languages."""

    filters: tuple[tuple[str, str], ...] = ()
    rank: str = ""
    """`minor` for what stands below records and pages, `hub` for what stands below that, else empty."""


_FOR_EDITORS = ("contribute/fields/", "contribute/mistakes/")
"""Pages about files, which name everything that readers look for."""


class Entries:
    """Makes the entries of one language."""

    def __init__(self, site: Site, language: str) -> None:
        self._site = site
        self._language = language
        self._tongue: Tongue = site.tongue(language)
        self._facets = facets_by_record(site.index)
        self._best: dict[str, list[str]] = defaultdict(list)
        for term in site.checked.search_terms:
            if term.page:
                self._best[term.page] += [term.found(language), *term.typed.of(language)]
        self.synonyms: Synonyms = synonyms(language, dict(typed_and_found(site, language)))

    def entry(self, name: str) -> Entry | None:
        """Return the entry of a page; None for one that is not searched in this language."""
        page = self._tongue.pages.get(name)
        if name in self._site.withdrawn:
            return None
        if page is None:
            prose = self._site.checked.prose[self._language].get(name)
            return self._prose(name, prose) if prose and name != SEARCH else None
        kind, _, id_ = name.partition("/")
        if kind in HUBS:
            return self._hub(name, kind, id_, page.title)
        if kind == "members" and "/" in id_:
            return None
        if "/" in id_:
            return self._area(name, id_, page.title)
        return self._record(name, kind, id_)

    def _record(self, name: str, kind: str, id_: str) -> Entry:
        reader = self._tongue.reader
        record, card = reader.graph.records[kind][id_], reader.card(kind, id_)
        also, asked = [*self._best[name]], []
        languages = [card.title.language] if card.title.language else []
        if isinstance(record, Publication):
            versions = [version.language for version in record.versions]
            languages = [] if self._language in versions else versions
            asked.append(record.symbol or "")
        if isinstance(record, Member):
            asked += forms(record.acronym)
            also += ["".join(words_of(one).split()) for one in asked]
        facets = self._facets[(kind, id_)]
        if kind == "members":
            facets = [*facets, ("member", id_)]
        return Entry(
            name=name,
            title=card.title,
            label=card.kind_label,
            when=card.when,
            day=card.when_iso,
            mark=self._mark(languages),
            meaning=card.translated_title.plain if card.translated_title else "",
            short=card.short.plain if card.short and card.short.plain not in card.title.plain else "",
            place=town_of(record, self._language),
            also=tuple(also),
            asked=tuple(asked),
            titles=tuple(one for one in titles_of(record) if one != card.title.plain),
            filters=(("kind", kind), *facets, *(("language", one) for one in languages_of(record))),
        )

    def _mark(self, languages: Iterable[str]) -> str:
        said = self._tongue.reader.languages_said(languages)
        return self._tongue.reader.strings("language.in", language=said) if said else ""

    def _area(self, name: str, id_: str, title: Said) -> Entry:
        reader = self._tongue.reader
        plan_id, area_id = id_.split("/")
        plan, card = reader.graph.records["plans"][plan_id], reader.card("plans", plan_id)
        assert isinstance(plan, Plan)
        area = next(area for area in plan.areas if area.id == area_id)
        return Entry(
            name=name,
            title=title,
            label=reader.label("area-kinds", area.kind),
            when=card.when,
            day=card.when_iso,
            mark=self._mark([title.language] if title.language else []),
            also=tuple(self._best[name]),
            titles=tuple(one for one in forms(area.title) if one != title.plain),
            filters=(("kind", "plans"), *facets_of_area(area)),
            rank="minor",
        )

    def _hub(self, name: str, kind: str, id_: str, title: Said) -> Entry:
        strings = self._tongue.reader.strings
        also, asked = [*self._best[name]], []
        if kind == "sdgs":
            names = [f"{one} {id_}" for one in _GOAL_NAMES]
            asked += [*names, *dict.fromkeys(self.synonyms.rewritten(one) for one in names)]
        if kind == "years":
            also.append(id_)
        value = id_.upper() if kind == "countries" else id_
        return Entry(
            name=name,
            title=title,
            label=strings(f"kind.{kind}"),
            mark=self._mark([title.language] if title.language else []),
            also=tuple(also),
            asked=tuple(asked),
            filters=(("kind", "hubs"), (HUBS[kind], value)),
            rank="hub",
        )

    def _prose(self, name: str, prose: Prose) -> Entry:
        reader = self._tongue.reader
        story = make_story(reader, prose)
        filters = [("kind", "news" if is_story(name) else "pages")]
        for card in story.records:
            filters += [one for one in self._facets[(card.kind, card.id)] if one[0] != "year"]
        if story.when_iso:
            filters.append(("year", story.when_iso[:4]))
        return Entry(
            name=name,
            title=story.title,
            label=self._part(name, prose),
            when=story.when,
            day=story.when_iso,
            also=tuple(self._best[name]),
            filters=tuple(dict.fromkeys(filters)),
            rank="minor" if is_story(name) or name.startswith(_FOR_EDITORS) else "",
        )

    def _part(self, name: str, prose: Prose) -> str:
        """Return what a page people wrote is: a story, or a page of a part of the site."""
        strings = self._tongue.reader.strings
        section = self._tongue.navigation.place(name).section
        if is_story(name):
            return strings("kind.news")
        if name.startswith("this-site/"):
            return strings("footer.label")
        assert prose.top is not None
        return section.plain if section and section.plain != prose.top.title else strings("kind.pages")
