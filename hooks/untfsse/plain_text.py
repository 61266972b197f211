"""Words as Markdown: what would be read as a mark is escaped (CommonMark 0.31, 2.4 Backslash escapes)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import unescape

from markupsafe import Markup

from untfsse.links import link
from untfsse.views.base import Linked, Said

_MARKS = re.compile(r"[\\`*_\[\]<#|~]|&(?=#?[A-Za-z0-9]+;)")
_AT_START = re.compile(r"[>=]|[-+](?=[\s-]|$)|(?<=\d)[.)](?=\s|$)")
_NUMBER = re.compile(r"\d{0,9}")
_SPACE = re.compile(r"[\s\u2028\u2029]*[\n\r\t\v\f\x1c-\x1f\x85\u2028\u2029][\s\u2028\u2029]*| {2,}")
_TAG = re.compile(r'<(/?)(em|strong|a)(?: href="([^"]*)"[^>]*)?>')
_KEPT = 8192  # texts: titles and names stand on many pages
_SIGNS = {"em": "*", "strong": "**"}
_IN_ADDRESS = {ord("("): "%28", ord(")"): "%29", ord("<"): "%3C", ord(">"): "%3E", ord(" "): "%20"}


def written(value: object) -> Markup:
    """Return a value as Markdown on one line; what is Markdown already stays."""
    if isinstance(value, str):
        return value if isinstance(value, Markup) else escaped(value)
    if isinstance(value, Said):
        return _said(str(value.html))
    if isinstance(value, Linked):
        words = linked(value.words, value.path) if value.path else _said(str(value.words.html))
        return with_remark(words, value.more) if value.more else words
    return escaped(str(value))


@lru_cache(maxsize=_KEPT)
def escaped(words: str) -> Markup:
    """Return plain words so that Markdown shows them letter by letter, on one line."""
    return Markup(_at_start(_MARKS.sub(r"\\\g<0>", _SPACE.sub(" ", words).strip())))


def linked(words: Said | str, path: str) -> Markup:
    """Return words that lead to a path or an outside address."""
    return Markup(f"[{escaped(words if isinstance(words, str) else words.plain)}]({address(path)})")


def address(path: str) -> Markup:
    """Return a path or an outside address as it stands between the brackets of a link."""
    return Markup(link(path).translate(_IN_ADDRESS))


def with_remark(words: Markup, remark: object) -> Markup:
    """Return words with a remark in brackets behind them, or behind a comma if it has brackets itself."""
    said = written(remark)
    return Markup(f"{words}, {said}" if ")" in said else f"{words} ({said})")


def commas(values: Iterable[object]) -> Markup:
    """Return values one after the other."""
    return Markup(", ".join(map(written, values)))


def joined(lines: Iterable[Markup]) -> Markup:
    """Return lines of Markdown one below the other."""
    return Markup("\n".join(lines))


def verbatim(code: str) -> Markup:
    """Return what stands in a block of code, where nothing is a mark but a fence."""
    return Markup(code.replace("```", "`` `"))


def _at_start(words: str) -> str:
    """Escape what would begin a list, a quotation, a heading or a line across."""
    number = _NUMBER.match(words)
    found = _AT_START.match(words, number.end() if number else 0)
    if found is None or (number and number.end() and found[0] not in ".)"):
        return words
    return f"{words[: found.start()]}\\{words[found.start() :]}"


@lru_cache(maxsize=_KEPT)
def _said(html: str) -> Markup:
    """Turn inline HTML, which has emphasis and links and nothing more, back into Markdown."""
    if "<" not in html:
        return escaped(unescape(html))
    made: list[str] = []
    addresses: list[str] = []
    at = 0
    for tag in _TAG.finditer(html):
        made.append(_inside(html[at : tag.start()]))
        at = tag.end()
        if tag[2] != "a":
            made.append(_SIGNS[tag[2]])
        elif tag[1]:
            made.append(f"]({addresses.pop()})")
        else:
            addresses.append(unescape(tag[3] or "").translate(_IN_ADDRESS))
            made.append("[")
    made.append(_inside(html[at:]))
    return Markup(_at_start("".join(made).strip()))


def _inside(html: str) -> str:
    """Escape a stretch of words; spaces around it separate it from its neighbours and stay."""
    return _MARKS.sub(r"\\\g<0>", _SPACE.sub(" ", unescape(html)))
