"""How the search compares words: the golden cases, synonyms, and what goes into the index."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from untfsse.locales import LANGUAGES
from untfsse.search_words import IGNORED, apart, folded, indexed, synonyms, telling

CASES = yaml.safe_load((Path(__file__).parent / "search_words.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_words_are_compared_without_accents_ligatures_and_elided_articles(case: dict[str, str]) -> None:
    assert folded(case["text"]) == case["folded"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("l’école", "l’\u200aécole"),
        ("L'ESS qu'on connaît", "L'\u200aESS qu'\u200aon connaît"),
        ("aujourd’hui", "aujourd’hui"),
        ("un œuf, Œuvre", "un o\u2060euf, O\u2060Euvre"),
        ("members’ rights", "members’ rights"),
    ],
)
def test_the_index_separates_what_pagefind_would_join(text: str, made: str) -> None:
    assert indexed(text) == made


def test_a_typed_form_is_replaced_by_what_the_pages_say() -> None:
    known = synonyms("en", {"UNTFSSSE": "UNTFSSE", "UN TFSSE": "UNTFSSE", "co-op": "cooperative"})
    assert known.rewritten("untfssse Members") == "untfsse members"
    assert known.rewritten("The UN TFSSE and co-op laws") == "the untfsse and cooperative laws"
    assert known.rewritten("UN") == "un"


def test_the_longest_form_is_replaced() -> None:
    known = synonyms("fr", {"économie": "richesse", "économie solidaire": "économie sociale et solidaire"})
    assert known.rewritten("L’economie solidaire") == "économie sociale et solidaire"
    assert known.rewritten("économie verte") == "richesse verte"


def test_an_everyday_word_is_no_synonym() -> None:
    assert synonyms("fr", {"AU": "UA", "UN": "ONU", "EC": "CE"}).rules == {}
    assert synonyms("en", {"AU": "UA"}).rules == {"au": "ua"}


def test_a_form_that_says_the_same_is_no_synonym() -> None:
    assert synonyms("es", {"CEPAL": "cepal"}).rules == {}


def test_a_page_is_found_by_what_it_says_in_another_form() -> None:
    known = synonyms("en", {"ESS": "social economy", "OIT": "ILO", "coop": "cooperative"})
    assert known.missing("The OIT and a coop") == ["ILO", "cooperative"]
    assert known.missing("The ILO, in French OIT") == []
    assert known.missing("Less, and a cooperation") == []


def test_an_acronym_in_small_letters_is_another_word() -> None:
    known = synonyms("es", {"AUB": "UA"})
    assert known.missing("El AUB") == ["UA"]
    assert known.missing("el aub") == []


def test_telling_words_are_those_that_are_not_passed_over() -> None:
    assert telling("L’économie sociale et la solidarité, et l’économie", "fr") == [
        "économie",
        "sociale",
        "solidarité",
    ]
    assert telling("To and de la ciudad", *LANGUAGES) == ["ciudad"]


def test_words_that_begin_alike_are_divided() -> None:
    assert apart(["Statistics", "of", "Statisticians", "Labour"]) == (
        ["Statistics", "of", "Labour"],
        ["Statisticians"],
    )
    assert apart(["resolution", "RES", "77"]) == (["resolution", "77"], ["RES"])


def test_words_that_are_passed_over_are_written_as_they_are_compared() -> None:
    for language in LANGUAGES:
        assert {folded(word) for word in IGNORED[language]} == IGNORED[language] - {""}
        assert len(IGNORED[language]) > 40
