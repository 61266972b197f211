"""A record without what it says of records that were withdrawn: nobody has to change it for that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from untfsse.locales import Text
from untfsse.records import Plan
from untfsse.records.leaves import Path, leaves
from untfsse.records.references import Refers
from untfsse.showing import hidden
from untfsse.store import Store

Of = TypeVar("Of", bound=BaseModel)
Gone = Mapping[str, Mapping[str, Text | str]]
"""Kind (or `areas`) → ids of what was withdrawn → what it is called."""


def withdrawn_records(store: Store, today: date) -> Gone:
    """Return kind (or `areas`) → id → what it is called, of the records that were withdrawn."""
    gone: dict[str, dict[str, Text | str]] = {kind: {} for kind in (*store.records, "areas")}
    for kind, records in store.records.items():
        for id_, record in records.items():
            why = hidden(record, today)
            if why is not None and why.why == "withdraw":
                gone[kind][id_] = record.label
                areas = record.areas if isinstance(record, Plan) else ()
                gone["areas"] |= {f"{id_}/{area.id}": area.title for area in areas}
    return gone


def without(part: Of, gone: Gone) -> Of:
    """Return `part` without its references to what is gone; a body that is gone keeps its name.

    Each goes with the item of the list it stands in, such as a role or a source, or with its field.
    """
    for path, marker, value in reversed(list(leaves(part))):  # the last first, so that places stay right
        if isinstance(marker, Refers) and value in gone.get(marker.kind, ()):
            name = gone[marker.kind][value] if marker.kind == "members" else None
            part = _cut(part, path, name)
    return part


def without_names(names: Iterable[str], gone: Gone) -> tuple[str, ...]:
    """Return `kind/id` of those that are not gone."""
    there = (one.partition("/") for one in names)
    return tuple(f"{kind}/{id_}" for kind, _, id_ in there if id_ not in gone.get(kind, ()))


def _cut(part: Any, path: Path, name: Text | str | None) -> Any:
    """Take the value at `path` away; `name` takes its place where a body may stand by its name."""
    field = next(one for one, at in type(part).model_fields.items() if (at.alias or one) == path[0])
    rest = path[1:]
    held = getattr(part, field)
    if isinstance(held, tuple):
        place = rest[0]
        assert isinstance(place, int)
        item = _inside(held[place], rest[1:], name)
        held = (*held[:place], *(() if item is None else (item,)), *held[place + 1 :])
    else:
        held = _inside(held, rest, name)
    return part.model_copy(update={field: held})


def _inside(item: Any, path: Path, name: Text | str | None) -> Any:
    """Return what is left of an item or a field; None where it goes as a whole."""
    if not path:
        return None
    if path == ("member",):
        return item.model_copy(update={"member": None, _own_name(type(item).model_fields): name})
    deeper = any(isinstance(one, int) for one in path)
    return _cut(item, path, name) if deeper else None


def _own_name(fields: Collection[str]) -> str:
    """The field for the name of a body without a record: of a party, or of an author."""
    return "name" if "name" in fields else "body"
