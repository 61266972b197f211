"""The HTML in a feed works outside the site, and nothing of it runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed_rules import faults_of
from untfsse.feeds.content import portable
from untfsse.links import ROOT

_SITE = "https://example.org/below/"


@pytest.mark.parametrize(
    ("markup", "made"),
    [
        ("<p>A &amp; B</p>", "<p>A &amp; B</p>"),
        (f'<a href="{ROOT}fr/events/">A</a>', f'<a href="{_SITE}fr/events/">A</a>'),
        (f'<a href="{ROOT}">A</a>', f'<a href="{_SITE}">A</a>'),
        ('<a href="../b/#c">A</a>', f'<a href="{_SITE}events/b/#c">A</a>'),
        ('<a href="#c">A</a>', f'<a href="{_SITE}events/a/#c">A</a>'),
        ('<img src="../../assets/a.png" alt="A">', f'<img src="{_SITE}assets/a.png" alt="A">'),
        ('<a href="https://example.com/?a=1&amp;b">A</a>', '<a href="https://example.com/?a=1&amp;b">A</a>'),
        ('<a href="mailto:a@example.org">A</a>', '<a href="mailto:a@example.org">A</a>'),
        ('<p id="x" class="y" onclick="z()" style="s" data-a="b">A</p>', "<p>A</p>"),
        ("<p>A<script>alert()</script>B</p>", "<p>AB</p>"),
        ("<form><label>A<input></label></form>B", "B"),
        ("<p hidden>A</p>B", "B"),
        ("<!-- A -->B", "B"),
        ('<div class="x"><span>A</span> <span lang="fr">B</span></div>', 'A <span lang="fr">B</span>'),
        ("<section><h2>A</h2></section>", "<h2>A</h2>"),
        ("1 &lt; 2 &gt; &lt;b&gt;", "1 &lt; 2 &gt; &lt;b&gt;"),
        ("<p>👩🏽‍🌾 ]]&gt;</p>", "<p>👩🏽‍🌾 ]]&gt;</p>"),
    ],
)
def test_html_is_made_portable(markup: str, made: str) -> None:
    assert portable(markup, "events/a/", _SITE) == made


_SOME_TAGS = "p a div script style iframe svg object form img table td b x-y math template"
_TAGS = st.sampled_from(_SOME_TAGS.split())
_SOME_ATTRIBUTES = "href src onclick style class id lang srcdoc action xlink:href"
_ATTRIBUTES = st.sampled_from(_SOME_ATTRIBUTES.split())
_VALUES = st.sampled_from(["https://example.org/", "a/b", "../c", "#d", "mailto:a@example.org", f"{ROOT}e/"])
_WORDS = st.text("ab <>&\"'é🌍]", max_size=8)


@st.composite
def _markup(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 6))):
        tag, attribute, value = draw(_TAGS), draw(_ATTRIBUTES), draw(_VALUES)
        parts.append(f'<{tag} {attribute}="{value}">{draw(_WORDS)}')
        if draw(st.booleans()):
            parts.append(f"</{tag}>")
    return "<p>" + "".join(parts)


@given(_markup())
def test_whatever_comes_in_nothing_runs_and_addresses_are_whole(markup: str) -> None:
    assert list(faults_of("<p>" + portable(markup, "events/a/", _SITE))) == []
