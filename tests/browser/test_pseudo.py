"""The site in an invented language (`tests/pseudo.py`): no word is hard-coded, and longer words fit everywhere."""

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
from untfsse.yaml_source import parse

_ALLOWED = re.compile(
    r"""
      [A-Z][A-Z0-9]+s?(?=\W|$)            # acronyms and codes: SSE, ISBN, A
    | (?<=\d)[ \u00a0]?(?:kB|MB)          # sizes of files
    | https?://\S+ | (?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?(?:[ ]–[ ][\w .-]+)?  # hosts, and paths of theirs
    | [\w.+-]+@[\w.-]+ | (?:data|docs)/\S+
    """,
    re.VERBOSE,
)
"""What no language translates; names are allowed where `_names` knows them."""


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
    for known in (_names(), _ALLOWED):
        words = known.sub(" ", words)
    plain = re.findall(r"[^\W\d_]{2,}", words)
    return [word for word in plain if not re.search("[\u0300-\u036f]", unicodedata.normalize("NFD", word))]


@cache
def _names() -> re.Pattern[str]:
    """What stands on pages as it is: values of records that are the same in every language, and words of CLDR."""
    british = Locale.parse("en_GB")
    known = {
        *british.territories.values(),
        *british.languages.values(),
        *british.months["format"]["wide"].values(),
    }
    known |= {*british.days["format"]["wide"].values(), *british.months["format"]["abbreviated"].values()}
    known |= {by_language["en"] for by_language in un_names().values() if "en" in by_language}
    for file in pseudo.data_files():
        for value in pseudo.proper(parse((PROJECT / file).read_text("utf-8"))):
            known |= {value, re.sub(r"[*]|\]\([^)]*\)|\[", "", value)}
            if re.fullmatch(r"[A-Z]\w+/\w+", value):
                known.add(str(get_timezone_location(value, locale=british, return_city=True)))
    longest_first = sorted((one for one in known if re.search(r"[^\W\d_]{2}", one)), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
