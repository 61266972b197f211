"""What of a page is looked at: its language, title and address, what it loads, its feeds and calendars."""

from __future__ import annotations

from html.parser import HTMLParser

LOADED = {
    "stylesheet": ("text/css",),
    "script": ("application/javascript", "text/javascript"),
    "icon": ("image/svg+xml", "image/png"),
}
"""What a page loads, and the media types that browsers take for it."""

_ATOM = "application/atom+xml"


class Page(HTMLParser):
    """A page as its HTML says it is."""

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
        """Note what a tag tells."""
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
        elif tag == "link" and related[:1] and related[0] in LOADED:
            self.loads.append((related[0], given.get("href", "")))
        elif tag == "link" and given.get("type") == _ATOM:
            self.feeds.append(given.get("href", ""))
        elif tag == "a" and given.get("href", "").endswith(".ics") and ":" not in given["href"].split("/")[0]:
            self.calendars.append(given["href"])

    def handle_endtag(self, tag: str) -> None:
        """Notice the end of the title."""
        self._in_title = self._in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        """Note the words of the title."""
        if self._in_title:
            self.title += data.strip()
