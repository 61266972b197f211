"""Refuses what a page may not publish: scripts, event attributes, other HTML, unsafe addresses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from html import unescape
from html.parser import HTMLParser
from types import MappingProxyType
from typing import Any

import markdown

from untfsse.page_links import link_fault, place_of
from untfsse.problems import Problem
from untfsse.prose import Prose
from untfsse.spots import place_in

EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "def_list": {},
    "fenced_code": {},
    "footnotes": {},
    "sane_lists": {},
    "tables": {"use_align_attribute": True},
    "toc": {},
}
"""The Markdown of pages; `mkdocs.yml` lists the same (a test compares them)."""

_MADE_BY_MARKDOWN = frozenset(
    [
        "a",
        "abbr",
        "blockquote",
        "br",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_ATTRIBUTES = frozenset({"alt", "title", "id", "class", "lang", "align", "start", "role", "rel", "rev"})
_RAW_ALLOWED = re.compile(
    r"<br ?/?>|</?su[bp]>|<abbr title=\"[^\"<>]*\">|</abbr>|<span lang=\"[a-z]{2,3}\">|</span>|<!--[^>]*-->"
)
_RAW = re.compile(r"<[A-Za-z/!?][^>\n]*>?")
_AUTOLINK = re.compile(r"<(https://|mailto:)[^\s<>]+>|<[^\s<>@]+@[^\s<>@]+>")
_CODE = re.compile(r"^(```|~~~).*?^\1[ \t]*$|`[^`\n]+`|^(?: {4}|\t)[^\n]*$", re.DOTALL | re.MULTILINE)
_MOST_OPEN = 200  # "[" or "<" in one paragraph; Markdown takes minutes for some thousands
_MOST_TOLD = 100
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def check_markup(
    page: Prose, targets: Collection[str], drafts: Mapping[str, date] = MappingProxyType({})
) -> Iterator[Problem]:
    """Yield a problem for each piece of HTML and each address that may not be published.

    `targets` are what a relative link may lead to: `events/index`, `../assets/report.pdf`;
    `drafts` are those pages that are not public when this one is, and the day they will be.
    """
    text = _CALL.sub(_blank, page.body)
    bare = _CODE.sub(_blank, text)
    told: set[str] = set()
    raw = (one for one in _RAW.finditer(bare) if not (_RAW_ALLOWED.match(one[0]) or _AUTOLINK.match(one[0])))
    for number, found in enumerate(raw):
        if number == _MOST_TOLD:
            return
        told.add(found[0])
        yield _problem(page, found.start(), "page-html", {"given": found[0]})
    if (crowded := _crowded(text)) is not None:
        yield _problem(page, crowded, "page-crowded", {"limit": _MOST_OPEN})
        return
    try:
        strange, addresses = _read(text)
    except AssertionError:  # what the parser of HTML cannot read is no Markdown either
        yield Problem(page.file, 0, 1, "", "page-html", {"given": "<!["})
        return
    for tag, attribute in strange:
        if not any(_is(one, tag, attribute) for one in told):
            yield _hidden(page, text, tag, attribute)
    for address, is_image in addresses:
        if any(address in unescape(tag) for tag in told if address):
            continue
        if fault := link_fault(page, address, is_image, targets, drafts):
            yield _problem(page, place_of(page, address), *fault)


def without_code(body: str) -> str:
    """Return a page's Markdown with macro calls and code blanked, lines and columns kept."""
    return _CODE.sub(_blank, _CALL.sub(_blank, body))


def spans_of_code(body: str) -> list[tuple[int, int]]:
    """Return where the macro calls and the code of a page stand."""
    calls = [found.span() for found in _CALL.finditer(body)]
    return calls + [found.span() for found in _CODE.finditer(_CALL.sub(_blank, body))]


def _crowded(text: str) -> int | None:
    """Where a paragraph starts that is too hard to read, for Markdown as well."""
    at = 0
    for block in text.split("\n\n"):
        if max(block.count("["), block.count("<")) > _MOST_OPEN:
            return at + len(block) - len(block.lstrip())
        at += len(block) + 2
    return None


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _is(written: str, tag: str, attribute: str) -> bool:
    return bool(re.match(rf"<{re.escape(tag)}\b", written, re.IGNORECASE)) and attribute in written.lower()


def _hidden(page: Prose, text: str, tag: str, attribute: str) -> Problem:
    """Say where HTML stands that looks like code to a reader, and not to Markdown."""
    for found in _RAW.finditer(text):
        if _is(found[0], tag, attribute):
            return _problem(page, found.start(), "page-html", {"given": found[0]})
    return Problem(page.file, 0, 1, "", "page-html", {"given": f"<{tag} {attribute}".strip() + ">"})


def _problem(page: Prose, at: int, key: str, values: dict[str, Any]) -> Problem:
    if at < 0:
        return Problem(page.file, 0, 1, "", key, values)
    line, column = place_in(page.body, at)
    return Problem(page.file, line, column, "", key, values)


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=EXTENSIONS)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, bool], ...]]:
    """Return the strange tags with their attributes, and the addresses, each once.

    Pages are remembered: while a preview runs, one page changes and hundreds do not.
    """
    reader = _Reader()
    reader.feed(_converter().reset().convert(text))
    return tuple(dict.fromkeys(reader.strange)), tuple(dict.fromkeys(reader.addresses))


class _Reader(HTMLParser):
    """Collects the addresses of a page, and tags and attributes Markdown never makes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[tuple[str, bool]] = []
        """An address, and whether a picture is shown from it."""

        self.strange: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag and its attributes."""
        if tag not in _MADE_BY_MARKDOWN:
            self.strange.append((tag, ""))
            return
        for name, value in attrs:
            if name in {"href", "src"}:
                self.addresses.append((value or "", name == "src"))
            elif name not in _ATTRIBUTES:
                self.strange.append((tag, name))
