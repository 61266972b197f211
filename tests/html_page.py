"""What the tests want to know of one HTML file."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from lxml import html  # type: ignore[import-untyped]

from untfsse.locales import DEFAULT, LANGUAGES

_SPACE = re.compile(r"\s+")


class Address(NamedTuple):
    """An address as it stands in a page."""

    tag: str
    rel: str
    written: str
    hreflang: str | None


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


def read_page(folder: Path, name: str) -> Page:
    """Read one HTML file, `name` below `folder`."""
    source = (folder / name).read_text("utf-8")
    root = html.document_fromstring(source)
    articles = root.xpath("//article[contains(concat(' ', @class, ' '), ' sse-article ')]")
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
            Address(one.tag, (one.get("rel") or "").strip(), one.get(name), one.get("hreflang"))
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
