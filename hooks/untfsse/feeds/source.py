"""What a feed says of itself, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from untfsse.feeds.catalogue import Feed
from untfsse.feeds.tags import tag
from untfsse.links import absolute, address
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.site import Site
from untfsse.views.base import Said, plain, say

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_REUSE = "this-site/reuse"
_ICON = "assets/images/mark.png"
"""Square, as RFC 4287 4.2.5 asks for."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """The head of a feed; all addresses are whole."""

    id: str
    """Tag URI."""

    title: Said
    about: Said
    language: str
    home: str
    """The page that shows the same."""

    atom: str
    json: str
    others: tuple[tuple[str, str, str], ...]
    """Language, address as Atom and as JSON of the same feed in other languages."""

    author: str
    author_address: str
    icon: str
    rights: Said
    licence: str
    reuse: str
    """The page that explains the licence."""


def source_of(site: Site, feed: Feed, language: str) -> Source:
    """Return what `feed` says of itself in `language`."""

    def whole(path: str) -> str:
        return absolute(path, site.site_url)

    def both(one: Feed, tongue: str) -> tuple[str, str]:
        return whole(one.path(tongue, "atom")), whole(one.path(tongue, "json"))

    facts, t = site.checked.store.site, site.tongue(language).reader.strings
    assert facts is not None
    others = {one: _named(site, feed.name, one) for one in LANGUAGES if one != language}
    atom, json = both(feed, language)
    reuse = _REUSE if _REUSE in site.checked.prose[DEFAULT] else "index"
    return Source(
        id=tag(language, f"feeds/{feed.name}"),
        title=feed.title._replace(plain=t("feed.title", what=feed.title.plain)),
        about=plain(feed.about),
        language=language,
        home=whole(feed.page),
        atom=atom,
        json=json,
        others=tuple((one, *both(there, one)) for one, there in others.items() if there),
        author=say(facts.name, language).plain,
        author_address=whole(address("index", language)),
        icon=whole(_ICON),
        rights=plain(t("site.footer")),
        licence=LICENCE,
        reuse=whole(address(reuse, language)),
    )


def _named(site: Site, name: str, language: str) -> Feed | None:
    return next((feed for feed in site.tongue(language).feeds if feed.name == name), None)
