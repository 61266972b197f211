"""The list of all pages for search engines: every page that is really in its language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from untfsse.links import absolute
from untfsse.locales import DEFAULT
from untfsse.site import Site


class Entry(NamedTuple):
    """One page of the sitemap (sitemaps.org 0.9, with hreflang as Google describes it)."""

    address: str
    changed: date | None
    alternates: tuple[tuple[str, str], ...]


def write(folder: Path, site: Site, names: Mapping[str, Iterable[str]]) -> None:
    """Write `sitemap.xml` into `folder`; `names` are the pages made in each language."""
    environment = Environment(
        loader=FileSystemLoader(site.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    entries = [entry for language, some in names.items() for entry in _entries(site, language, some)]
    made = environment.get_template("fragments/sitemap.html").render(entries=entries)
    (folder / "sitemap.xml").write_text(made, "utf-8")


def hreflang(site: Site, name: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return language and full address of every language a page exists in, and `x-default`."""
    there = [one for one in site.alternates(name, language) if one.exists]
    if len(there) < 2:
        return ()
    pairs = [(one.language, absolute(one.path, site.site_url)) for one in there]
    fallback = next((one for one in pairs if one[0] == DEFAULT), pairs[0])
    return (*pairs, ("x-default", fallback[1]))


def _entries(site: Site, language: str, names: Iterable[str]) -> Iterable[Entry]:
    for name in names:
        if language in site.languages(name, language):
            yield Entry(
                site.canonical(name, language),
                changed(site, name, language),
                hreflang(site, name, language),
            )


def changed(site: Site, name: str, language: str) -> date | None:
    """Return the day of the last change of a page, where the history knows it."""
    page = site.tongue(language).pages.get(name)
    if page is not None:
        return page.changed
    prose = site.prose(name, language)
    return site.changes.get(prose.file) if prose else None
