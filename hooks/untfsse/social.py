"""What a page says of itself where it is shared (Open Graph, ogp.me)."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from untfsse.links import absolute
from untfsse.names import with_territory
from untfsse.pictures import picture_of
from untfsse.prose import is_about_record, is_story
from untfsse.share.picture import Picture
from untfsse.site import Site
from untfsse.sitemap import changed

_DAY = len("2026-11-21")


@dataclass(frozen=True, kw_only=True)
class Social:
    """The words of a page where it is shared."""

    kind: str
    """`article` for news and the pages of records, else `website`."""

    title: str
    description: str
    address: str
    """The full address that search engines keep, too."""

    locale: str
    others: tuple[str, ...]
    """Locales of the other languages in which the page exists."""

    published: str
    """ISO day of the story or of the work, or empty."""

    modified: str
    """ISO day of the last change, or empty."""

    picture: Picture | None
    """None where the page is not really in its language."""

    image: str
    """The full address of the picture, or empty."""

    alt: str
    """What the picture says beside the title."""


def social_of(
    site: Site, name: str, language: str, title: Markup, description: Markup, section: str
) -> Social:
    """Return what the page `name` says in `language`; `section` is the part of the menu it stands in."""
    there = site.languages(name, language)
    picture = picture_of(site, name, language, section) if language in there else None
    page = site.tongue(language).pages.get(name)
    day = changed(site, name, language)
    return Social(
        kind="article" if is_about_record(name) or is_story(name) else "website",
        title=page.title.plain if page and is_about_record(name) else title.unescape(),
        description=description.unescape(),
        address=site.canonical(name, language),
        locale=with_territory(language),
        others=tuple(with_territory(one) for one in there if one != language),
        published=_published(site, name, language),
        modified=day.isoformat() if day else "",
        picture=picture,
        image=absolute(picture.address, site.site_url) if picture else "",
        alt=_alt(site, picture, language) if picture else "",
    )


def _alt(site: Site, picture: Picture, language: str) -> str:
    words = ", ".join(filter(None, (picture.label, picture.when))) or picture.acronym
    return site.checked.strings[language]("share.alt", words=words)


def _published(site: Site, name: str, language: str) -> str:
    page, prose = site.tongue(language).pages.get(name), site.prose(name, language)
    if page is not None:
        day = page.published
    else:
        day = str(prose.top.date) if prose and prose.top and prose.top.date else ""
    return day[:_DAY] if len(day) >= _DAY else ""
