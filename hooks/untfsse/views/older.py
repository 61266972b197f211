"""What a page says of its parts that are older than what they were translated from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from untfsse.dates import say_day
from untfsse.links import address
from untfsse.locales import DEFAULT
from untfsse.marking import can_be_marked
from untfsse.prose import Prose
from untfsse.records import Plan, Record
from untfsse.store import path_of
from untfsse.translations.board import Board
from untfsse.translations.checks.plain import shown
from untfsse.translations.documents import SHOWN_ON
from untfsse.translations.pairing import Pair, State
from untfsse.translations.units import Unit
from untfsse.views.base import Said, plain
from untfsse.views.reader import Reader

SECTIONS: Mapping[str, str] = {
    "title": "older.title",
    "name": "older.title",
    "title_translations": "older.title",
    "description": "older.description",
    "summary": "older.summary",
    "abstract": "older.summary",
    "note": "older.note",
    "links": "section.links",
    "membership": "section.membership",
    "roles": "section.roles",
    "areas": "section.areas",
    "actions": "section.actions",
    "versions": "section.versions",
    "sources": "section.sources",
}
"""Field of a record, or line of the top of a page → words for the part of its page that shows it."""

FACTS: Mapping[str, Mapping[str, str]] = {
    "events": {
        "place": "event.where",
        "organisers": "event.organisers",
        "partners": "event.partners",
        "participation": "event.participation",
    },
    "members": {"acronym": "member.acronym", "headquarters": "member.headquarters"},
    "projects": {"lead": "project.lead", "partners": "project.partners", "funders": "project.funders"},
    "publications": {
        "authors": "publication.authors",
        "publisher": "publication.publisher",
        "series": "publication.series",
    },
    "plans": {"leads": "plan.leads"},
}
"""Kind → field → label of the fact that shows it."""

_COUNTS = "published_counts."
"""Beginning of the names of those facts of the site that another page than the home page shows."""

_LISTED = 6
"""Parts that a notice names; all of them are marked."""


class Day(NamedTuple):
    """A day in words, and as ISO 8601; both empty where it is not known."""

    said: str
    iso: str


class Part(NamedTuple):
    """One part of a page."""

    state: State
    id: str
    """Of its mark on the page; empty where it has none."""

    words: Said
    """Its first words, or what it is called."""

    since: Day
    """Since when the source is different."""

    texts: int = 1
    """How many texts of it are older, each of which counts where translations are counted."""


@dataclass(frozen=True)
class OlderView:
    """What a page with older parts says of them."""

    language: str
    """The one it was translated from."""

    path: str
    """Where the page is in that language."""

    numbers: Mapping[State, int]
    """How many texts are older, superfluous or missing, as `untfsse translations status` counts them."""

    parts: tuple[Part, ...]
    """Those that the notice names."""

    since: Day
    """Since when, if it is the same for all parts."""

    more: int
    """How many texts there are in other parts."""

    ids: Mapping[str, str]
    """Words of a section or label of a fact of a record's page → id of its mark."""

    lines: Mapping[int, str]
    """Line of a block of what people wrote, from 1 → id of its mark."""


class _Found(NamedTuple):
    """A part before it is known which id it has."""

    pair: Pair
    file: str
    """That of the source."""

    words: Said
    name: str = ""
    """What it is called, the same for all that one part of the page shows; empty for a block."""

    is_marked: bool = False
    """Whether the page marks the part of this name."""

    line: int = 0
    """On which a block begins; 0 where it cannot be marked."""


class Olders:
    """Says it in one language."""

    def __init__(self, reader: Reader, board: Board, prose: Mapping[str, Prose]) -> None:
        """`prose` are the pages of this language, by name."""
        self._reader = reader
        self._board = board
        self._prose = prose

    def of(self, name: str) -> OlderView | None:
        """Return what the page `name` says; None where there is nothing to say."""
        found = [*self._of_record(name), *self._of_prose(name), *self._of_lists(name)]
        return self._view(name, found) if found else None

    def _of_record(self, name: str) -> Iterator[_Found]:
        kind, _, rest = name.partition("/")
        id_, _, area = rest.partition("/")
        record = self._reader.graph.records.get(kind, {}).get(id_)
        start = _area_of(record, area) if area else ()
        if record is None or start is None:
            return
        for pair in self._board.behind(f"{kind}/{id_}", self._reader.language):
            unit = pair.source or pair.translation
            assert unit is not None
            path = unit.name.split(".")
            if path[: len(start)] == list(start):
                field = path[len(start)]
                yield self._named(pair, path_of(kind, id_), FACTS[kind].get(field) or SECTIONS[field])

    def _of_prose(self, name: str) -> Iterator[_Found]:
        page = self._prose.get(name)
        if page is None:
            return
        lines = page.body.split("\n")
        for pair in self._board.behind(f"page:{name}", self._reader.language):
            unit, file = pair.translation, f"docs/{DEFAULT}/{name}.md"
            kind = unit.kind if unit else pair.source.kind if pair.source else ""
            if kind.startswith("top-"):
                yield self._named(pair, file, SECTIONS[kind.removeprefix("top-")])
            else:
                is_there = unit is not None and can_be_marked(kind, lines[unit.line - 1])
                yield _Found(pair, file, _first_words(pair), line=unit.line if unit and is_there else 0)

    def _of_lists(self, name: str) -> Iterator[_Found]:
        """Yield the older terms of the list that a page shows, and facts of the site; none is marked."""
        for document in SHOWN_ON if name in self._prose else ():
            for pair in self._board.behind(document, self._reader.language):
                unit = pair.source or pair.translation
                assert unit is not None
                if _page_of(document, unit) == name:
                    terms = self._reader.vocabulary.get(document.removeprefix("vocabulary/"), {})
                    term = unit.name.partition(".")[0]
                    words = self._reader.term_said(terms, term) if term in terms else _first_words(pair)
                    called = term if term in terms else unit.name
                    yield _Found(pair, f"data/{document}.yml", words, f"{document} {called}")

    def _named(self, pair: Pair, file: str, key: str) -> _Found:
        """What a section of a page or a fact of a record shows; `key` is that of the words for it."""
        said = self._reader.strings(key)
        return _Found(pair, file, plain(said), said, is_marked=key != "older.description")

    def _view(self, name: str, found: Sequence[_Found]) -> OlderView:
        ids: dict[str, str] = {}
        lines: dict[int, str] = {}
        parts: dict[str, Part] = {}
        for number, one in enumerate(found, 1):
            part = self._part(one, f"older-{number}")
            key = one.name or part.id
            if key in parts:
                parts[key] = _earlier(parts[key], part)
                continue
            if one.is_marked:
                ids[one.name] = part.id
            elif one.line:
                lines[one.line] = part.id
            else:
                part = part._replace(id="")
            parts[key] = part
        named, original = tuple(parts.values()), self._original(name)
        days = {part.since for part in named}
        return OlderView(
            original,
            address(name, original),
            Counter(one.pair.state for one in found),
            named[:_LISTED],
            days.pop() if len(days) == 1 else Day("", ""),
            sum(part.texts for part in named[_LISTED:]),
            ids,
            lines,
        )

    def _original(self, name: str) -> str:
        kind, _, rest = name.partition("/")
        record = self._reader.graph.records.get(kind, {}).get(rest.partition("/")[0])
        return record.original_language if record else DEFAULT

    def _part(self, one: _Found, mark: str) -> Part:
        since = self._board.since(one.file, one.pair)
        day = Day(say_day(since, self._reader.language), since.isoformat()) if since else Day("", "")
        return Part(one.pair.state, mark, one.words, day)


def _page_of(document: str, unit: Unit) -> str:
    """Return the page that shows a term of a list, or a fact of the site."""
    return "members/index" if unit.name.startswith(_COUNTS) else SHOWN_ON[document]


def _first_words(pair: Pair) -> Said:
    unit = pair.translation or pair.source
    assert unit is not None
    words = plain(shown(unit.text.replace(" | ", ", ")))
    return words if pair.translation else words._replace(language=DEFAULT)


def _area_of(record: Record | None, id_: str) -> tuple[str, str] | None:
    """Return where the fields of an area begin in its plan; None for what is no area of a plan."""
    areas = record.areas if isinstance(record, Plan) else ()
    return next((("areas", str(number)) for number, area in enumerate(areas) if area.id == id_), None)


def _earlier(one: Part, other: Part) -> Part:
    """Return a part with one more older text: since the day of the first, as far as that is known."""
    since = min(one.since, other.since, key=lambda day: day.iso or "9999")
    return one._replace(since=since, texts=one.texts + 1)
