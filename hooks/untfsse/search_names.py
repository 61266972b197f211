"""By what names and filters the search knows a record: titles, acronyms, towns, facets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from untfsse.locales import Text
from untfsse.records import Event, Member, Publication, Record
from untfsse.records.plan import Area
from untfsse.selection import Index
from untfsse.site import Site
from untfsse.views.base import say
from untfsse.views.choices import FILTERS


def facets_by_record(index: Index) -> defaultdict[tuple[str, str], list[tuple[str, str]]]:
    """What each record is filtered by."""
    found: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for (facet, value), kinds in index.ids.items():
        if facet in FILTERS and facet != "kind":
            for kind, ids in kinds.items():
                for id_ in ids:
                    found[(kind, id_)].append((facet, value))
    return found


def facets_of_area(area: Area) -> Iterator[tuple[str, str]]:
    """Yield what an area of a plan is filtered by."""
    yield from (("theme", one) for one in area.themes)
    yield from (("sdg", one) for one in area.sdgs)
    yield from (("member", party.member) for party in area.leads if party.member)


def languages_of(record: Record) -> Iterator[str]:
    """Yield the languages a work exists in."""
    if isinstance(record, Publication):
        yield from (version.language for version in record.versions)


def town_of(record: Record, language: str) -> str:
    """Return the town of an event, or an empty string."""
    city = record.place.city if isinstance(record, Event) and record.place else None
    return say(city, language, record.original_language).plain if city else ""


def titles_of(record: Record) -> list[str]:
    """Return the title of a record in every language it has one."""
    if isinstance(record, Publication):
        titles = [version.title for version in record.versions if version.title]
        return [*titles, *forms(record.title_translations)]
    return forms(record.label)


def forms(words: Text | str | None) -> list[str]:
    """Return a name in every language it has, each once."""
    if words is None:
        return []
    said = [words] if isinstance(words, str) else [text for _, text in words.items()]
    return list(dict.fromkeys(say(one, "").plain for one in said))


def typed_and_found(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Yield what may be typed and what the pages say: acronyms of members, then `data/search.yml`."""
    for member in site.graph.records["members"].values():
        acronym = member.acronym if isinstance(member, Member) else None
        if isinstance(acronym, Text):
            yield from ((form, acronym.shown(language).text) for form in forms(acronym))
        elif acronym:
            yield acronym, acronym
    for term in site.checked.search_terms:
        yield from ((form, term.found(language)) for form in term.typed.of(language))
