"""Pages are sent without end tags that HTML lets out, and mean the same."""

from __future__ import annotations

import pytest
from lxml import html as parser  # type: ignore[import-untyped]

from untfsse.end_tags import without_end_tags


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a<li>b</ul>"),
        ("<ol>\n<li>a</li>\n<li class='x'>b</li>\n</ol>", "<ol>\n<li>a\n<li class='x'>b\n</ol>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</ul></ul>"),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><div><dt>a<dd>b</div></dl>"),
        ("<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd></dl>", "<dl><dt>a<dt>b<dd>c<dd>d</dl>"),
        ("<menu><li>a</li></menu><p>b</p><a>c</a>", "<menu><li>a</li></menu><p>b</p><a>c</a>"),
        ("<li>a</li><link>", "<li>a</li><link>"),
        ('<script type="application/ld+json">{"a":"<\\/li>"}</script>',) * 2,
    ],
)
def test_only_needless_end_tags_are_left_out(given: str, expected: str) -> None:
    assert without_end_tags(given) == expected


def test_a_page_without_them_is_the_same_tree() -> None:
    given = "<ul><li><b>a</b></li><li>b<dl><dt>c</dt><dd>d<ol><li>e</li></ol></dd></dl></li></ul>"
    one, two = (parser.tostring(parser.fromstring(source)) for source in (given, without_end_tags(given)))
    assert one == two
