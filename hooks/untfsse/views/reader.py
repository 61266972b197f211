"""One language's reading of all records: makes views, each once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Protocol

from untfsse.dates import say_day
from untfsse.foreign import Foreign
from untfsse.graph import Graph, Ref
from untfsse.languages import SOURCE
from untfsse.links import page_path
from untfsse.locales import LANGUAGES, Text
from untfsse.names import country_name, language_name
from untfsse.records import Record
from untfsse.records.base import Party, Source
from untfsse.records.member import Member
from untfsse.showing import Shown, hidden
from untfsse.store import path_of
from untfsse.strings import Strings
from untfsse.views.base import (
    Card,
    Goal,
    Linked,
    Said,
    SourceView,
    View,
    plain,
    say,
    shown_address,
)
from untfsse.vocabulary import Terms, Vocabulary


class Noun(Protocol):
    """A module of views: `event`, `member` …"""

    def card(self, reader: Reader, id_: str, record: Any) -> Card:
        """Return the record as lists show it."""

    def make(self, reader: Reader, id_: str, record: Any) -> View:
        """Return the record as its own page shows it."""


@dataclass
class Reader:
    """Reads the graph in one language."""

    language: str
    strings: Strings
    vocabulary: Vocabulary
    graph: Graph
    today: date
    nouns: Mapping[str, Noun]
    """Kind → the module of its views."""

    changes: Mapping[str, date] = field(default_factory=dict)
    _cards: dict[Ref, Card] = field(default_factory=dict)
    _views: dict[Ref, View] = field(default_factory=dict)
    _labels: dict[tuple[str, str], str] = field(default_factory=dict)

    def view(self, kind: str, id_: str) -> View:
        """Return a record as its own page shows it, made at the first call: every format asks for it."""
        ref = Ref(kind, id_)
        if ref not in self._views:
            self._views[ref] = self.nouns[kind].make(self, id_, self.graph.records[kind][id_])
        return self._views[ref]

    def card(self, kind: str, id_: str) -> Card:
        """Return a record as lists show it, made at the first call."""
        ref = Ref(kind, id_)
        if ref not in self._cards:
            self._cards[ref] = self.nouns[kind].card(self, id_, self.graph.records[kind][id_])
        return self._cards[ref]

    def cards(self, kind: str, ids: Iterable[str]) -> tuple[Card, ...]:
        """Return several records of a kind, those left out of the site apart."""
        there = self.graph.records[kind]
        return tuple(self.card(kind, id_) for id_ in ids if id_ in there)

    def path(self, *parts: str) -> str:
        """Return the address of a page in this language."""
        return page_path(self.language, *parts)

    def say(self, words: Text | str | None, original: str = "en") -> Said | None:
        """Return words as this language shows them; None stays None."""
        return None if words is None else say(words, self.language, original)

    def label(self, list_: str, id_: str) -> str:
        """Return the label of a value of a closed list."""
        key = (list_, id_)
        if key not in self._labels:
            said = self.term_said(self.vocabulary[list_], id_)
            self._labels[key] = Foreign(said.plain) if said.language == SOURCE else said.plain
        return self._labels[key]

    def term_said(self, terms: Terms, id_: str) -> Said:
        """Return the label of a term."""
        return say(terms[id_].label, self.language)

    def linked(self, kind: str, id_: str) -> Linked:
        """Return a record's title as a link to its page; members by their full name."""
        record = self.graph.records[kind][id_]
        return Linked(self.title(record), self.path(kind, id_))

    def title(self, record: Record) -> Said:
        """Return what a record is called in this language."""
        return say(record.label, self.language, record.original_language)

    def party(self, party: Party) -> Linked:
        """Return a body as a link to its page, or as a bare name."""
        more = self.say(party.as_)
        if party.member is not None:
            member = self.graph.records["members"].get(party.member)
            if isinstance(member, Member):
                return Linked(self.title(member), self.path("members", party.member), more)
            return Linked(plain(party.member), None, more)
        assert party.name is not None
        return Linked(say(party.name, self.language), None, more)

    def parties(self, parties: Iterable[Party]) -> list[Linked]:
        """Return several bodies."""
        return [self.party(party) for party in parties]

    def country(self, code: str) -> Linked:
        """Return a country as a link to its page."""
        return Linked(plain(country_name(code, self.language)), self.path("countries", code.lower()))

    def languages_said(self, codes: Iterable[str]) -> str:
        """Return names of languages, separated by commas."""
        return ", ".join(language_name(code, self.language) for code in codes)

    def themes(self, ids: Iterable[str]) -> tuple[Linked, ...]:
        """Return themes as links to their pages."""
        terms = self.vocabulary["themes"]
        return tuple(Linked(self.term_said(terms, id_), self.path("themes", id_)) for id_ in ids)

    def goals(self, numbers: Iterable[str]) -> tuple[Goal, ...]:
        """Return goals as tiles, in order of their number."""
        terms = self.vocabulary["sdgs"]
        return tuple(
            Goal(int(n), self.term_said(terms, n).plain, self.path("sdgs", n), terms[n].colour or "")
            for n in sorted(numbers, key=int)
        )

    def areas(self, ids: Iterable[str]) -> tuple[Linked, ...]:
        """Return areas of plans as links to their pages."""
        found = []
        for id_ in ids:
            plan_id, area_id = id_.split("/")
            plan: Any = self.graph.records["plans"].get(plan_id)
            if plan is not None:
                area = next(area for area in plan.areas if area.id == area_id)
                words = say(area.title, self.language, plan.original_language)
                found.append(Linked(words, self.path("plans", plan_id, area_id), self.title(plan)))
        return tuple(found)

    def sources(self, sources: Iterable[Source]) -> tuple[SourceView, ...]:
        """Return sources as links, those to publications by their title."""
        found = []
        for source in sources:
            language = source.language
            if source.publication is not None:
                if source.publication not in self.graph.records["publications"]:
                    continue
                words, path = self.linked("publications", source.publication)[:2]
                found.append(SourceView(words, path or "", None))
                continue
            assert source.url is not None
            title = self.say(source.title) or plain(shown_address(source.url))
            other = language_name(language, self.language) if language else None
            found.append(SourceView(title, source.url, other))
        return tuple(found)

    def listed(self, kind: str, id_: str, record: Record) -> dict[str, Any]:
        """Return what the cards of all kinds have alike, as arguments of `Card`."""
        return {
            "kind": kind,
            "id": id_,
            "path": self.path(kind, id_),
            "title": self.title(record),
            "changed": self.changes.get(path_of(kind, id_)),
        }

    def paged(self, kind: str, id_: str, record: Record) -> dict[str, Any]:
        """Return the card and what the pages of all kinds have alike, as arguments of `View`."""
        card = self.card(kind, id_)
        return {
            **{one.name: getattr(card, one.name) for one in fields(card)},
            "note": self.say(record.note, record.original_language),
            "sources": self.sources(record.sources),
            "themes": self.themes(getattr(record, "themes", ())),
            "goals": self.goals(getattr(record, "sdgs", ())),
            "all_goals": self._all_goals(getattr(record, "sdgs", ())),
            "edit_file": path_of(kind, id_),
            "changed_said": say_day(card.changed, self.language) if card.changed else "",
            "languages": tuple(one for one in LANGUAGES if record.speaks(one)),
            "hidden": self.hidden(record),
            "record": record,
        }

    def _all_goals(self, numbers: Collection[str]) -> Linked | None:
        number = len(self.vocabulary["sdgs"])
        if len(numbers) < number:
            return None
        return Linked(plain(self.strings("record.all-goals", n=number)), self.path("sdgs"))

    def hidden(self, shown: Shown) -> str:
        """Return why only the preview shows a record or a page, in words; empty where it is public."""
        why = hidden(shown, self.today)
        return self.strings(f"record.{why.why}", date=say_day(why.day, self.language)) if why else ""

    def related(self, kind: str, ids: Iterable[str], here: Ref, *named: str) -> tuple[Card, ...]:
        """Return what a record names and what names it, each once."""
        return self.cards(kind, dict.fromkeys((*ids, *self.graph.sources(here, kind, *named))))
