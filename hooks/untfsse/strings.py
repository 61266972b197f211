"""Interface words: `docs/<language>/strings.yml`, one flat list of dotted keys per language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale

from untfsse import placeholders
from untfsse.inline import refused
from untfsse.locales import LANGUAGES
from untfsse.problems import Problem
from untfsse.yaml_source import Positions, Unreadable, parse, read

_LIMIT = 256 * 1024


class Strings:
    """The interface words of one language."""

    def __init__(self, language: str, words: dict[str, str]) -> None:
        self.language = language
        self._words = words
        self._plural = Locale.parse(language).plural_form

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for `key` with `{name}` filled in; raise KeyError for an unknown key."""
        words = self._words[key]
        return words.format_map(values) if values else words

    def count(self, key: str, number: int, **values: object) -> str:
        """Return `key.one` or `key.other` by the language's plural rule (CLDR), `{n}` filled in."""
        form = "one" if self._plural(number) == "one" else "other"
        return self._words[f"{key}.{form}"].format_map({"n": number, **values})

    def items(self) -> list[tuple[str, str]]:
        """Every key with its words."""
        return list(self._words.items())

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
        positions: Positions = {}
        try:
            data = parse(read(root, file, _LIMIT), positions)
        except Unreadable as unreadable:
            problems.append(unreadable.problem(file))
            continue
        if not isinstance(data, dict):
            problems.append(Problem(file, 1, 1, "", "strings-shape", {}))
            continue
        found[language] = {key: words for key, words in data.items() if isinstance(words, str)}
        faults = [(key, *fault) for key, words in data.items() for fault in _faults(words)]
        faults += placeholders.faults(found[language], found[next(iter(found))])
        told: set[str] = set()
        for key, message, values in faults:
            if key not in told:
                problems.append(Problem(file, *positions[(key,)], key, message, values))
            told.add(key)
    problems += _missing(found)
    return {language: Strings(language, words) for language, words in found.items()}, problems


def _faults(words: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if not isinstance(words, str):
        yield "strings-shape", {}
    elif not words.strip():
        yield "empty", {}
    else:
        yield from (fault for fault in refused(words) if fault[0] != "inline-block")


def _missing(found: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    every = {key for words in found.values() for key in words}
    for language, words in found.items():
        for key in sorted(every - words.keys()):
            others = ", ".join(strings_file(other) for other in found if key in found[other])
            values = {"given": key, "others": others}
            yield Problem(strings_file(language), 0, 1, "", "string-missing", values)
