"""With the colours of a reader's own system all is still seen; nothing is said by colour alone."""

from __future__ import annotations

from collections.abc import Callable

from browser.templates import IN_TURN, Case, each, each_template
from browser.visits import DESKTOP, PHONE, Visit


@each(IN_TURN, scheme=["light", "dark"])
def test_all_is_seen_in_forced_colours(case: Case, scheme: str, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, DESKTOP, forced_colors="active", color_scheme=scheme)
    assert [*opened.probe("forced_colours"), *opened.probe("current")] == []
    steps = list(opened.steps("Tab", 12))
    assert steps
    assert {step["name"]: step["faults"] for step in steps if step["faults"]} == {}


@each_template
def test_where_the_reader_is_is_not_said_by_colour_alone(case: Case, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, PHONE)
    opened.probe("open_all")
    assert opened.probe("current") == []
