"""What the head of a page and the language bar say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from untfsse.citations import meta
from untfsse.feeds.catalogue import announced
from untfsse.links import absolute
from untfsse.names import own_name
from untfsse.site import Alternate, Site
from untfsse.sitemap import hreflang
from untfsse.social import Social, social_of


@dataclass(frozen=True)
class Head:
    """Title, languages and whether search engines may keep the page."""

    title: Markup
    """For `<title>`: plain words, escaped."""

    hreflang: tuple[tuple[str, str], ...]
    noindex: bool
    language: str
    """The language of the article."""

    bar: list[tuple[Alternate, str, str]]
    """Every language: where, what it calls itself, and in its own words if it is not there."""

    social: Social
    feeds: tuple[tuple[str, str, str], ...]
    """Title of a feed, and its full address as Atom and as JSON Feed."""

    cited: tuple[meta.Tag, ...]
    """What catalogues read of a publication."""


def head_of(
    site: Site, name: str, language: str, title: Markup, article: str, description: Markup, section: str
) -> Head:
    """Return the head of the page `name` in `language`, whose article is in the language `article`.

    `section` is the part of the menu it stands in, or empty.
    """
    here = language in site.languages(name, language)
    bar = [
        (one, own_name(one.language), "" if one.exists else _not_translated(site, one.language))
        for one in site.alternates(name, language)
    ]
    pairs = hreflang(site, name, language) if here else ()
    social = social_of(site, name, language, title, description, section)
    feeds, cited = tuple(_feeds(site, name, language)), _cited(site, name, language)
    return Head(title, pairs, not here, article, bar, social, feeds, cited)


def _feeds(site: Site, name: str, language: str) -> Iterator[tuple[str, str, str]]:
    tongue = site.tongue(language)
    for feed in announced(tongue.feeds, name):
        atom, json = (absolute(feed.path(language, one), site.site_url) for one in ("atom", "json"))
        yield tongue.reader.strings("feed.title", what=feed.title.plain), atom, json


def _cited(site: Site, name: str, language: str) -> tuple[meta.Tag, ...]:
    kind, _, id_ = name.partition("/")
    if kind != "publications" or id_ not in site.graph.records[kind]:
        return ()
    return meta.tags(site.library.shown(id_, language)[0])


def _not_translated(site: Site, language: str) -> str:
    return site.checked.strings[language]("language.not-translated")
