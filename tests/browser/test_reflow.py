"""Nothing is cut off and nothing scrolls sideways, however narrow the window and however large the text."""

from __future__ import annotations

from collections.abc import Callable

from browser.templates import Case, each
from browser.visits import DESKTOP, PHONE, Visit


@each()
def test_the_page_fits_at_400_per_cent(case: Case, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, PHONE, 256)
    found = [*opened.probe("reflow"), *opened.probe("scroll_regions")]
    opened.probe("open_all")
    assert [*found, *opened.probe("reflow")] == []


@each()
def test_the_page_fits_with_text_of_200_per_cent(case: Case, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, DESKTOP)
    opened.probe("larger_text")
    assert [*opened.probe("reflow"), *opened.probe("scroll_regions")] == []


@each()
def test_the_page_fits_with_text_spaced_wide(case: Case, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, PHONE)
    opened.probe("wider_text")
    assert opened.probe("reflow") == []
