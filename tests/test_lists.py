"""What each macro puts into a page: the golden cases of `tests/lists/`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from golden import files_of, golden
from untfsse.links import settle
from untfsse.macro_calls import MACROS
from untfsse.site import Site

CASES = golden("lists")


@pytest.mark.parametrize("name", CASES)
def test_a_macro_puts_what_the_golden_case_says(name: str, small_site: Callable[..., Site]) -> None:
    case = CASES[name]
    tongue = small_site(files_of(case)[2]).tongue(case["language"])
    given = {key: int(value) if key == "limit" else value for key, value in case.get("given", {}).items()}
    html = settle(str(tongue.lists.render(case["macro"], given)), "").replace("\n", "")
    assert [part for part in case["contains"] if part.replace("\n", "") not in html] == [], html
    assert [part for part in case.get("lacks", ()) if part in html] == [], html


def test_every_macro_has_a_case() -> None:
    assert {case["macro"] for case in CASES.values()} == set(MACROS)


def test_the_lists_of_the_real_site_can_all_be_made(real_site: Site) -> None:
    for language in ("en", "fr", "es"):
        lists = real_site.tongue(language).lists
        for macro, arguments in MACROS.items():
            given: dict[str, Any] = {
                "count": {"status": "member"},
                "directory": {"kind": "events"},
                "data_fields": {"kind": "events"},
                "embed_snippet": {"name": "next-events"},
                "fields": {"kind": "event"},
                "form": {"name": "event"},
            }.get(macro, {})
            if arguments and arguments[0].records:
                given = {"id": list(real_site.graph.records[arguments[0].records])[-1]}
            made = settle(str(lists.render(macro, given)), "")
            assert made.startswith("<")
            assert "None" not in made
