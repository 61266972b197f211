"""The site in an invented language (`tests/pseudo.py`): no word is hard-coded, and longer words fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import get_timezone_location
from playwright.sync_api import Playwright

import pseudo
from browser.served import launched, served_at
from browser.templates import TEMPLATES
from browser.visits import DESKTOP, PHONE, Visit
from building import CLOCK, PROJECT, Built, build, built_once
from untfsse.names import un_names
from untfsse.records.base import ID_FORM
from untfsse.yaml_source import parse

_ADDRESS = re.compile(r"^(?:[\w-]+\.)+[a-z]{2,}(?: – .*|/.*)?$")
"""An address outside, as readers see it: a host, and words of the path."""

_WHOLE_ADDRESS = re.compile(r"(?:https?|webcal)://\S+|[\w.+-]+@[\w.-]+")

_ALLOWED = re.compile(
    r"""
      [A-Z][A-Z0-9]+s?(?=\W|$)                   # acronyms and codes: SSE, ISBN
    | (?<=\d)[ \u00a0]?(?:kB|MB)(?!\w)
    | Natural[ ]Earth | GeoNames                 # where the map is from
    | BibTeX | Chicago                           # a format, a style
    """,
    re.VERBOSE,
)
"""What no language translates; names are allowed where `_names` knows them."""


_MARKS = re.compile(r"[*]|\]\([^)]*\)|\[")
"""Light Markdown."""


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory, playwright: Playwright) -> Iterator[Visit]:
    """A window on the site in the pseudo-language."""

    def made(folder: Path) -> Built:
        root = pseudo.make(folder)
        return build(root, SITE_URL="https://pseudo.example/", SOURCE_DATE_EPOCH=CLOCK)

    with served_at(built_once(tmp_path_factory, "pseudo", made)) as served:
        browser = launched(playwright, served.port)
        yield Visit(browser.new_page(), served.address)
        browser.close()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_every_word_is_translated_and_everything_fits(width: int, window: Visit) -> None:
    window.page.set_viewport_size({"width": width, "height": 800})
    faults: dict[str, list[str]] = {}
    for name, path in TEMPLATES.items():
        window.go(f"{pseudo.CODE}/{path}")
        found = [*window.probe("reflow"), *window.probe("overlaps")]
        if width == DESKTOP:  # the words are the same
            found += [words for words in window.probe("unaccented") if _hard_coded(words)]
        if found:
            faults[name] = found
    assert faults == {}


def _hard_coded(words: str) -> list[str]:
    """Return the words that are neither accented nor names, numbers or codes."""
    for known in (_WHOLE_ADDRESS, _ADDRESS, _names(), _ALLOWED):
        words = known.sub(" ", words)
    plain = re.findall(r"[^\W\d_]{2,}", words)
    return [word for word in plain if not re.search("[\u0300-\u036f]", unicodedata.normalize("NFD", word))]


@cache
def _names() -> re.Pattern[str]:
    """What stands on pages as it is: values of records that are the same in every language, words of CLDR."""
    british = Locale.parse("en_GB")
    formats = [*british.months["format"].values(), *british.days["format"].values()]
    known = {word for words in (british.territories, british.languages, *formats) for word in words.values()}
    known |= {names["en"] for names in un_names().values() if "en" in names}
    for file in pseudo.data_files():
        for value in pseudo.proper(parse((PROJECT / file).read_text("utf-8"))):
            if re.fullmatch(r"[A-Z]\w+/\w+", value):
                known.add(str(get_timezone_location(value, locale=british, return_city=True)))
            elif not ID_FORM.fullmatch(value):
                known |= {value, _MARKS.sub("", value)}
    names = sorted((one for one in known if re.search(r"[^\W\d_]{2}", one)), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
