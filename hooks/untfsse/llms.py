"""Writes `llms.txt`: what there is on the site, for assistants that read text (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from untfsse.links import everywhere
from untfsse.locales import LANGUAGES
from untfsse.names import own_name
from untfsse.navigation import Section
from untfsse.prose import is_story
from untfsse.selection import LISTED_KINDS, Wanted
from untfsse.site import Site
from untfsse.text_fragments import TextFragments
from untfsse.twins import twin_path
from untfsse.views.base import Linked, Said, plain

_NEWS = "news/index"


class Part(NamedTuple):
    """A section of the file."""

    label: str
    entries: list[tuple[Linked, str]]
    """The twin of a page, and what the page is about."""


def write(folder: Path, site: Site) -> None:
    """Write the file of each language into `folder`."""
    for language in LANGUAGES:
        (folder / _path(language)).parent.mkdir(parents=True, exist_ok=True)
        (folder / _path(language)).write_bytes(llms(site, language).encode())


def llms(site: Site, language: str) -> str:
    """Return the file of `language`: every page that really is in it, in the order of the menu."""
    tongue, facts = site.tongue(language), site.checked.store.site
    assert facts is not None
    fragments = TextFragments(site.templates, tongue.reader, site.assets)
    text = fragments.render(
        "llms",
        title=plain(facts.name.shown(language).text),
        summary=plain(facts.description.shown(language).text),
        parts=[part for part in _parts(site, language) if part.entries],
        others=[
            Linked(plain(own_name(one))._replace(language=one), _path(one))
            for one in LANGUAGES
            if one != language
        ],
    )
    return everywhere(text + "\n", site.site_url)


def _path(language: str) -> str:
    return twin_path("llms", language).removesuffix(".md") + ".txt"


def _parts(site: Site, language: str) -> Iterator[Part]:
    """Yield the pages of each section, stories with the page of news; the others; the records."""
    tongue, strings = site.tongue(language), site.checked.strings[language]
    left = dict.fromkeys(site.prose_names())
    stories = sorted(filter(is_story, left), reverse=True)
    for section in site.menu:
        names = [*section.names, *(stories if _NEWS in section.names else ())]
        there = [name for name in names if name in left]
        for name in there:
            del left[name]
        yield _prose(site, language, _label(site, section, language), there)
    yield _prose(site, language, strings("footer.label"), list(left))
    for kind in ("plans", *LISTED_KINDS):
        order = "name" if kind == "members" else "newest"
        ids = site.index.select(kind, Wanted(order=order, language=language))
        pages = (tongue.pages[f"{kind}/{id_}"] for id_ in ids)
        entries = [
            _entry(page.name, language, page.title, page.description)
            for page in pages
            if language in page.languages
        ]
        yield Part(strings.count(f"list.{kind}", len(entries)), entries)


def _label(site: Site, section: Section, language: str) -> str:
    """Words of a section of the menu, which are the title of its page where it has none of its own."""
    if section.key:
        return site.checked.strings[language](section.key)
    page = site.prose(section.names[0], language)
    return page.top.title if page and page.top else ""


def _prose(site: Site, language: str, label: str, names: list[str]) -> Part:
    there = site.checked.prose[language]
    tops = [(name, there[name].top) for name in names if name in there]
    entries = [_entry(name, language, plain(top.title), top.description) for name, top in tops if top]
    return Part(label, entries)


def _entry(name: str, language: str, title: Said, words: str) -> tuple[Linked, str]:
    return Linked(title, twin_path(name, language)), words
