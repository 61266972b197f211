"""The words of a page that are worth searching: its article without what leads to other pages."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree, html  # type: ignore[import-untyped]

_ELEMENTS = frozenset(
    {"article", "nav", "footer", "aside", "form", "h1", "script", "style", "svg", "template", "noscript"}
)
"""Elements within an article that frame it or stand for another page; titles are searched apart."""

_CLASSES = frozenset(
    {
        "sse-areas",
        "sse-by-year",
        "sse-cards",
        "sse-rest",
        "sse-count",
        "sse-cover",
        "sse-directory",
        "sse-emblem",
        "sse-fields",
        "sse-fold",
        "sse-form",
        "sse-goals",
        "sse-head__kind",
        "sse-head__translated",
        "sse-hubs",
        "sse-list",
        "sse-map",
        "sse-matrix",
        "sse-none",
        "sse-notice",
        "sse-place",
        "sse-sources",
        "sse-status",
        "sse-themes",
        "sse-timeline",
        "sse-unseen",
        "sse-versions",
    }
)
"""Lists of links to other pages, which would put an overview above what it lists; labels; sources.

So are the fields of records and forms: they hold the words of all that can be written.
"""

_SECTIONS = frozenset({"goals", "sources", "themes"})
"""Sections of records, by their headings, that say nothing of their own."""


class Searched(NamedTuple):
    """What is searched of a page."""

    html: str
    """Bare of attributes."""

    words: str
    """The same without its tags."""


def text_of(page: str) -> Searched | None:
    """Return what is searched of a whole page; None where there is nothing."""
    article = _article(page)
    if article is None:
        return None
    _drop(article)
    for part in article.xpath(".//section[h2] | .//details[summary]"):
        if part.text_content().strip() == part.find("*").text_content().strip():
            part.drop_tree()  # only its heading is left
    made = str(etree.tostring(article, encoding="unicode", method="html", with_tail=False))
    words = " ".join(article.itertext())
    return Searched(made, words) if words.strip() else None


def _article(page: str) -> Any:
    """The first article of the main part, else the first there is, without the head and the menu."""
    start = page.find("<article", max(page.find("<main"), 0))
    end = page.rfind("</article>")
    return html.fragment_fromstring(page[start : end + len("</article>")]) if 0 <= start < end else None


def _drop(parent: Any) -> None:
    """Take out what is not searched, at any depth, and all attributes."""
    parent.attrib.clear()
    for child in list(parent):
        if _is_frame(child):
            child.drop_tree()
            continue
        if "sse-facts" in child.get("class", ""):
            for label in child.findall(".//dt"):
                label.drop_tree()
        _drop(child)


def _is_frame(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _ELEMENTS or "hidden" in element.attrib:
        return True  # what has no tag is a comment
    heading = element.find("h2") if element.tag == "section" else None
    if heading is not None and heading.get("id") in _SECTIONS:
        return True
    return not _CLASSES.isdisjoint(element.get("class", "").split())
