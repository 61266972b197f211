"""Refuses what a page may not publish: scripts, event attributes, other HTML, unsafe addresses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urlsplit

import markdown

from untfsse.addresses import refusal
from untfsse.problems import Problem, nearest
from untfsse.prose import Prose

EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "def_list": {},
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
_RAW_ALLOWED = re.compile(
    r"<br ?/?>|</?su[bp]>|<abbr title=\"[^\"<>]*\">|</abbr>|<span lang=\"[a-z]{2,3}\">|</span>|<!--[^>]*-->"
)
_RAW = re.compile(r"<[A-Za-z/!?][^>\n]*>?")
_AUTOLINK = re.compile(r"<(https://|mailto:)[^\s<>]+>|<[^\s<>@]+@[^\s<>@]+>")
_CODE = re.compile(r"^(```|~~~).*?^\1[ \t]*$|`[^`\n]+`|^(?: {4}|\t).*$", re.DOTALL | re.MULTILINE)
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def check_markup(page: Prose, targets: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each piece of HTML and each address that may not be published.

    `targets` are the pages a relative link may lead to, as `events/index`.
    """
    text = _CALL.sub(lambda call: re.sub(r"[^\n]", " ", call[0]), page.body)
    bare = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    seen: set[str] = set()
    for found in _RAW.finditer(bare):
        tag = found[0]
        if not _RAW_ALLOWED.match(tag) and not _AUTOLINK.match(tag):
            seen.add(tag)
            yield _problem(page, found.start(), bare, "page-html", {"given": tag[:40]})
    reader = _Reader()
    reader.feed(_converter().reset().convert(text))
    for tag, name in reader.strange:
        if not any(tag in one.lower() for one in seen):
            yield _problem(page, 0, bare, "page-html", {"given": f"{tag} {name}".strip()})
    for address in dict.fromkeys(reader.addresses):
        if fault := _address_fault(page, address, targets):
            key, values = fault
            written = re.sub(r"\.md(?=#|$)", "", address)
            at = max(bare.find(address), 0) or max(bare.find(written), 0)
            yield _problem(page, at, bare, key, values)


def _address_fault(page: Prose, address: str, targets: Collection[str]) -> tuple[str, dict[str, Any]] | None:
    plain = unescape(address)
    parts = urlsplit(plain)
    if parts.scheme or plain.startswith(("/", "\\")):
        return ("page-address", {"given": plain}) if refusal(plain) else None
    if not parts.path or not parts.path.endswith(".md"):
        return None if not parts.path or parts.path.startswith("../") else ("page-link", {"given": plain})
    folder = posixpath.dirname(page.name)
    name = posixpath.normpath(posixpath.join(folder, unquote(parts.path).removesuffix(".md")))
    if name in targets:
        return None
    return "page-link", {"given": plain, "near": nearest(name, targets)}


def _problem(page: Prose, at: int, text: str, key: str, values: dict[str, Any]) -> Problem:
    line = text.count("\n", 0, at) + 1
    return Problem(page.file, line, at - text.rfind("\n", 0, at), "", key, values)


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=EXTENSIONS)


class _Reader(HTMLParser):
    """Collects the addresses of a page, and tags and attributes Markdown never makes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[str] = []
        self.strange: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag and its attributes."""
        if tag not in _MADE_BY_MARKDOWN:
            self.strange.append((tag, ""))
        for name, value in attrs:
            if name in {"href", "src"}:
                self.addresses.append(value or "")
            elif name.startswith("on") or name in {"style", "srcset", "formaction"}:
                self.strange.append((tag, name))
