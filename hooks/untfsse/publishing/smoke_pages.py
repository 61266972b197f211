"""The pages that must work in each language: home, search, and of each kind the list and a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin
from xml.etree import ElementTree

from untfsse.publishing.fetching import fetch
from untfsse.publishing.page import LOADED, Page
from untfsse.publishing.published import Published, expected, fault, said

_KINDS = ("events", "publications")
"""Of each of these, the list and the page of one record are looked at."""

_LOCATION = re.compile(r"<loc>([^<]+)</loc>")


def look_at_pages(published: Published) -> Iterator[str]:
    """Yield each fault of the pages, and of what they load."""
    loaded: dict[str, str] = {}
    names = ["", "search/", *(f"{kind}/" for kind in _KINDS)]
    listed = fetch(f"{published.address}sitemap.xml")
    paths = [found.removeprefix(published.site) for found in _LOCATION.findall(listed.text)]
    if listed.status != 200 or not paths:
        yield f"{published.address}sitemap.xml: lists no page (it answers {said(listed)})"
    for kind in _KINDS if paths else ():
        records = sorted(path for path in paths if re.fullmatch(f"{kind}/[^/]+/", path))
        if not records:
            yield f"{published.address}sitemap.xml: lists no page of {kind}/"
        names += records[-1:]
    for language in published.languages:
        for name in names:
            address = published.address + published.folder(language) + name
            yield from _page(published, address, language, not name, loaded)
    for address, kind in loaded.items():
        yield from expected(address, *LOADED[kind])


def _page(
    published: Published, address: str, language: str, home: bool, loaded: dict[str, str]
) -> Iterator[str]:
    """Look at one page; note in `loaded` what it loads: address → as what."""
    answer = fetch(address)
    if found := fault(answer, ("text/html",)):
        yield f"{address}: {found}"
        return
    page = Page(answer.text)
    if page.language != language:
        yield f"{address}: says it is in {page.language or 'no language'}, and {language} is expected"
    if page.canonical and not page.canonical.startswith(published.site):
        yield f"{address}: says it stands at {page.canonical}, and not below {published.site}"
    if not page.title:
        yield f"{address}: has no title"
    if "stylesheet" not in (kind for kind, _ in page.loads):
        yield f"{address}: names no stylesheet"
    loaded |= {published.here(urljoin(address, written)): kind for kind, written in page.loads}
    if home and not page.feeds:
        yield f"{address}: names no feed"
    for feed in page.feeds[:1] if home else ():
        yield from _feed(published.here(urljoin(address, feed)))
    for calendar in page.calendars[:1]:
        yield from _calendar(published.here(urljoin(address, calendar)))


def _feed(address: str) -> Iterator[str]:
    answer = fetch(address)
    try:
        root = ElementTree.fromstring(answer.body).tag if answer.status == 200 else ""  # noqa: S314 - ours
    except ElementTree.ParseError:
        root = ""
    if not root.endswith("}feed"):
        yield f"{address}: is no feed (it answers {said(answer)})"


def _calendar(address: str) -> Iterator[str]:
    answer = fetch(address)
    if answer.status != 200 or not answer.body.startswith(b"BEGIN:VCALENDAR\r\n"):
        yield f"{address}: is no calendar (it answers {said(answer)})"
