"""Where the focus is can be seen: the pixels change, for each kind of control of each template."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browser.templates import CASES, Case
from browser.visits import DESKTOP, PHONE, Visit
from untfsse.locales import DEFAULT


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("case", [case for case in CASES if case.language == DEFAULT], ids=str)
def test_pixels_change_where_the_focus_is(case: Case, scheme: str, visit: Callable[..., Visit]) -> None:
    width = PHONE if scheme == "dark" else DESKTOP
    opened = visit(case.path, width, color_scheme=scheme, reduced_motion="reduce")
    page = opened.page
    unchanged = []
    kinds = opened.probe("kinds")
    for number in kinds:
        step = opened.probe("focused", number)
        focused = page.screenshot(clip=step["around"])
        page.evaluate("document.activeElement.blur()")
        if focused == page.screenshot(clip=step["around"]):
            unchanged.append(step["name"])
    assert kinds
    assert unchanged == []
