"""Reading interface words: counts by the rule of a language, and files that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from untfsse.strings import Strings, read_strings, strings_file


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 0, "0 records"),
        ("en", 1, "1 record"),
        ("en", 2, "2 records"),
        ("fr", 0, "0 fiche"),
        ("fr", 1, "1 fiche"),
        ("fr", 2, "2 fiches"),
        ("fr", 1_000_000, "1000000 fiches"),
        ("es", 0, "0 fichas"),
        ("es", 1, "1 ficha"),
        ("es", 1_000_000, "1000000 fichas"),
    ],
)
def test_a_count_follows_the_rule_of_the_language(language: str, number: int, said: str) -> None:
    forms = {
        "en": ("{n} record", "{n} records"),
        "fr": ("{n} fiche", "{n} fiches"),
        "es": ("{n} ficha", "{n} fichas"),
    }
    one, other = forms[language]
    assert Strings(language, {"x.one": one, "x.other": other}).count("x", number) == said


def test_values_are_filled_in_and_an_unknown_key_is_an_error() -> None:
    strings = Strings(
        "en", {"a": "since {date}", "b": "100 % {not a place", "c.one": "x", "c.other": "{n} {date}"}
    )
    assert strings("a", date="2023") == "since 2023"
    assert strings("b") == "100 % {not a place"
    assert strings.count("c", 2, date="2023") == "2 2023"
    assert strings.keys() == {"a", "b", "c.one", "c.other"}
    with pytest.raises(KeyError):
        strings("d")


def test_a_value_is_not_filled_in_again() -> None:
    assert Strings("en", {"a": "since {date}"})("a", date="{date}") == "since {date}"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"docs/fr/strings.yml": None}, [("docs/fr/strings.yml", "file-missing")]),
        ({"docs/fr/strings.yml": "a: b: c"}, [("docs/fr/strings.yml", "yaml-colon")]),
        ({"docs/fr/strings.yml": "- a"}, [("docs/fr/strings.yml", "strings-shape")]),
        ({"docs/fr/strings.yml": "a:"}, [("docs/fr/strings.yml", "empty")]),
        ({"docs/fr/strings.yml": "a: {b: c}"}, [("docs/fr/strings.yml", "strings-shape")]),
        ({"docs/fr/strings.yml": "a: <b>x</b>"}, [("docs/fr/strings.yml", "inline-html")]),
        (
            {"docs/fr/strings.yml": "a: '[x](javascript:alert(1))'"},
            [("docs/fr/strings.yml", "inline-address")],
        ),
        ({}, []),
    ],
)
def test_a_file_of_words_that_cannot_be_read_is_told(
    small_project: Callable[[Mapping[str, Any]], Path], files: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    _, problems = read_strings(small_project(files))
    assert [(one.file, one.key) for one in problems if one.key != "string-missing"] == found


def test_a_key_that_a_language_lacks_is_told_with_the_files_that_have_it(
    small_project: Callable[[Mapping[str, Any]], Path],
) -> None:
    files = {strings_file("en"): "a: x\nb: y", strings_file("fr"): "a: x", strings_file("es"): "a: x\nc: z"}
    _, problems = read_strings(small_project(files))
    assert [(one.file, one.values["given"], one.values["others"]) for one in problems] == [
        ("docs/en/strings.yml", "c", "docs/es/strings.yml"),
        ("docs/fr/strings.yml", "b", "docs/en/strings.yml"),
        ("docs/fr/strings.yml", "c", "docs/es/strings.yml"),
        ("docs/es/strings.yml", "b", "docs/en/strings.yml"),
    ]
