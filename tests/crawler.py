"""Reads every page of a built site, and follows addresses in it as a browser would."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html  # type: ignore[import-untyped]

from untfsse.locales import DEFAULT, LANGUAGES

NOT_FOUND = "404.html"
_SPACE = re.compile(r"\s+")


class Address(NamedTuple):
    """An address as it stands in a page."""

    tag: str
    rel: str
    written: str


class Tongue(NamedTuple):
    """One entry of the language bar."""

    language: str | None
    hreflang: str | None
    words: str
    href: str
    current: bool


@dataclass(frozen=True)
class Page:
    """What the tests want to know of one HTML file."""

    path: str
    """Address from the root: empty for the home page, `fr/events/`."""

    source: str
    language: str
    """The language it ought to be in, by its folder."""

    html_language: str | None
    article_languages: list[str | None]
    title: str
    description: str
    canonical: str | None
    robots: str
    hreflang: list[tuple[str, str]]
    bar: list[Tongue]
    addresses: list[Address]
    ids: Counter[str]
    headings: list[str]
    """The words of each `h1`."""

    notices: list[str | None]
    """The language of each notice that says the page is not translated."""

    article: str
    """The words of the article, but for its heading and its foot."""

    words: str
    """All words that are shown."""

    @property
    def indexed(self) -> bool:
        """Whether search engines may list it."""
        return "noindex" not in self.robots


@dataclass(frozen=True)
class Crawl:
    """A built site."""

    address: str
    """Where it is published, with `/` at its end."""

    pages: dict[str, Page]
    """Path → page, that for addresses that do not exist apart."""

    not_found: Page
    files: frozenset[str]
    """Every file, as a path from the root."""

    folder: Path
    followed: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def follow(self, page: Page, written: str) -> str | None:
        """Return the path an address leads to, or None where it leads out of the host.

        An address of the same host that is not below the site comes back with `/` before it; so
        does a relative one that climbs above the site, which a browser forgives at a host's root.
        """
        key = (page.path, written)
        if key not in self.followed:
            relative = not written.startswith("/") and not urlsplit(written).scheme
            root = self.address + "some/folder/" if relative else self.address
            full = urldefrag(urljoin(root + page.path, written)).url
            parts = urlsplit(full)
            if parts.scheme not in ("https", "http") or parts.netloc != urlsplit(root).netloc:
                self.followed[key] = None
            elif full.startswith(root):
                self.followed[key] = unquote(urlsplit(full[len(root) :]).path)
            else:
                self.followed[key] = parts.path
        return self.followed[key]

    def exists(self, path: str) -> bool:
        """Whether a server that knows no redirections has a file for `path`."""
        return (path + "index.html" if path == "" or path.endswith("/") else path) in self.files


def crawl(folder: Path, address: str) -> Crawl:
    """Read every page below `folder`, which is published at `address`."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = [path.relative_to(folder).as_posix() for path in files]
    read = [read_page(folder, name) for name in names if name.endswith(".html")]
    pages = {page.path: page for page in read}
    return Crawl(address, pages, pages.pop(NOT_FOUND), frozenset(names), folder)


def read_page(folder: Path, name: str) -> Page:
    """Read one HTML file, `name` below `folder`."""
    source = (folder / name).read_text("utf-8")
    root = html.document_fromstring(source)
    articles = root.xpath("//article[contains(@class, 'md-content__inner')]")
    first = name.split("/")[0]
    return Page(
        path=name.removesuffix("index.html"),
        source=source,
        language=first if first in LANGUAGES else DEFAULT,
        html_language=root.get("lang"),
        article_languages=[one.get("lang") for one in articles],
        title=_words(root.findtext(".//title") or ""),
        description=_first(root, "//meta[@name='description']/@content") or "",
        canonical=_first(root, "//link[@rel='canonical']/@href"),
        robots=" ".join(root.xpath("//meta[@name='robots']/@content")),
        hreflang=[
            (one.get("hreflang"), one.get("href"))
            for one in root.xpath("//link[normalize-space(@rel)='alternate'][@hreflang]")
        ],
        bar=[_tongue(one) for one in root.xpath("//nav[contains(@class, 'sse-languages')]//a")],
        addresses=[
            Address(one.tag, (one.get("rel") or "").strip(), one.get(name))
            for name in ("href", "src", "srcset", "action", "data", "poster", "ping")
            for one in root.xpath(f"//*[@{name}]")
        ],
        ids=Counter(root.xpath("//@id")),
        headings=[_words(one.text_content()) for one in root.iter("h1")],
        notices=[one.get("lang") for one in root.xpath("//p[@class='sse-notice']")],
        article=_words(" ".join(_article(one) for one in articles)),
        words=_shown(root),
    )


def _first(root: Any, path: str) -> str | None:
    return next(iter(root.xpath(path)), None)


def _tongue(link: Any) -> Tongue:
    return Tongue(
        link.get("lang"),
        link.get("hreflang"),
        _words(link.text_content()),
        link.get("href"),
        link.get("aria-current") == "true",
    )


def _article(article: Any) -> str:
    found = article.xpath(
        ".//text()[not(ancestor::header) and not(ancestor::footer) and not(ancestor::p[@class='sse-notice'])]"
    )
    return "".join(found)


def _shown(root: Any) -> str:
    return _words(" ".join(root.xpath("//body//text()[not(parent::script) and not(parent::style)]")))


def _words(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
