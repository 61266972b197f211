"""Two versions of a page become one, in which a reader sees what changed and nothing else."""

from __future__ import annotations

import re
from typing import Any

import pytest

from golden import golden
from untfsse.review.cleaning import tree
from untfsse.review.merging import changes, merged
from untfsse.review.trees import Tree, written

_CASES = golden("review")
_ADDRESS = "https://site.example/x/y/"


def _merged(case: dict[str, Any]) -> Tree:
    return merged(tree(case["before"], _ADDRESS), tree(case["after"], _ADDRESS))


def _plain(html: str) -> str:
    return re.sub(r"\s*\n\s*", " ", html)


@pytest.mark.parametrize("name", [name for name, case in _CASES.items() if "shown" in case])
def test_both_versions_stand_in_one(name: str) -> None:
    made = re.sub(r'(?<=data-drawing=")\w+', "…", written(_merged(_CASES[name])))
    assert re.sub("^<div[^>]*>|</div>$", "", made) == _plain(_CASES[name]["shown"])


@pytest.mark.parametrize("name", [name for name, case in _CASES.items() if "told" in case])
def test_what_changed_is_told_with_the_item_or_row_it_stands_in(name: str) -> None:
    case = _CASES[name]
    assert [written(one) for one in changes(_merged(case))] == [_plain(one) for one in case["told"]]
