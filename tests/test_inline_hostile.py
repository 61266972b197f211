"""Hostile light Markdown: whatever a record holds, it becomes emphasis and safe links at most."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from untfsse.addresses import refusal
from untfsse.inline import refused, to_html, to_plain

HOSTILE = [
    "[a](javascript:alert(1))",
    "[a](JavaScript:alert(1))",
    "[a](  javascript:alert(1))",
    "[a](\tjavascript:alert(1))",
    "[a](<javascript:alert(1)>)",
    '[a](javascript:alert(1) "t")',
    "[a [b] c](javascript:alert(1))",
    "[[a]](javascript:alert(1))",
    "[a\nb](javascript:alert(1))",
    r"[a\]b](javascript:alert(1))",
    "[*a*](javascript:alert(1))",
    "[](javascript:alert(1))",
    "*[a](javascript:alert(1))*",
    "[a](https://x.org/)[b](javascript:alert(1))",
    "[![a](https://x.org/i.png)](javascript:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](vbscript:x)",
    "[a](//x.org/)",
    "[a](/\\x.org/)",
    '[a](https://x.org/"onclick="alert(1))',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_link_is_refused_however_it_is_written(text: str) -> None:
    assert "inline-address" in [key for key, _ in refused(text)]


def test_the_message_names_the_address_that_would_be_published() -> None:
    assert list(refused("[a [b] c](javascript:alert(1))")) == [
        ("inline-address", {"given": "javascript:alert(1)"})
    ]


_PIECES = st.sampled_from(
    [*"[]()<>*_\\`!&;#: a\"'\n", "](", "**", "javascript:alert(1)", "https://x.org/", "<script>", "&#106;"]
)
_TEXTS = st.lists(_PIECES, max_size=14).map("".join) | st.text(max_size=30)


@settings(max_examples=500)
@given(text=_TEXTS)
def test_a_text_never_becomes_more_than_emphasis_and_links(text: str) -> None:
    seen = _Seen(to_html(text))
    assert seen.tags <= {"em", "strong", "a"}
    assert seen.attributes <= {"href", "title"}


@settings(max_examples=500)
@given(text=_TEXTS)
def test_a_text_that_is_not_refused_links_only_to_what_may_be_published(text: str) -> None:
    if not list(refused(text)):
        for address in _Seen(to_html(text)).addresses:
            assert refusal(address) is None


@given(text=st.text(max_size=60).filter(lambda text: not re.search(r"[*_\[\\]", text)))
def test_a_text_without_marks_keeps_every_character(text: str) -> None:
    assert unescape(to_html(text)) == text


@settings(max_examples=500)
@given(text=_TEXTS)
def test_the_plain_words_stand_on_one_line(text: str) -> None:
    assert "\n" not in to_plain(text)


class _Seen(HTMLParser):
    """The tags, attributes and addresses of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name == "href"]
