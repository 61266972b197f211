"""Pages are sent without the indentation of their templates; what is preformatted stays as it is."""

from __future__ import annotations

import pytest

from crawler import Crawl
from untfsse.indentation import without_indentation

pytest_plugins = ["shared_sites"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<ul>\n    <li>a</li>\n\n    <li>b</li>\n</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("<p>\n  a\n  b</p>", "<p>\na\nb</p>"),
        ("<p>a   b</p>", "<p>a   b</p>"),
        ("<pre>\n  a\n\n  b\n</pre>\n  <p>", "<pre>\n  a\n\n  b\n</pre>\n<p>"),
        ("<pre class='x'><code>\n  a</code></pre>", "<pre class='x'><code>\n  a</code></pre>"),
        ("<textarea>\n  a</textarea>\n  <i>", "<textarea>\n  a</textarea>\n<i>"),
    ],
)
def test_only_what_templates_need_is_left_out(given: str, expected: str) -> None:
    assert without_indentation(given) == expected


def test_no_page_is_sent_with_indentation(real: Crawl) -> None:
    for page in real.pages.values():
        if "<pre" not in page.source:
            assert "\n " not in page.source, page.path
            assert "\n\n" not in page.source, page.path
