"""What CONTRIBUTING tells editors about macros is what the macros are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from untfsse.macro_calls import MACROS

PROJECT = Path(__file__).resolve().parent.parent
GUIDE = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.mark.parametrize("macro", MACROS)
def test_every_macro_is_explained_with_an_example(macro: str) -> None:
    assert f"`{{{{ {macro}(" in GUIDE or f"`{macro}`" in GUIDE


ARGUMENTS = sorted({one.name for arguments in MACROS.values() for one in arguments} - {"id"})


@pytest.mark.parametrize("name", ARGUMENTS)
def test_every_argument_is_explained(name: str) -> None:
    assert re.search(rf"^\|.*`{name}`", GUIDE, re.MULTILINE)


def test_every_example_calls_a_macro_with_arguments_it_has() -> None:
    calls = list(Environment().parse(GUIDE.replace("`{{` and `}}`", "")).find_all(nodes.Call))
    assert len(calls) >= 12
    for call in calls:
        assert isinstance(call.node, nodes.Name)
        known = {argument.name for argument in MACROS[call.node.name]}
        assert {keyword.key for keyword in call.kwargs} <= known
