"""Whatever can be pressed is large enough for a finger, or far enough from the next."""

from __future__ import annotations

from collections.abc import Callable

from browser.templates import Case, each
from browser.visits import DESKTOP, PHONE, Visit


@each(width=[PHONE, DESKTOP])
def test_targets_are_large_enough(case: Case, width: int, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, width)
    opened.probe("open_all")
    assert opened.probe("targets") == []
