"""Light Markdown in records: what it becomes, and what is refused."""

from __future__ import annotations

import pytest

from untfsse.inline import refused, to_html, to_plain


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ("words", "words", "words"),
        ("*weak* and **strong**", "<em>weak</em> and <strong>strong</strong>", "weak and strong"),
        ("_weak_ and __strong__", "<em>weak</em> and <strong>strong</strong>", "weak and strong"),
        ("***both***", "<strong><em>both</em></strong>", "both"),
        ("snake_case_word", "snake_case_word", "snake_case_word"),
        ("2 * 3 * 4", "2 * 3 * 4", "2 * 3 * 4"),
        ("*", "*", "*"),
        ("[", "[", "["),
        ("a [b] c", "a [b] c", "a [b] c"),
        (r"\*not weak\*", "*not weak*", "*not weak*"),
        ("[a](https://x.org/)", '<a href="https://x.org/">a</a>', "a"),
        ("[*a*](https://x.org/)", '<a href="https://x.org/"><em>a</em></a>', "a"),
        ("[a](https://x.org/b_c_d)", '<a href="https://x.org/b_c_d">a</a>', "a"),
        ("[a](https://x.org/(b))", '<a href="https://x.org/(b)">a</a>', "a"),
        ("[a](https://x.org/?b=1&c=2)", '<a href="https://x.org/?b=1&amp;c=2">a</a>', "a"),
        ("[a](mailto:a@x.org)", '<a href="mailto:a@x.org">a</a>', "a"),
        ("`code` *a*", "`code` <em>a</em>", "`code` a"),
        ("two\nlines", "two\nlines", "two lines"),
        ("two\n\n*lines*", "two\n<em>lines</em>", "two lines"),
        ("two  \n  *lines*", "two  \n  <em>lines</em>", "two lines"),
    ],
)
def test_emphasis_and_links_are_rendered_and_nothing_else(text: str, html: str, plain: str) -> None:
    assert to_html(text) == html
    assert to_plain(text) == plain


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('A & B "q"', "A &amp; B &#34;q&#34;"),
        ("it's", "it&#39;s"),
        ("a < b > c", "a &lt; b &gt; c"),
        ("*a* < b & c", "<em>a</em> &lt; b &amp; c"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("*<script>*", "<em>&lt;script&gt;</em>"),
        ("&lt;b&gt; *x*", "&amp;lt;b&amp;gt; <em>x</em>"),
        ("&copy; &#60;b> *x*", "&amp;copy; &amp;#60;b&gt; <em>x</em>"),
        ("![a](https://x.org/i.png)", "![a](https://x.org/i.png)"),
        ("<https://x.org/> *a*", "&lt;https://x.org/&gt; <em>a</em>"),
        ("# no *heading*", "# no <em>heading</em>"),
        ("1. no *list*", "1. no <em>list</em>"),
        ("    no *code*", "no <em>code</em>"),
        ("[a][b]", "[a][b]"),
        ("klzzwxh:0000 *a*", "klzzwxh:0000 <em>a</em>"),
        ("{{ x }} *a*", "{{ x }} <em>a</em>"),
    ],
)
def test_everything_else_is_shown_as_it_is_written(text: str, html: str) -> None:
    assert to_html(text) == html


def test_the_plain_words_are_not_escaped_because_that_is_done_where_they_are_printed() -> None:
    assert to_plain('A & B "q"') == 'A & B "q"'
    assert to_plain('*A* & B "q" < c') == 'A & B "q" < c'
    assert to_plain("&lt;b&gt; *x*") == "&lt;b&gt; x"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("words, *weak*, [a](https://x.org/) and 2 < 3", []),
        ("<3 and R&D", []),
        ("<b>x</b>", ["inline-html"]),
        ("a <br> b", ["inline-html"]),
        ("</p>", ["inline-html"]),
        ("<!-- x -->", ["inline-html"]),
        ("<?php", ["inline-html"]),
        ("<img src=x onerror=alert(1)", ["inline-html"]),
        ("<https://x.org/>", ["inline-html"]),
        ("# heading", ["inline-block"]),
        ("words\n## heading", ["inline-block"]),
        ("- item", ["inline-block"]),
        ("1. item", ["inline-block"]),
        ("> quote", ["inline-block"]),
        ("```\ncode", ["inline-block"]),
        ("words\n    code", ["inline-block"]),
        ("{{ x }}", ["inline-macro"]),
        ("{% x %}", ["inline-macro"]),
        ("{# x #}", ["inline-macro"]),
        ("[a](http://x.org/)", ["inline-address"]),
        ("[a](events/)", ["inline-address"]),
        ("[a]()", ["inline-address"]),
        ("[a](//x.org)", ["inline-address"]),
        ("![a](http://x.org/i.png)", ["inline-address"]),
        ("{{ x }} <b>\n# h", ["inline-macro", "inline-html", "inline-block"]),
    ],
)
def test_what_a_text_may_not_hold_is_refused(text: str, keys: list[str]) -> None:
    assert [key for key, _ in refused(text)] == keys
