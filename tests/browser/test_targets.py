"""Whatever can be pressed is large enough for a finger, or far enough from the next."""

from __future__ import annotations

from collections.abc import Callable

from browser.templates import Case, each
from browser.visits import DESKTOP, PHONE, Visit


@each()
def test_targets_are_large_enough(case: Case, visit: Callable[..., Visit]) -> None:
    found = {}
    opened = visit(case.path, DESKTOP)
    for width in (DESKTOP, PHONE):
        opened.resize(width)
        opened.probe("open_all")
        found[width] = opened.probe("targets")
    assert {width: faults for width, faults in found.items() if faults} == {}
