"""What must work on a published site: pages of each kind in each language, and all that they need."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

from untfsse.publishing.fetching import Answer, fetch

_KINDS = ("events", "publications")
"""Of each of these, the list and the page of one record are looked at."""

_LOADED = {
    "stylesheet": ("text/css",),
    "script": ("application/javascript", "text/javascript"),
    "icon": ("image/svg+xml", "image/png"),
}
"""What a page loads, and the media types that browsers take for it."""

_ATOM = "application/atom+xml"
_LOCATION = re.compile(r"<loc>([^<]+)</loc>")
_REFRESH = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')


def look(address: str, record: Mapping[str, Any], old: str) -> Iterator[str]:
    """Yield each fault of the site at `address`, which ends with `/`, one line each.

    `record` is its `build.json`; `old` is the path of a page that was moved, if there is one.
    """
    yield from _Look(address, record).faults(old)


class _Look:
    def __init__(self, address: str, record: Mapping[str, Any]) -> None:
        self.address = address
        self.site = str(record.get("site", address))
        """Where the site was to be published when it was built: its full addresses begin so."""

        self.languages: list[str] = list(record.get("languages", ()))
        self.carried = int((record.get("carried") or {}).get("files", 0))
        self.loaded: dict[str, str] = {}
        """Address of what pages load → as what."""

    def faults(self, old: str) -> Iterator[str]:
        if not self.languages:
            yield f"{self.address}build.json: names no language"
        yield from self._pages()
        for address, kind in self.loaded.items():
            yield from self._expected(address, *_LOADED[kind])
        yield from self._search()
        yield from self._carried()
        yield from self._at_fixed_places()
        yield from self._not_there()
        yield from self._moved(old)

    def _pages(self) -> Iterator[str]:
        answer = fetch(f"{self.address}sitemap.xml")
        paths = [self._path(found) for found in _LOCATION.findall(answer.text)]
        if answer.status != 200 or not paths:
            yield f"{self.address}sitemap.xml: lists no page (it answers {_said(answer)})"
        names = ["", "search/", *(f"{kind}/" for kind in _KINDS)]
        for kind in _KINDS:
            records = sorted(path for path in paths if re.fullmatch(f"{kind}/[^/]+/", path))
            if paths and not records:
                yield f"{self.address}sitemap.xml: lists no page of {kind}/"
            names += records[-1:]
        for language in self.languages:
            folder = "" if language == self.languages[0] else f"{language}/"
            for name in names:
                yield from self._page(folder + name, language, home=not name)

    def _page(self, path: str, language: str, home: bool) -> Iterator[str]:
        address = self.address + path
        answer = fetch(address)
        if fault := _fault(answer, ("text/html",)):
            yield f"{address}: {fault}"
            return
        page = _Page(answer.text)
        if page.language != language:
            yield f"{address}: says it is in {page.language or 'no language'}, and {language} is expected"
        if page.canonical and not page.canonical.startswith(self.site):
            yield f"{address}: says it stands at {page.canonical}, and not below {self.site}"
        if not page.title:
            yield f"{address}: has no title"
        if "stylesheet" not in (kind for kind, _ in page.loads):
            yield f"{address}: names no stylesheet"
        self.loaded |= {self._here(urljoin(address, written)): kind for kind, written in page.loads}
        if home:
            yield from self._feed(address, page)
        yield from self._calendar(address, page)

    def _feed(self, address: str, page: _Page) -> Iterator[str]:
        if not page.feeds:
            yield f"{address}: names no feed"
        for feed in page.feeds[:1]:
            here = self._here(urljoin(address, feed))
            answer = fetch(here)
            try:
                root = ElementTree.fromstring(answer.body).tag if answer.status == 200 else ""  # noqa: S314 - ours
            except ElementTree.ParseError:
                root = ""
            if not root.endswith("}feed"):
                yield f"{here}: is no feed (it answers {_said(answer)})"

    def _calendar(self, address: str, page: _Page) -> Iterator[str]:
        for calendar in page.calendars[:1]:
            here = self._here(urljoin(address, calendar))
            answer = fetch(here)
            if answer.status != 200 or not answer.body.startswith(b"BEGIN:VCALENDAR\r\n"):
                yield f"{here}: is no calendar (it answers {_said(answer)})"

    def _search(self) -> Iterator[str]:
        folder = f"{self.address}pagefind/"
        yield from self._expected(f"{folder}pagefind.js", *_LOADED["script"])
        entry = fetch(f"{folder}pagefind-entry.json")
        try:
            known = json.loads(entry.body)["languages"]
        except (ValueError, KeyError, TypeError):
            yield f"{folder}pagefind-entry.json: is no index of the search (it answers {_said(entry)})"
            return
        for language in self.languages:
            if language not in known:
                yield f"{folder}pagefind-entry.json: has no index for {language}"
                continue
            for file in (
                f"pagefind.{known[language]['hash']}.pf_meta",
                f"wasm.{known[language]['wasm']}.pagefind",
            ):
                yield from self._expected(folder + file)

    def _carried(self) -> Iterator[str]:
        """What is said to be carried on from the release before must be there: look at one of it."""
        if not self.carried:
            return
        answer = fetch(f"{self.address}assets.json")
        try:
            path = next(iter(json.loads(answer.body)["carried"]))
        except (ValueError, KeyError, TypeError, StopIteration):
            yield f"{self.address}assets.json: names none of the {self.carried} files that were carried on"
            return
        yield from self._expected(self.address + path)

    def _at_fixed_places(self) -> Iterator[str]:
        robots = fetch(f"{self.address}robots.txt")
        if robots.status != 200 or f"Sitemap: {self.site}sitemap.xml" not in robots.text:
            yield f"{self.address}robots.txt: does not name the sitemap (it answers {_said(robots)})"
        address = f"{self.address}.well-known/security.txt"
        security = fetch(address)
        fields = dict(line.split(": ", 1) for line in security.text.splitlines() if ": " in line)
        if security.status != 200 or not {"Contact", "Expires"} <= set(fields):
            yield f"{address}: names no contact and no end (it answers {_said(security)})"
        elif fields["Expires"] < datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"):
            yield f"{address}: has run out on {fields['Expires']}"

    def _not_there(self) -> Iterator[str]:
        address = f"{self.address}no-such-page-{len(self.site)}/"
        answer = fetch(address)
        if answer.status != 404:
            yield f"{address}: answers {_said(answer)}, and not 404"
        elif not all(f'href="{self.site}{path}"' in answer.text for path in ("", *self._folders())):
            yield f"{address}: does not lead to the home page of every language"

    def _folders(self) -> Iterator[str]:
        return (f"{language}/" for language in self.languages[1:])

    def _moved(self, old: str) -> Iterator[str]:
        bare = f"{self.address}events"
        if (answer := fetch(bare)).address != f"{bare}/":
            yield f"{bare}: does not lead to {bare}/ (it answers {_said(answer)})"
        if not old:
            return
        address = self.address + old.lstrip("/")
        page = fetch(address)
        refresh = _REFRESH.search(page.text)
        if page.status != 200 or not refresh:
            yield f"{address}: leads nowhere (it answers {_said(page)})"
            return
        yield from self._expected(urljoin(address, refresh[1]), "text/html")

    def _expected(self, address: str, *kinds: str) -> Iterator[str]:
        if fault := _fault(fetch(address), kinds):
            yield f"{address}: {fault}"

    def _path(self, full: str) -> str:
        return full.removeprefix(self.site)

    def _here(self, full: str) -> str:
        """Return where something is that was to stand at `full` when the site was built."""
        full = urldefrag(full).url
        return self.address + full.removeprefix(self.site) if full.startswith(self.site) else full


def _fault(answer: Answer, kinds: tuple[str, ...]) -> str:
    if answer.status != 200:
        return f"answers {_said(answer)}, and not 200"
    if not answer.body:
        return "is empty"
    return f"comes as {answer.kind}, and not as {kinds[0]}" if kinds and answer.kind not in kinds else ""


def _said(answer: Answer) -> str:
    return str(answer.status or answer.fault)


class _Page(HTMLParser):
    """What of a page is looked at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language = ""
        self.canonical = ""
        self.title = ""
        self.loads: list[tuple[str, str]] = []
        """Kind and address of what the page loads by itself."""

        self.feeds: list[str] = []
        self.calendars: list[str] = []
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        related = given.get("rel", "").split()
        if tag == "html":
            self.language = given.get("lang", "")
        elif tag == "title":
            self._in_title = not self.title
        elif tag == "script" and given.get("src"):
            self.loads.append(("script", given["src"]))
        elif tag == "link" and "canonical" in related:
            self.canonical = given.get("href", "")
        elif tag == "link" and related[:1] and related[0] in _LOADED:
            self.loads.append((related[0], given.get("href", "")))
        elif tag == "link" and given.get("type") == _ATOM:
            self.feeds.append(given.get("href", ""))
        elif tag == "a" and given.get("href", "").endswith(".ics") and ":" not in given["href"].split("/")[0]:
            self.calendars.append(given["href"])

    def handle_endtag(self, tag: str) -> None:
        self._in_title = self._in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data.strip()
