"""Interface words: `docs/<language>/strings.yml`, one flat list of dotted keys per language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from untfsse import placeholders
from untfsse.foreign import Foreign
from untfsse.inline import refused
from untfsse.languages import SOURCE, unfinished
from untfsse.locales import LANGUAGES
from untfsse.names import locale_of
from untfsse.problems import Problem
from untfsse.spots import locate_value
from untfsse.yaml_source import Positions, Unreadable, parse, read

_LIMIT = 256 * 1024
MORE_FORMS = (".zero", ".two", ".few", ".many")
"""Of counts; each language has `.one` and `.other` (CLDR)."""


class Strings:
    """The interface words of one language."""

    def __init__(
        self, language: str, words: dict[str, str], instead: Mapping[str, str] | None = None
    ) -> None:
        """`instead` are those of the source, for what is not translated yet."""
        self.language = language
        self._own = words
        self._words = {**(instead or {}), **words}
        self._plural = locale_of(language).plural_form
        self._plural_there = locale_of(SOURCE).plural_form

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for `key` with `{name}` filled in; raise KeyError for an unknown key.

        What is not translated yet is `Foreign`.
        """
        words = self._words[key]
        filled = words.format_map(values) if values else words
        return filled if key in self._own else Foreign(filled)

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the words of a count by the language's plural rule (CLDR), `{n}` filled in.

        Every language has `key.one` and `key.other`, and may have `key.zero`, `.two`, `.few` and `.many`.
        """
        return self(self.counted(key, number), n=number, **values)

    def counted(self, key: str, number: int) -> str:
        """Return the key of the words of a count."""
        own = f"{key}.other" in self._own
        form = (self._plural if own else self._plural_there)(number)
        return f"{key}.{form}" if f"{key}.{form}" in self._words else f"{key}.other"

    def items(self) -> list[tuple[str, str]]:
        """Every key of this language with its words."""
        return list(self._own.items())

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to translate."""
        return len(self._words) == len(self._own)

    def is_own(self, key: str) -> bool:
        """Whether the words for `key` are in this language, not in that of the source."""
        return key in self._own

    def has(self, key: str) -> bool:
        """Whether there are words for `key`."""
        return key in self._words

    def keys(self) -> set[str]:
        """All keys of this language."""
        return set(self._words)


def strings_file(language: str) -> str:
    """Return the path of the words of `language`, from the root of the project."""
    return f"docs/{language}/strings.yml"


def read_strings(root: Path) -> tuple[dict[str, Strings], list[Problem]]:
    """Return the words of every language, and what is wrong with them."""
    found: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for language in LANGUAGES:
        file = strings_file(language)
        positions = Positions()
        try:
            data = parse(read(root, file, _LIMIT), positions)
        except Unreadable as unreadable:
            problems.append(unreadable.problem(file))
            continue
        if data is None and unfinished(language):
            data = {}
        if not isinstance(data, dict):
            problems.append(Problem(file, 1, 1, "", "strings-shape", {}))
            continue
        found[language] = {key: words for key, words in data.items() if isinstance(words, str)}
        faults = [(key, *fault) for key, words in data.items() for fault in _faults(words)]
        faults += placeholders.faults(found[language], found[next(iter(found))])
        told: set[str] = set()
        for key, message, values in faults:
            words = data[key]
            if key not in told:
                problems.append(Problem(file, *_place(key, words, values, positions), key, message, values))
            told.add(key)
    problems += _missing(found)
    source = found.get(SOURCE, {})
    made = {one: Strings(one, words, source if unfinished(one) else None) for one, words in found.items()}
    return made, problems


def _place(key: str, words: Any, values: Mapping[str, Any], positions: Positions) -> tuple[int, int]:
    """Return where the words of a key stand, or what is at fault in them."""
    if not isinstance(words, str):
        return positions[(key,)]
    return locate_value((key,), positions, words, max(words.find(str(values.get("given", ""))), 0))


def _faults(words: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if not isinstance(words, str):
        yield "strings-shape", {}
    elif not words.strip():
        yield "empty", {}
    else:
        yield from (fault for fault in refused(words) if fault[0] != "inline-block")


def _missing(found: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """A key that one language has and another lacks; some languages have more forms of counts than others."""
    every = {key for words in found.values() for key in words if not key.endswith(MORE_FORMS)}
    for language, words in found.items():
        if unfinished(language):
            continue
        for key in sorted(every - words.keys()):
            others = ", ".join(strings_file(other) for other in found if key in found[other])
            values = {"given": key, "others": others}
            yield Problem(strings_file(language), 0, 1, "", "string-missing", values)
