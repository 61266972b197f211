"""What the share image of each page shows."""

from __future__ import annotations

from untfsse.names import own_name
from untfsse.prose import is_story
from untfsse.records import KINDS
from untfsse.selection import HUBS
from untfsse.share.picture import Picture
from untfsse.site import Site
from untfsse.views import story

_KINDS = (*KINDS, *HUBS, "news")


def picture_of(site: Site, name: str, language: str, section: str) -> Picture:
    """Return the image of the page `name`, which stands in the part `section` of the menu."""
    facts = site.checked.store.site
    assert facts is not None
    label, when, title = _words(site, name, language)
    kind = name.split("/")[0]
    home = name == "index"
    label = "" if home else label or section
    return Picture(
        path=f"assets/share/{language}/{name}.png",
        kind=kind if kind in _KINDS else "prose",
        label=label if label != title else "",
        when=when,
        title=title,
        language=own_name(language),
        acronym=facts.acronym,
        name="" if home else facts.name.shown(language).text,
    )


def _words(site: Site, name: str, language: str) -> tuple[str, str, str]:
    """Return label, date and title; the label is empty where the menu has it."""
    tongue, strings = site.tongue(language), site.checked.strings[language]
    if name in tongue.pages:
        page = tongue.pages[name]
        return page.label, page.when, page.title.plain
    prose = site.prose(name, language)
    assert prose is not None
    view = story.make(tongue.reader, prose)
    if is_story(name):
        return strings("kind.news"), view.when, view.title.plain
    about = strings("footer.label") if name.startswith("this-site/") else ""
    return about, view.when, view.title.plain
