"""The rules of language: what they find, what they leave alone, and where they say it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from small_project import PROJECT, TRANSLATED, lay, write_base
from untfsse.checking import read_all
from untfsse.language_rules import faults
from untfsse.problems import ProblemsFound
from untfsse.word_checks import check_words

WORD_KEYS = {
    *("page-untranslated", "term-avoided", "apostrophe", "french-space", "french-opening", "french-quotes"),
    *("spanish-question", "spanish-exclamation", "no-date", "private-mail", "heading-first"),
    *("heading-skipped", "link-words", "description-length"),
}
"""Keys of the messages that only `untfsse check` tells, not a build."""

WORDS = PROJECT / "tests" / "words"
RULES = yaml.safe_load((WORDS / "rules.yml").read_text("utf-8"))
PAGES = yaml.safe_load((WORDS / "pages.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", RULES, ids=lambda case: case["text"])
def test_a_rule_finds_its_breaches_and_nothing_else(case: dict[str, Any]) -> None:
    found = sorted(faults(case["language"], case["text"], {"en": ["UNTFXX"]}))
    assert [fault.key for fault in found] == case["expect"]


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["name"])
def test_a_breach_is_told_with_its_place_and_cure(case: dict[str, Any], tmp_path: Path) -> None:
    write_base(tmp_path)
    lay(tmp_path, {**TRANSLATED, **case["files"]})
    told = [problem.told() for problem in ProblemsFound(check_words(read_all(tmp_path))).problems]
    assert told == case["expect"]


def test_the_words_of_the_real_site_keep_every_rule() -> None:
    checked = read_all(PROJECT)
    found = ProblemsFound([*checked.problems, *check_words(checked)]).problems
    assert [problem.told() for problem in found] == []


def test_every_message_about_words_is_expected_by_a_case() -> None:
    told = " ".join(line for case in PAGES for line in case["expect"])
    found = {key for case in RULES for key in case["expect"]}
    assert found | {key for key, sign in _SIGNS.items() if sign in told} == WORD_KEYS


_SIGNS = {
    "page-untranslated": "translate this page",
    "heading-first": "heading with one #",
    "heading-skipped": "skips a level",
    "link-words": "the link says",
    "description-length": "the description has",
}
