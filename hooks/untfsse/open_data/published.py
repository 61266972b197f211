"""Every published record, news story and term as it stands in the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from untfsse.changes import Revision
from untfsse.graph import Ref
from untfsse.links import absolute, address
from untfsse.locales import DEFAULT, LANGUAGES, Text
from untfsse.open_data import FOLDER, KINDS
from untfsse.open_data.envelope import Named, Story
from untfsse.open_data.relations import Relations
from untfsse.open_data.values import instant, values_of
from untfsse.prose import Prose, is_story
from untfsse.records import Event, Record
from untfsse.records.plan import Plan
from untfsse.site import Site
from untfsse.store import path_of
from untfsse.vocabulary import Term

Values = dict[str, Any]


class Published:
    """What is published of a site, as plain values for JSON."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._stories = {
            name.removeprefix("news/"): page
            for name, page in sorted(site.checked.prose[DEFAULT].items())
            if is_story(name)
        }
        self.relations = Relations(site.graph, self._stories)
        self.records: dict[str, dict[str, Values]] = {
            kind: {id_: self._record(kind, id_, record) for id_, record in site.graph.records[kind].items()}
            for kind in KINDS
            if kind != "news"
        }
        self.records["news"] = {id_: self._story(id_) for id_ in self._stories}
        """Kind → id → what is said of it; both in the order of publication."""

        self.vocabularies: dict[str, list[Values]] = {
            name: [self._term(name, term) for term in terms.values()]
            for name, terms in sorted(site.checked.store.vocabulary.items())
        }
        """Name of the list → its terms, in the order that readers see."""

    @property
    def facts(self) -> Values:
        """What is said of the task force and the site as a whole."""
        facts = self._site.checked.store.site
        assert facts is not None
        return values_of(facts, self._site.site_url)

    def pages(self, name: str) -> dict[str, str]:
        """Return the full address of a page in each language."""
        return {one: self.address(address(name, one)) for one in LANGUAGES}

    def address(self, path: str) -> str:
        """Return a path from the root as a full address."""
        return absolute(path, self._site.site_url)

    def _record(self, kind: str, id_: str, record: Record) -> Values:
        moment = record.moment if isinstance(record, Event) and record.timezone else None
        own = values_of(record, self._site.site_url, moment)
        if isinstance(record, Plan):
            own["areas"] = [self._area(id_, area) for area in own["areas"]]
        languages = [one for one in LANGUAGES if record.speaks(one)]
        revision = self._site.revisions.get(path_of(kind, id_))
        return self._enveloped(kind, own, languages or [record.original_language], revision)

    def _area(self, plan: str, own: Values) -> Values:
        reference = f"{plan}/{own['id']}"
        before = {"id": own["id"], "reference": reference, "pages": self.pages(f"plans/{reference}")}
        return before | own | self._relations(Ref("areas", reference))

    def _story(self, id_: str) -> Values:
        name = f"news/{id_}"
        there = {one: pages[name] for one, pages in self._site.checked.prose.items() if name in pages}
        top = there[DEFAULT].top
        assert top is not None
        assert top.date is not None
        named = [one.partition("/") for one in top.records]
        story = Story.model_construct(  # checked before
            id=id_,
            title=_by_language(there, "title"),
            description=_by_language(there, "description"),
            date=top.date,
            records=tuple(Named(type=kind, id=record) for kind, _, record in named),
            sources=top.sources,
        )
        own = values_of(story, self._site.site_url)
        return self._enveloped("news", own, list(there), self._revision(there.values()))

    def _enveloped(self, kind: str, own: Values, languages: list[str], revision: Revision | None) -> Values:
        id_ = own["id"]
        before: Values = {
            "id": id_,
            "type": kind,
            "json": self.address(f"{FOLDER}/{kind}/{id_}.json"),
            "pages": self.pages(f"{kind}/{id_}"),
            "available_in": languages,
        }
        if revision:
            before |= {"changed": instant(revision.moment), "revision": revision.number}
        return before | own | self._relations(Ref(kind, id_))

    def _revision(self, pages: Iterable[Prose]) -> Revision | None:
        """The last change of any of the pages, and how many changes they have seen together."""
        revisions = self._site.revisions
        known = [revisions[page.file] for page in pages if page.file in revisions]
        if not known:
            return None
        return Revision(max(one.moment for one in known), sum(one.number for one in known))

    def _relations(self, ref: Ref) -> Values:
        return {"names": self.relations.names(ref), "named_by": self.relations.named_by(ref)}

    def _term(self, name: str, term: Term) -> Values:
        own = values_of(term, self._site.site_url)
        facet = {"themes": "theme", "sdgs": "sdg"}.get(name)
        if facet is None or (facet, term.id) not in self._site.index.ids:
            return own
        return {"id": term.id, "pages": self.pages(f"{name}/{term.id}")} | own


def _by_language(pages: Mapping[str, Prose], field: str) -> Text:
    return Text({one: getattr(page.top, field) for one, page in pages.items() if page.top})
