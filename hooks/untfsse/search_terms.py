"""Other words for the same thing: `data/search.yml`, what readers type and what the pages say."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from untfsse.languages import unfinished
from untfsse.locales import LANGUAGES, Text
from untfsse.part_lists import read_list
from untfsse.problems import Problem, nearest
from untfsse.records.base import ByLanguage, Line, Name, Part
from untfsse.records.references import Surroundings
from untfsse.search_words import folded
from untfsse.spots import locate_value
from untfsse.yaml_source import Path as Place
from untfsse.yaml_source import Positions

FILE = "data/search.yml"


_ANY_LANGUAGE = Surroundings({}, {}, {}, original="")
"""For a text that is not written in one language first."""


class Typed(ByLanguage):
    """Forms that readers type, by language."""

    all_: Annotated[tuple[Line, ...], Field(alias="all")] = ()
    """In every language."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """`typed: [a, b]` is short for `typed: {all: [a, b]}`."""
        return {"all": value} if isinstance(value, list) else value

    @model_validator(mode="after")
    def _is_something(self) -> Typed:
        if not any((self.all_, *self.__pydantic_extra__.values())):
            raise PydanticCustomError("empty", "empty")
        return self

    def of(self, language: str) -> tuple[Line, ...]:
        """Return the forms that readers of a language type."""
        return (*self.all_, *self.in_language(language))


class SearchTerm(Part):
    """One thing, as the pages call it and as readers call it."""

    find: Name
    """What the pages say."""

    typed: Typed
    """What readers type instead: wrong spellings, acronyms of other languages, everyday words."""

    page: Line | None = None
    """The page that answers it best, as its file below docs/en/ without `.md`, or a record."""

    @model_validator(mode="after")
    def _is_in_every_language(self) -> SearchTerm:
        wanted = [one for one in LANGUAGES if not unfinished(one)]
        missing = [one for one in wanted if isinstance(self.find, Text) and one not in self.find]
        if missing:
            values = {"within": "find", "languages": ", ".join(missing)}
            raise PydanticCustomError("find-incomplete", "find-incomplete", values)
        return self

    def found(self, language: str) -> str:
        """Return what the pages of a language say."""
        return self.find.shown(language).text if isinstance(self.find, Text) else self.find


def read_search_terms(root: Path, pages: Collection[str]) -> tuple[list[SearchTerm], list[Problem]]:
    """Return the terms of `root`, and each that is faulty or names none of `pages`."""
    items, positions, problems = read_list(root, FILE, SearchTerm, "search-shape", _ANY_LANGUAGE)
    known: dict[tuple[str, str], str] = {}
    for index, term in items:
        problems.extend(_faults(term, (index,), known, pages, positions))
    return [term for _, term in items], problems


def _faults(
    term: SearchTerm,
    at: Place,
    known: dict[tuple[str, str], str],
    pages: Collection[str],
    positions: Positions,
) -> Iterable[Problem]:
    if term.page is not None and term.page not in pages:
        values = {"given": term.page, "near": nearest(term.page, pages)}
        yield Problem(FILE, *locate_value((*at, "page"), positions), "page", "redirect-target", values)
    for language in LANGUAGES:
        for path, form in _forms(term.typed, language, positions, (*at, "typed")):
            other = known.setdefault((language, folded(form)), term.found(language))
            if other != term.found(language):
                values = {"given": form, "other": other}
                yield Problem(FILE, *locate_value(path, positions), "typed", "typed-twice", values)


def _forms(typed: Typed, language: str, positions: Positions, at: Place) -> Iterable[tuple[Place, str]]:
    """Yield each form of a language with its place in the file."""
    everywhere = (*at, "all") if (*at, "all") in positions else at
    yield from (((*everywhere, number), form) for number, form in enumerate(typed.all_))
    yield from (((*at, language, number), form) for number, form in enumerate(typed.in_language(language)))
