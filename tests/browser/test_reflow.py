"""Nothing is cut off and nothing scrolls sideways, however narrow the window and however large the text."""

from __future__ import annotations

from collections.abc import Callable

from browser.templates import Case, each
from browser.visits import DESKTOP, PHONE, Visit


@each()
def test_the_page_fits_whatever_a_reader_has_set(case: Case, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, DESKTOP)
    opened.probe("larger_text", "200%")
    found = {"text of 200 per cent": [*opened.probe("reflow"), *opened.probe("scroll_regions")]}
    opened.probe("larger_text", "100%")
    opened.resize(PHONE, 256)
    found["window of 400 per cent"] = [*opened.probe("reflow"), *opened.probe("scroll_regions")]
    opened.probe("open_all")
    found["all open at 400 per cent"] = opened.probe("reflow")
    opened.go(case.path)
    opened.probe("wider_text")
    found["text spaced wide"] = opened.probe("reflow")
    assert {reader: faults for reader, faults in found.items() if faults} == {}
