"""The pages of a built site, as far as a review asks for them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

from untfsse.locales import DEFAULT, LANGUAGES

_ARTICLE = re.compile(r'<article class="sse-article.*</article>(?=.*</main>)', re.DOTALL)
_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
_BODY = re.compile(r"<body\b[^>]*>(.*?)(?:</body>|$)", re.DOTALL)
_FOOT = re.compile(r'<footer class="sse-foot">.*?</footer>', re.DOTALL)
_STAMP = re.compile(r"\?v=[0-9a-f]{8}")
_SOURCE = re.compile(r'<a class="sse-edit" rel="edit"[^>]*>.*?<code>(.*?)</code>', re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description"[^>]* content="([^"]*)"')
_MOVED = re.compile(r'<meta http-equiv="refresh" content="[^"]*url=([^"]*)"', re.IGNORECASE)
_TAG = re.compile("<[^>]*>")
_LINK = re.compile(r'<a\b[^>]* href="([^"]*)"')
_LEADS = re.compile(r' (?:href|src|aria-current|hreflang|data-[a-z-]+)="[^"]*"')


@dataclass(frozen=True)
class SitePage:
    """One page in one language."""

    name: str
    """Address without the language: `events/<id>`; `index` for the home page."""

    language: str
    path: str
    """Address from the root of the site: `fr/events/<id>/`."""

    title: str
    description: str
    article: str
    """Its words, as HTML, without what changes with every build and every change of its file."""

    frame: str
    """Head and foot of the page, without where they lead."""

    source: str
    """The file it is made from, or empty where it is made from several."""

    html_bytes: int

    @property
    def links(self) -> list[str]:
        """Where the links of its words lead, as they say."""
        return [html.unescape(one) for one in _LINK.findall(self.article)]


@dataclass(frozen=True)
class Pages:
    """The pages of one site."""

    folder: Path
    pages: dict[tuple[str, str], SitePage]
    """Name and language → page."""

    moved: dict[str, str]
    """Path of a page that only leads on → where it leads, as it says."""

    def get(self, name: str, language: str) -> SitePage | None:
        """Return a page, or None."""
        return self.pages.get((name, language))

    def titles(self, name: str) -> dict[str, str]:
        """Return language → title of a page."""
        return {one: page.title for one in LANGUAGES if (page := self.get(name, one))}

    @property
    def names(self) -> set[str]:
        """The names of all pages."""
        return {name for name, _ in self.pages}


def read_pages(folder: Path) -> Pages:
    """Read all pages of a built site; what is no page of a reader (frames, answers 404) is left out."""
    pages, moved = {}, {}
    for file in sorted(folder.rglob("index.html")):
        path = file.relative_to(folder).as_posix().removesuffix("index.html")
        content = file.read_text("utf-8", errors="replace")
        if leads := _MOVED.search(content):
            moved[path] = html.unescape(leads[1])
        elif article := _ARTICLE.search(content):
            page = _page(path, content, article[0])
            pages[(page.name, page.language)] = page
    return Pages(folder, pages, moved)


def _page(path: str, content: str, article: str) -> SitePage:
    first, _, rest = path.partition("/")
    language, below = (first, rest) if first in LANGUAGES and first != DEFAULT else (DEFAULT, path)
    title, description = _TITLE.search(article), _DESCRIPTION.search(content)
    source = _SOURCE.search(article)
    body = _BODY.search(_MAIN.sub("", content))
    return SitePage(
        below.rstrip("/") or "index",
        language,
        path,
        " ".join(html.unescape(_TAG.sub("", title[1] if title else "")).split()) or path,
        html.unescape(description[1]) if description else "",
        without_stamps(article),
        _LEADS.sub("", _STAMP.sub("", body[1] if body else "")),
        html.unescape(source[1]) if source else "",
        len(content.encode()),
    )


def without_stamps(article: str) -> str:
    """Return a page without the day of its last change, its link to edit it, and the marks of its scripts."""
    return _STAMP.sub("", _FOOT.sub("", article))
