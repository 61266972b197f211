"""Blocks of a page are marked by the line they begin on; nothing else of the page changes."""

from __future__ import annotations

import re

import markdown
import pytest

from golden import golden
from untfsse.marking import Marking, can_be_marked, marked
from untfsse.page_markup import EXTENSIONS
from untfsse.site import Site
from untfsse.translations.blocks import split

CASES = golden("marks")
_SAID = "\ue0f17\ue0f2"
"""What stands for HTML while Markdown is converted."""


def _html(page: str) -> str:
    converter = markdown.Markdown(extensions=[*EXTENSIONS, Marking()], extension_configs=EXTENSIONS)
    return converter.convert(page)


def _bare(html: str) -> str:
    return re.sub(r"\s*\n\s*", " ", html).replace("> <", "><")


@pytest.mark.parametrize("name", CASES)
def test_a_block_is_marked_as_the_golden_case_says(name: str) -> None:
    case = CASES[name]
    html = _html(marked(case["page"], {int(line): _SAID for line in case["lines"]}))
    assert _bare(html).replace(_SAID, "(!)") == case["html"]


def test_every_block_of_the_real_site_can_be_marked_and_nothing_else_changes(real_site: Site) -> None:
    for pages in real_site.checked.prose.values():
        for page in pages.values():
            body, lines = page.body, page.body.split("\n")
            blocks = [one for one in split(body) if can_be_marked(one.kind, lines[one.line - 1])]
            html = _html(marked(body, {one.line: f"\ue0f1{one.line}\ue0f2" for one in blocks}))
            told = [int(number) for number in re.findall("\ue0f1(\\d+)\ue0f2", html)]
            assert sorted(told) == [one.line for one in blocks], page.file
            html = re.sub("\ue0f1\\d+\ue0f2", "", html)
            html = html.replace(' class="sse-older"', "").replace(" sse-older", "")
            assert html == _html(body), page.file


def test_what_has_no_words_of_its_own_is_not_marked() -> None:
    assert not can_be_marked("call", "{{ events() }}")
    assert not can_be_marked("code", "    x = 1")
    assert not can_be_marked("paragraph", "[label]: https://example.org/")
    assert can_be_marked("paragraph", "[label](a.md): words")
    assert can_be_marked("paragraph", "[^1]: a note")
