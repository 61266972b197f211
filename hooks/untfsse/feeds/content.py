"""HTML that works outside this site: whole addresses, and nothing that runs or needs our styles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from lxml import html  # type: ignore[import-untyped]
from markupsafe import escape

from untfsse.links import ROOT

_EVERYWHERE = frozenset({"lang", "dir", "title"})
_PLAIN = (
    "abbr b blockquote br caption cite code dd del dl dt em figcaption figure h2 h3 h4 hr i ins li p pre q s "
    "strong sub sup table tbody tfoot thead tr u ul"
)
_KEPT: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_PLAIN.split(), _EVERYWHERE),
    "a": _EVERYWHERE | {"href", "hreflang"},
    "img": _EVERYWHERE | {"src", "alt", "width", "height"},
    "ol": _EVERYWHERE | {"start"},
    "td": _EVERYWHERE | {"colspan", "rowspan"},
    "th": _EVERYWHERE | {"colspan", "rowspan", "scope"},
    "time": _EVERYWHERE | {"datetime"},
    "div": _EVERYWHERE,
    "span": _EVERYWHERE,
}
"""Element → attributes. Of any other element the words stay, of those in `_GONE` nothing."""

_BARE = ("div", "span")
"""Elements that say nothing without an attribute."""

_GONE = (
    "audio button canvas datalist dialog embed form iframe input link math meta noscript object script "
    "select source style svg template textarea title track video"
)


def portable(markup: str, page: str, site_url: str) -> str:
    """Return HTML for readers elsewhere; `page` is the path of the page it stands on.

    What is kept is a closed list, so that nothing a template or a page may bring in later gets through.
    """
    root = html.fragment_fromstring(markup, create_parent="div")
    base, gone = site_url + page, _GONE.split()
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or element.tag in gone or "hidden" in element.attrib:
            element.drop_tree()
        else:
            _clean(element, base, site_url)
    inside = "".join(html.tostring(child, encoding="unicode") for child in root)
    return (str(escape(root.text or "")) + inside).strip()


def _clean(element: Any, base: str, site_url: str) -> None:
    kept = _KEPT.get(element.tag)
    for name in set(element.attrib) - (kept or frozenset()):
        del element.attrib[name]
    for name in ("href", "src"):
        if name in element.attrib:
            element.set(name, _whole(element.get(name), base, site_url))
    for name, value in element.items():
        if ROOT in value:  # no address, so no place for the way to one
            del element.attrib[name]
    if kept is None or (element.tag in _BARE and not element.attrib):
        element.drop_tag()


def _whole(address: str, base: str, site_url: str) -> str:
    if address.startswith(ROOT):
        return site_url + address.removeprefix(ROOT)
    return urljoin(base, address)
