"""What the site no longer shows, and what stands at its addresses: since when it is gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from untfsse.checking import Checked
from untfsse.leaving_out import Gone, without, without_names
from untfsse.locales import DEFAULT
from untfsse.prose import Prose
from untfsse.public_days import HUB_OF, why_hidden
from untfsse.records import Plan
from untfsse.selection import facets_of
from untfsse.showing import hidden
from untfsse.store import Store


def public(checked: Checked, gone: Gone, today: date) -> Checked:
    """Return what was read without the pages that are not public today, and what others say of what is gone.

    What people wrote for the page of a record goes with the record.
    """
    hidden_names = {name for name, page in checked.prose[DEFAULT].items() if why_hidden(page, today)}
    hidden_names |= {f"{kind}/{id_}" for kind, ids in gone.items() for id_ in ids}
    if not hidden_names:
        return checked
    prose = {
        language: {name: _without(page, gone) for name, page in pages.items() if name not in hidden_names}
        for language, pages in checked.prose.items()
    }
    return replace(checked, prose=prose)


def _without(page: Prose, gone: Gone) -> Prose:
    if page.top is None:
        return page
    top = without(page.top, gone)
    return replace(page, top=top.model_copy(update={"records": without_names(top.records, gone)}))


def withdrawn_pages(checked: Checked, there: Collection[str], today: date) -> Mapping[str, date]:
    """Return name → day of each page that was withdrawn; `there` are the names of the hubs there are.

    A hub that has nothing left, such as the page of a country, goes with the last record it showed.
    """
    days: dict[str, date] = {}
    for name, page in checked.prose[DEFAULT].items():
        why = why_hidden(page, today)
        if why is not None and why.why == "withdraw":
            days[name] = why.day
    for name, day in _of_records(checked.store, today):
        if name not in there:
            days[name] = max(day, days.get(name, day))
    return days


def _of_records(store: Store, today: date) -> Iterator[tuple[str, date]]:
    for kind, records in store.records.items():
        for id_, record in records.items():
            why = hidden(record, today)
            if why is None or why.why != "withdraw":
                continue
            yield f"{kind}/{id_}", why.day
            for area in record.areas if isinstance(record, Plan) else ():
                yield f"plans/{id_}/{area.id}", why.day
            for facet, value in facets_of(record):
                if facet in HUB_OF:
                    yield f"{HUB_OF[facet]}/{value.lower()}", why.day
