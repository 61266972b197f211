"""Words as Markdown: another reader of Markdown shows them letter by letter."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from untfsse import plain_text
from untfsse.plain_text import escaped, verbatim, written
from untfsse.views.base import say

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Zl", "Zp"]))


def _shown(markdown: str) -> str:
    """The words of what must be one paragraph of plain words."""
    tokens = _READER.parse(markdown)
    assert [one.type for one in tokens] == ["paragraph_open", "inline", "paragraph_close"], markdown
    inline = tokens[1].children or []
    assert {one.type for one in inline} <= {"text", "text_special"}, markdown
    return "".join(one.content for one in inline)


@given(_LINES)
@example("- a list")
@example("1. a list")
@example("2023) a list")
@example("# a heading #")
@example("> said")
@example('=HYPERLINK("x")')
@example("---")
@example("***bold*** _and_ `code` ~~out~~")
@example("[a](b) ![c](d) <https://e.f> <b>")
@example("&amp; &#65; &copy; &copy")
@example("a | b")
@example("</script> ]]> BEGIN:VALARM")
@example("\\ \\* c:\\d")
@example("🌊 l’eau\u00a0!")
def test_words_come_back_letter_by_letter(words: str) -> None:
    made = escaped(words)
    if wanted := re.sub(" {2,}", " ", words).strip():
        assert _shown(str(made)).strip() == wanted
        assert _shown(f"before {made}".strip()).removeprefix("before ").strip() == wanted
    else:
        assert made == ""


@pytest.mark.parametrize("space", ["\n", "\r\n", " \n\n ", "\u2028", "\t", "\x0c"])
def test_words_stay_on_one_line(space: str) -> None:
    assert escaped(f"a{space}b") == "a b"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Members met to *draft* a **plan**.", "Members met to *draft* a **plan**."),
        (
            "See [the page](https://example.org/a?b=1&c=2) & more",
            "See [the page](https://example.org/a?b=1&c=2) & more",
        ),
        ("A [page](/events/x/) of ours", "A [page](\ue0f0/events/x/) of ours"),
        ("5 < 6_7 | 8", r"5 \< 6\_7 \| 8"),
        ("* no list", r"\* no list"),
        ("2. no list", r"2\. no list"),
        (r"\*no emphasis\*", r"\*no emphasis\*"),
    ],
)
def test_light_markdown_of_records_stays_what_it_is(text: str, markdown: str) -> None:
    assert written(say(text, "en")) == markdown


def test_what_is_markdown_already_is_not_escaped_again() -> None:
    assert written(Markup("*a*")) == "*a*"
    assert written("*a*") == r"\*a\*"
    assert written(7) == "7"


@pytest.mark.parametrize(
    "address", ["https://example.org/a(b)c", "https://example.org/a)b", "mailto:a@example.org", "/events/x/"]
)
def test_an_address_does_not_end_its_link(address: str) -> None:
    tokens = _READER.parse(f"[words]({plain_text.address(address)})")[1].children or []
    assert [one.type for one in tokens] == ["link_open", "text", "link_close"]
    assert "(" not in str(tokens[0].attrGet("href"))


def test_nothing_ends_a_block_of_code() -> None:
    code = verbatim("a\n```\n# b")
    tokens = _READER.parse(f"```\n{code}\n```\n\nafter")
    assert [one.type for one in tokens][:2] == ["fence", "paragraph_open"]
