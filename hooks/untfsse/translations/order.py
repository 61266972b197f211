"""What a translator should begin with: the home page, what the task force is, the next events …"""

from __future__ import annotations

from datetime import date

from untfsse.checking import Checked
from untfsse.records.event import Event
from untfsse.translations.standing import Standing

_FIRST = ("page:index", "strings", "site", "page:about/", "page:sse/", "page:events/", "page:get-involved/")


def by_priority(found: list[Standing], checked: Checked, today: date) -> list[Standing]:
    """Return documents in the order they should be translated; those of one rank by name."""
    return sorted(found, key=lambda one: (_rank(one.document.name, checked, today), one.document.name))


def _rank(name: str, checked: Checked, today: date) -> int:
    for rank, first in enumerate(_FIRST):
        if name == first or (first.endswith("/") and name.startswith(first)):
            return rank
    kind, _, id_ = name.partition("/")
    record = checked.store.records.get(kind, {}).get(id_)
    if isinstance(record, Event):
        return len(_FIRST) if (record.end or record.start).last >= today else len(_FIRST) + 3
    if record is not None or kind == "vocabulary":
        return len(_FIRST) + 2
    return len(_FIRST) + 1
