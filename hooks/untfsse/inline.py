"""Light Markdown inside record texts: emphasis and links, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any

import markdown
from markupsafe import Markup, escape

from untfsse.addresses import refusal

_LONGEST = 3000
_MARKED = re.compile(r"[*_\[\\]")
_TAG = re.compile(r"<[A-Za-z/!?][^>\n]{0,40}>?")
_BLOCK = re.compile(r"(?m)^\s{0,3}(#{1,6}\s|[-+*]\s|\d+[.)]\s|>|```|~~~|    )")
_LINK = re.compile(r"!?\[[^\]\n]*\]\(\s*<?([^)\s>]*)")
_EMPTY_LINES = re.compile(r"[\r\n]\s*[\r\n]")
_HREF = re.compile(r'<a href="([^"]*)"')
_MACRO = re.compile(r"\{\{|\{%|\{#")


def refused(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield message key and values for each thing a record's text may not hold."""
    if len(text) > _LONGEST:
        yield "text-long", {"length": len(text), "limit": _LONGEST}
        return
    if "{" in text and (found := _MACRO.search(text)):
        yield "inline-macro", {"given": found[0]}
    if "<" in text and (found := _TAG.search(text)):
        yield "inline-html", {"given": found[0]}
    is_one_plain_line = text[:1].isalpha() and "\n" not in text
    if not is_one_plain_line and (found := _BLOCK.search(text)):
        yield "inline-block", {"given": text[found.start() :].strip()[:20]}
    if "](" in text:
        made = [unescape(address) for address in _HREF.findall(to_html(text))]
        written = [link[1] for link in _LINK.finditer(text)]
        for address in dict.fromkeys((*made, *written)):
            if refusal(address):
                yield "inline-address", {"given": address}


def to_html(text: str) -> Markup:
    """Return the text as inline HTML; everything but emphasis and links is escaped."""
    if not _MARKED.search(text):
        return escape(text)
    text = _EMPTY_LINES.sub("\n", text)  # an empty line would begin a paragraph
    html = _converter().reset().convert(str(escape(text)).replace("&#39;", "'").replace("&#34;", '"'))
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))


def to_plain(text: str) -> str:
    """Return the text without its marks, on one line, for titles and descriptions."""
    if _MARKED.search(text):
        text = Markup(to_html(text)).striptags()
    return " ".join(text.split(" ")) if "\n" not in text else re.sub(r"[ \t]*\n[ \t]*", " ", text)


@cache
def _converter() -> Any:
    """A Markdown converter that knows paragraphs, escapes, emphasis and links only."""
    converter: Any = markdown.Markdown()
    for name in ("html_block", "reference"):
        if name in converter.preprocessors:
            converter.preprocessors.deregister(name)
    for item in list(converter.parser.blockprocessors._priority):
        if item.name != "paragraph":
            converter.parser.blockprocessors.deregister(item.name)
    kept = {"escape", "link", "em_strong", "em_strong2", "entity"}
    for item in list(converter.inlinePatterns._priority):
        if item.name not in kept:
            converter.inlinePatterns.deregister(item.name)
    return converter
