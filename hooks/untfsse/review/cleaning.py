"""Reads a piece of a page for a comparison: full links, no controls, nothing that runs or is loaded."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import re
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from lxml import etree, html  # type: ignore[import-untyped]

from untfsse.review.trees import Tree

_LEFT_OUT = frozenset(
    (
        *("script", "style", "template", "noscript", "dialog", "iframe", "object", "video", "audio"),
        *("form", "button", "input", "select", "textarea", "meter", "progress"),
    )
)
_UNSHOWN = frozenset(("sse-foot", "sse-unseen"))
"""Classes of what says when a file was changed, and of what is not seen."""

_KEPT = frozenset(
    (
        *("class", "href", "lang", "dir", "hreflang", "datetime", "title", "src", "alt", "align"),
        *("colspan", "rowspan", "scope", "aria-level", "aria-hidden", "data-drawing"),
    )
)
"""Attributes that stay."""

_LIGHT = 20 * 1024
"""Bytes of the heaviest picture that is shown; of others stands what they are called."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LEVEL = "4"
"""Of every heading of a page: those of the review stand above it, those between may be folded away."""

Picture = Callable[[str], bytes | None]
"""Takes the full address of a picture and returns the file, if it is one of the site."""


def tree(markup: str, address: str, picture: Picture = lambda _: None, frame: bool = False) -> Tree:
    """Return the tree of a piece of a page that stands at `address`.

    Of the frame of a page, menus are part; elsewhere they only lead around.
    """
    root = html.fragment_fromstring(markup, create_parent="div")
    for element in list(root.iter()):
        if element is not root:
            _clean(element, address, picture, frame)
    for empty in [one for one in root.iter("details") if all(child.tag == "summary" for child in one)]:
        empty.drop_tree()  # it held a menu
    for element in root.iter():
        element.text, element.tail = _even(element.text), _even(element.tail)
    return root


def _clean(element: Tree, address: str, picture: Picture, frame: bool) -> None:
    tag = element.tag
    classes = element.get("class", "").split()
    if (
        not isinstance(tag, str)
        or tag in _LEFT_OUT
        or element.get("hidden") is not None
        or (tag == "nav" and not frame)
        or not _UNSHOWN.isdisjoint(classes)
    ):
        if element.getparent() is not None:
            element.drop_tree()
        return
    if tag in ("svg", "math"):
        element = _replaced(element, element.get("aria-label", ""))
    elif tag == "img":
        _show(element, urljoin(address, element.get("src", "")), picture)
    elif tag == "nav":
        element.tag = "div"
    elif tag in _HEADINGS:
        element.set("aria-level", _LEVEL)
    if href := element.get("href"):
        full = urljoin(address, href)
        element.set("href", full)
        if urlsplit(full).scheme not in ("http", "https", "mailto"):
            del element.attrib["href"]
    for name in list(element.attrib):
        if name not in _KEPT:
            del element.attrib[name]


def _show(image: Tree, address: str, picture: Picture) -> None:
    """Put a light picture into its page; of any other leave what it is called."""
    held = picture(address)
    kind = mimetypes.guess_type(urlsplit(address).path)[0]
    if held is not None and len(held) <= _LIGHT and kind and kind.startswith("image/"):
        image.set("src", f"data:{kind};base64,{base64.b64encode(held).decode()}")
        return
    _replaced(image, image.get("alt", ""), hashlib.sha256(held or address.encode()).hexdigest()[:12])


def _replaced(element: Tree, words: str, digest: str = "") -> Tree:
    """Leave a frame with what a drawing or picture is called; it changes when the drawing does."""
    digest = digest or hashlib.sha256(etree.tostring(element, with_tail=False)).hexdigest()[:12]
    for child in list(element):
        element.remove(child)
    element.tag = "span"
    element.attrib.clear()
    element.set("class", "rv-drawing")
    element.set("data-drawing", digest)
    element.text = words
    return element


def _even(text: str | None) -> str | None:
    return _SPACE.sub(" ", text) if text else None
