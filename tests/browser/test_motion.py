"""Nothing moves for readers who do not want it, and nothing moves for long for anybody."""

from __future__ import annotations

from collections.abc import Callable

from browser.templates import Case, each_template
from browser.visits import PHONE, Visit

_AT_ONCE = 10
"""Milliseconds that nobody sees."""

_LONG = 5_000


@each_template
def test_nothing_moves_for_those_who_do_not_want_it(case: Case, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, PHONE, reduced_motion="reduce")
    found = opened.probe("motion", _AT_ONCE)
    opened.probe("open_all")
    assert [*found, *opened.probe("motion", _AT_ONCE)] == []


@each_template
def test_nothing_moves_for_long(case: Case, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, PHONE, reduced_motion="no-preference")
    opened.probe("open_all")
    assert opened.probe("motion", _LONG) == []
