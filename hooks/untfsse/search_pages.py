"""What the search knows of each page beside its words: what it is, when it was, what it is filtered by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from untfsse.locales import Text
from untfsse.prose import Prose, is_story
from untfsse.records import Event, Member, Plan, Publication, Record
from untfsse.records.plan import Area
from untfsse.search_words import Synonyms, synonyms, words_of
from untfsse.selection import HUBS, Index
from untfsse.site import SEARCH, Site, Tongue
from untfsse.views.base import Said, say
from untfsse.views.choices import FILTERS
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


class Entries:
    """Makes the entries of one language."""

    def __init__(self, site: Site, language: str) -> None:
        self._site = site
        self._language = language
        self._tongue: Tongue = site.tongue(language)
        self._facets = _facets(site.index)
        self._best: dict[str, list[str]] = defaultdict(list)
        for term in site.checked.search_terms:
            if term.page:
                self._best[term.page] += [term.found(language), *term.typed.of(language)]
        self.synonyms: Synonyms = synonyms(language, dict(_pairs(site, language)))

    def entry(self, name: str) -> Entry | None:
        """Return the entry of a page; None for one that is not searched in this language."""
        page = self._tongue.pages.get(name)
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
            asked += _all(record.acronym)
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
            place=_town(record, self._language),
            also=tuple(also),
            asked=tuple(asked),
            titles=tuple(one for one in _titles(record) if one != card.title.plain),
            filters=(("kind", kind), *facets, *(("language", one) for one in _languages(record))),
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
            titles=tuple(one for one in _all(area.title) if one != title.plain),
            filters=(("kind", "plans"), *_area_facets(area)),
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
            rank="minor" if is_story(name) else "",
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


def _facets(index: Index) -> defaultdict[tuple[str, str], list[tuple[str, str]]]:
    """What each record is filtered by."""
    found: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for (facet, value), kinds in index.ids.items():
        if facet in FILTERS and facet != "kind":
            for kind, ids in kinds.items():
                for id_ in ids:
                    found[(kind, id_)].append((facet, value))
    return found


def _area_facets(area: Area) -> Iterator[tuple[str, str]]:
    yield from (("theme", one) for one in area.themes)
    yield from (("sdg", one) for one in area.sdgs)
    yield from (("member", party.member) for party in area.leads if party.member)


def _languages(record: Record) -> Iterator[str]:
    if isinstance(record, Publication):
        yield from (version.language for version in record.versions)


def _town(record: Record, language: str) -> str:
    city = record.place.city if isinstance(record, Event) and record.place else None
    return say(city, language, record.original_language).plain if city else ""


def _titles(record: Record) -> list[str]:
    if isinstance(record, Publication):
        titles = [version.title for version in record.versions if version.title]
        return [*titles, *_all(record.title_translations)]
    return _all(record.label)


def _all(words: Text | str | None) -> list[str]:
    """Return a name in every language it has, each once."""
    if words is None:
        return []
    said = [words] if isinstance(words, str) else [text for _, text in words.items()]
    return list(dict.fromkeys(say(one, "").plain for one in said))


def _pairs(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Yield what may be typed and what the pages say: acronyms of members, then `data/search.yml`."""
    for member in site.graph.records["members"].values():
        acronym = member.acronym if isinstance(member, Member) else None
        if isinstance(acronym, Text):
            yield from ((form, acronym.shown(language).text) for form in _all(acronym))
        elif acronym:
            yield acronym, acronym
    for term in site.checked.search_terms:
        yield from ((form, term.found(language)) for form in term.typed.of(language))
