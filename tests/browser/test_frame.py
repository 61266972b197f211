"""What frames the pages has the roles and names that are kept in `frames/<language>.yml`."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from browser.frame import kept, told
from browser.served import Served
from untfsse.locales import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_is_told_what_is_kept(language: str, browser: Browser, served: Served) -> None:
    assert told(browser, served, language) == kept(language), "if this is meant: make frames"
