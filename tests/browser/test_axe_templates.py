"""Every template, in every language and both colour schemes, narrow and wide, as axe sees it.

Wide and light is how `test_every_page.py` opens all pages.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browser.axe import faults
from browser.templates import Case, each, each_template
from browser.visits import DESKTOP, PHONE, Visit


@each()
def test_axe_finds_nothing(case: Case, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, PHONE)
    found = {"light and narrow": faults(opened)}
    opened.page.emulate_media(color_scheme="dark")
    found["dark and narrow"] = faults(opened)
    opened.resize(DESKTOP)
    found["dark and wide"] = faults(opened)
    assert {reader: faults for reader, faults in found.items() if faults} == {}


@each_template
def test_axe_finds_nothing_when_all_that_opens_is_open(case: Case, visit: Callable[..., Visit]) -> None:
    opened = visit(case.path, PHONE)
    opened.probe("open_all")
    assert faults(opened) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_there_is_no_page(scheme: str, visit: Callable[..., Visit]) -> None:
    assert faults(visit("there/is/no/such/page/", color_scheme=scheme)) == []
