"""Cards: the golden cases of `tests/cards/`, each a record and the HTML of its card in a list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from golden import files_of, golden
from untfsse.links import settle
from untfsse.records import KINDS
from untfsse.site import Site

CASES = golden("cards")


@pytest.mark.parametrize("name", CASES)
def test_a_card_looks_as_in_the_golden_case(name: str, small_site: Callable[..., Site]) -> None:
    case = CASES[name]
    kind, id_, files = files_of(case)
    tongue = small_site(files).tongue(case["language"])
    made = tongue.fragments.card(tongue.reader.card(kind, id_))
    assert settle(str(made), "").replace("\n", "") == case["card"].replace("\n", "")


def test_every_noun_has_a_card_in_every_language_and_one_to_escape() -> None:
    for kind in KINDS:
        cases = [case for case in CASES.values() if case["noun"] == kind.removesuffix("s")]
        assert {case["language"] for case in cases} == {"en", "fr", "es"}, kind
        assert any("A &amp; B" in case["card"] for case in cases), kind
        assert any('lang="' in case["card"] for case in cases), kind
