"""Which words of a page are searched: those of its article that stand for the page itself."""

from __future__ import annotations

import pytest

from untfsse.search_text import text_of

_PAGE = """
<html><body><nav>Menu</nav>
<main><nav>Trail</nav><article lang='en'>{}</article><nav>Next</nav></main></body></html>
"""


def _words(article: str) -> str:
    found = text_of(_PAGE.format(article))
    return " ".join(found.words.split()) if found else ""


def test_only_the_article_of_the_main_part_is_searched() -> None:
    assert _words("<p>Words &amp; more</p>") == "Words & more"
    found = text_of("<body><article>Before</article><main><article>Here</article></main></body>")
    assert found
    assert found.words == "Here"


def test_an_article_without_a_main_part_is_searched() -> None:
    found = text_of("<body><article><p>Here</p></article></body>")
    assert found
    assert found.words == "Here"


@pytest.mark.parametrize(
    "page", ["<body><p>Words</p></body>", "<body><main><article> </article></main></body>"]
)
def test_a_page_without_words_has_none(page: str) -> None:
    assert text_of(page) is None


@pytest.mark.parametrize(
    "frame",
    [
        "<h1>Title</h1>",
        "<ul class='x sse-cards'><li><article>Card</article></li></ul>",
        "<div><article>Card</article></div>",
        "<nav><a href='/'>Up</a></nav>",
        "<footer>Changed</footer>",
        "<form><label>Field</label></form>",
        "<svg><title>Picture</title></svg>",
        "<p hidden>Hidden</p>",
        "<p class='sse-head__kind'>Webinar</p>",
        "<section><h2>Some <b class='sse-count'>3</b></h2><ul class='sse-cards'><li>One</li></ul></section>",
        "<section><h2 id='goals'>Goals</h2><p>How they were chosen</p></section>",
        "<details><summary>On this page</summary><nav>Headings</nav></details>",
        "<!-- a comment -->",
    ],
)
def test_what_frames_a_page_is_not_searched(frame: str) -> None:
    assert _words(f"<p>Before</p>{frame} tail <p>After</p>") == "Before tail After"


def test_facts_are_searched_without_their_labels() -> None:
    facts = "<dl class='sse-facts'><div><dt>Place</dt><dd><a href='x'>Dakar</a></dd></div></dl>"
    assert _words(facts) == "Dakar"
    assert _words("<dl><dt>Term</dt><dd>Meaning</dd></dl>") == "Term Meaning"


def test_a_section_with_words_keeps_its_heading() -> None:
    assert _words("<section><h2 id='links'>Recordings</h2><p>One</p></section>") == "Recordings One"


def test_no_attribute_is_kept() -> None:
    found = text_of(_PAGE.format("<p id='a' class='b'>A <a href='c' lang='fr'>mot</a></p>"))
    assert found
    assert found.html == "<article><p>A <a>mot</a></p></article>"
