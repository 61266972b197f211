"""From which day the public reads each page and record: what may lead to what, on any day to come.

A page may lead to what is public on the day it is public itself. So a check that passes goes on to pass:
no day on which something appears or goes can break a nightly build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import cache

from untfsse.changes import Revision
from untfsse.clock import today
from untfsse.locales import DEFAULT
from untfsse.macro_calls import Known
from untfsse.problems import Problem
from untfsse.prose import Prose, is_about_record
from untfsse.records import KINDS
from untfsse.selection import HUBS, facets_of
from untfsse.showing import ALWAYS, Hidden, comes, hidden, speaks_from
from untfsse.spots import locate
from untfsse.store import Store, path_of

HUB_OF = {facet: kind for kind, facet in HUBS.items()}
"""Facet → the folder of its hubs."""

_FIELDS = ("publish", "withdraw")


class PublicDays:
    """Knows the days of all pages of a project."""

    def __init__(self, store: Store, prose: Mapping[str, Mapping[str, Prose]]) -> None:
        """`prose` is language → name → page."""
        self._store = store
        day = today()
        self._pages = {name: why for name, page in prose[DEFAULT].items() if (why := why_hidden(page, day))}
        self._days = {name: first for name, why in self._pages.items() if (first := comes(why)) is not None}
        for kind, ids in store.drafts.items():
            self._days |= dict(zip(made({kind: ids}), ids.values(), strict=True))
        self._days |= {name: first for name, first in hub_days(store).items() if first > ALWAYS}
        self.coming = cache(self._coming)
        """Takes a day; returns name → day of what is not public by then."""

        self.known = cache(self._known)
        """Takes a day; returns what the macro calls of a page may name that is public from then."""

    def speaks_from(self, name: str) -> date:
        """Return the day from which the public reads the page `name`; a record's own prose goes with it."""
        kind, _, id_ = name.partition("/")
        if not is_about_record(name):
            return speaks_from(self._pages.get(name))
        record = self._store.records[kind].get(id_)
        if record is None:
            return self._store.drafts[kind].get(id_, ALWAYS)
        return speaks_from(hidden(record, today()))

    def _coming(self, since: date) -> Mapping[str, date]:
        return {name: day for name, day in self._days.items() if day > since}

    def _known(self, since: date) -> Known:
        drafts = {
            kind: {id_: day for id_, day in ids.items() if day > since}
            for kind, ids in self._store.drafts.items()
        }
        return Known(self._store.all_ids, self._store.vocabulary, drafts)


def hub_days(store: Store) -> dict[str, date]:
    """Return name → day of each page that shows all records of a theme, goal, country or year.

    It is public with the first of them, and stays: where the last was withdrawn, it says so.
    """
    days: dict[str, date] = {}
    for kind, records in store.records.items():
        drafts = store.drafts[kind]
        for id_, record in records.items():
            for facet, value in facets_of(record):
                if facet in HUB_OF:
                    name, day = f"{HUB_OF[facet]}/{value.lower()}", drafts.get(id_, ALWAYS)
                    days[name] = min(day, days.get(name, day))
    return days


def as_the_public_saw(
    revisions: Mapping[str, Revision], store: Store, prose: Mapping[str, Mapping[str, Prose]]
) -> dict[str, Revision]:
    """Return path → last change as readers saw it: what waited for its day changed when it appeared."""
    days = {
        path_of(kind, id_): record.publish
        for kind, records in store.records.items()
        for id_, record in records.items()
    }
    for pages in prose.values():
        for name, page in pages.items():
            original = prose[DEFAULT].get(name, page)
            days[page.file] = original.top.publish if original.top else None
    seen = dict(revisions)
    for file, day in days.items():
        if day and day <= today() and file in seen:
            begins = datetime.combine(day, time.min, UTC)
            seen[file] = seen[file]._replace(moment=max(begins, seen[file].moment))
    return seen


def why_hidden(page: Prose | None, day: date) -> Hidden | None:
    """Return why a page that people wrote is not public on a day; None where it is."""
    return hidden(page.top, day) if page and page.top and not is_about_record(page.name) else None


def check_days(prose: Mapping[str, Mapping[str, Prose]]) -> Iterator[Problem]:
    """Yield each page that has days of its own where another decides: its record, or its original."""
    for pages in prose.values():
        for page in pages.values():
            given = {field: getattr(page.top, field) for field in _FIELDS if page.top}
            original = prose[DEFAULT].get(page.name)
            for field, day in given.items():
                if day is None:
                    continue
                line, column = locate((field,), page.places)
                if is_about_record(page.name):
                    values = {"given": f"data/{page.name}.yml"}
                    yield Problem(page.file, line, column, field, "days-of-record", values)
                elif page.name == "index" or page.name.endswith("/index"):
                    yield Problem(page.file, line, column, field, "days-of-overview", {})
                elif original and original.top and getattr(original.top, field) != day:
                    yield Problem(
                        page.file, line, column, field, "days-of-original", {"given": original.file}
                    )


def made(ids: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the names of the pages that are made from records: kind (or `areas`) → ids."""
    for kind in (*KINDS, "areas"):
        folder = "plans" if kind == "areas" else kind
        yield from (f"{folder}/{id_}" for id_ in ids.get(kind, ()))
