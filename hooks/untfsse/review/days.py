"""What comes or goes on a day of its own (`publish:`, `withdraw:`), what names it and what it empties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from untfsse.checking import Checked
from untfsse.clock import today
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.prose import is_about_record
from untfsse.public_days import HUB_OF
from untfsse.records import Plan, Record
from untfsse.review.site_pages import Pages, SitePage
from untfsse.review.titles import titles_in
from untfsse.selection import facets_of
from untfsse.showing import hidden
from untfsse.store import Store, path_of

Named = tuple[str, dict[str, str]]
"""Name of a page, and language → title."""


@dataclass(frozen=True)
class Scheduled:
    """A day on which a record or page appears or goes."""

    name: str
    """`events/<id>`, `about/history`."""

    titles: dict[str, str]
    """Language → title."""

    how: str
    """`from`: public from the day on; `until`: public until the day before; `gone`: public no more since it;
    `stays`: it was to go on the day, and now is not."""

    day: date
    is_new: bool
    """Whether this change says so."""

    naming: tuple[Named, ...] | None = None
    """Pages that lead to it; None where nobody knows, since there is no site, or no page yet."""

    emptied: tuple[Named, ...] = ()
    """Pages of a theme, goal, country or year that show no record from that day on."""


class _Days(NamedTuple):
    """What one record or page says."""

    publish: date | None
    withdraw: date | None


def scheduled(root: Path, before: Checked, after: Checked, site: Pages | None) -> list[Scheduled]:
    """Return what comes and goes on a day to come, and what this change took away; the next day first.

    `root` holds the project of `after`, `site` is what was built of it.
    """
    then, hubs = dict(_given(before)), _hubs(after.store)
    found = []
    for name, days in _given(after):
        for how, day, is_new in _told(days, then.get(name, _Days(None, None))):
            titles = _titles(root, after, name)
            naming = tuple(_naming(site, name)) if site and how in ("until", "gone") else None
            emptied = tuple(_emptied(after.store, hubs, name, day, site)) if site and how == "until" else ()
            found.append(Scheduled(name, titles, how, day, is_new, naming, emptied))
    return sorted(found, key=lambda one: (one.day, one.name))


def _given(checked: Checked) -> Iterator[tuple[str, _Days]]:
    """Yield name and days of every record and page; a draft waits for no day."""
    for kind, records in checked.store.records.items():
        for id_, record in records.items():
            if not record.draft:
                yield f"{kind}/{id_}", _Days(record.publish, record.withdraw)
    for name, page in checked.prose[DEFAULT].items():
        if page.top is not None and not is_about_record(name):
            yield name, _Days(page.top.publish, page.top.withdraw)


def _told(now: _Days, then: _Days) -> Iterator[tuple[str, date, bool]]:
    """Yield how, day and whether it is new."""
    if now.publish and now.publish > today():
        yield "from", now.publish, now.publish != then.publish
    if now.withdraw and now.withdraw > today():
        yield "until", now.withdraw, now.withdraw != then.withdraw
    elif now.withdraw and now.withdraw != then.withdraw:
        yield "gone", now.withdraw, True
    elif then.withdraw and not now.withdraw:
        yield "stays", then.withdraw, True


def _titles(root: Path, checked: Checked, name: str) -> dict[str, str]:
    kind, _, id_ = name.partition("/")
    if id_ in checked.store.records.get(kind, {}):
        return titles_in(root, path_of(kind, id_))
    pages = ((one, checked.prose[one].get(name)) for one in LANGUAGES)
    return {language: page.top.title for language, page in pages if page and page.top}


def _naming(site: Pages, name: str) -> Iterator[Named]:
    """Yield the pages that lead to the page `name`, in whatever language."""
    targets = {language: page.path for (one, language), page in site.pages.items() if one == name}
    found = {
        page.name
        for page in site.pages.values()
        if page.name != name and page.language in targets and _leads(page, targets[page.language])
    }
    yield from ((one, site.titles(one)) for one in sorted(found))


def _leads(page: SitePage, target: str) -> bool:
    """Whether a page has a link to the path `target`; most do not even hold the last part of it."""
    if f"{target.rstrip('/').rpartition('/')[2]}/" not in page.article:
        return False
    base = f"https://site.invalid/{page.path}"
    return any(urlsplit(urljoin(base, link)).path == f"/{target}" for link in page.links)


def _hubs(store: Store) -> dict[str, list[Record]]:
    """Return name → records of every page that shows all records of a theme, goal, country or year."""
    found: dict[str, list[Record]] = defaultdict(list)
    for records in store.records.values():
        for record in records.values():
            for name in _hubs_of(record):
                found[name].append(record)
    return found


def _hubs_of(record: Record) -> set[str]:
    facets = set(facets_of(record))
    for area in record.areas if isinstance(record, Plan) else ():
        facets |= {("theme", one) for one in area.themes} | {("sdg", one) for one in area.sdgs}
    return {f"{HUB_OF[facet]}/{value.lower()}" for facet, value in facets if facet in HUB_OF}


def _emptied(
    store: Store, hubs: dict[str, list[Record]], name: str, day: date, site: Pages
) -> Iterator[Named]:
    kind, _, id_ = name.partition("/")
    record = store.records.get(kind, {}).get(id_)
    for hub in sorted(_hubs_of(record)) if record else ():
        if site.get(hub, DEFAULT) and all(hidden(one, day) for one in hubs[hub]):
            yield hub, site.titles(hub)
