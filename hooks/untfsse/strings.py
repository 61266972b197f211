"""Interface words: `docs/<language>/strings.yml`, one flat list of dotted keys per language."""

from __future__ import annotations

from pathlib import Path

from babel import Locale

from untfsse.locales import LANGUAGES
from untfsse.problems import Problem
from untfsse.yaml_source import Unreadable, decode, parse

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
    """Return the words of every language, and each key that one of them lacks or has too much."""
    found: dict[str, Strings] = {}
    problems: list[Problem] = []
    for language in LANGUAGES:
        file = strings_file(language)
        try:
            data = parse(decode((root / file).read_bytes(), _LIMIT))
        except FileNotFoundError:
            problems.append(Problem(file, 0, 1, "", "file-missing", {}))
            continue
        except Unreadable as unreadable:
            problems.append(unreadable.problem(file))
            continue
        if not isinstance(data, dict) or not all(isinstance(v, str) and v for v in data.values()):
            problems.append(Problem(file, 1, 1, "", "strings-shape", {}))
            continue
        found[language] = Strings(language, data)
    every = set().union(*(one.keys() for one in found.values()))
    for language, one in found.items():
        for key in sorted(every - one.keys()):
            others = ", ".join(strings_file(o) for o in found if found[o].has(key))
            values = {"given": key, "others": others}
            problems.append(Problem(strings_file(language), 0, 1, "", "string-missing", values))
    return found, problems
