"""On paper: the words, the addresses of links, dark on white, and nothing to press."""

from __future__ import annotations

from collections.abc import Callable

from browser.templates import IN_TURN, Case, each
from browser.visits import Visit

_PAPER = 718
"""A4 less margins, in pixels of CSS."""


@each(IN_TURN, scheme=["light", "dark"])
def test_paper_gets_the_words_and_the_addresses(case: Case, scheme: str, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, _PAPER, media="print", color_scheme=scheme)
    assert opened.page.locator("main h1").first.is_visible()
    assert [*opened.probe("print"), *opened.probe("reflow")] == []
