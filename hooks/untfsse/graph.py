"""References between records, walked from both ends."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from untfsse.clock import today
from untfsse.leaving_out import Gone, withdrawn_records, without
from untfsse.records import Plan, Record
from untfsse.records.leaves import Path, leaves
from untfsse.records.references import Refers
from untfsse.showing import hidden
from untfsse.store import Store
from untfsse.validation import field_name


class Ref(NamedTuple):
    """A record, or an area of a plan (`kind` is then `areas`, `id` is `<plan>/<area>`)."""

    kind: str
    id: str


class Edge(NamedTuple):
    """One record names another in a field."""

    source: Ref
    field: str
    """Dotted name of the field: `organisers.member`, `leads.member`, `areas` …"""
    target: Ref
    place: Path = ()
    """Where exactly the source names it, with the numbers of list items: `("organisers", 0, "member")`."""


class Graph:
    """The published records and what they say of each other."""

    def __init__(self, store: Store, drafts: bool = False) -> None:
        """Keep the records of `store`; what is not public today only if `drafts` is set (for the preview).

        What they say of records that were withdrawn is left out.
        """
        day = today()
        self.records: dict[str, dict[str, Record]] = {
            kind: {id_: one for id_, one in records.items() if drafts or hidden(one, day) is None}
            for kind, records in store.records.items()
        }
        self.gone: Gone = {} if drafts else withdrawn_records(store, day)
        if any(self.gone.values()):
            self.records = {
                kind: {id_: without(one, self.gone) for id_, one in records.items()}
                for kind, records in self.records.items()
            }
        self.edges_from: defaultdict[Ref, list[Edge]] = defaultdict(list)
        self.edges_to: defaultdict[Ref, list[Edge]] = defaultdict(list)
        for kind, records in self.records.items():
            for id_, record in records.items():
                for edge in _edges(Ref(kind, id_), record):
                    if drafts or not self._is_left_out(edge.target):
                        self.edges_from[edge.source].append(edge)
                        self.edges_to[edge.target].append(edge)

    def _is_left_out(self, target: Ref) -> bool:
        if target.kind == "areas":
            return target.id.split("/")[0] not in self.records["plans"]
        return target.id not in self.records[target.kind]

    def sources(self, target: Ref, kind: str, *fields: str) -> list[str]:
        """Ids of the records of `kind` that name `target`, in one of `fields` if any are given."""
        found = {
            edge.source.id: None
            for edge in self.edges_to.get(target, ())
            if edge.source.kind == kind and (not fields or edge.field.split(".")[0] in fields)
        }
        return list(found)

    def done_for(self, area: str, kind: str) -> list[str]:
        """Ids of the records of `kind` that show the actions of an area of a plan, or name the area."""
        here = Ref("areas", area)
        shown = {
            edge.target.id: None
            for edge in self.edges_from.get(here, ())
            if edge.target.kind == kind and edge.field.startswith("actions.evidence")
        }
        return list(shown | dict.fromkeys(self.sources(here, kind)))


def _edges(ref: Ref, record: Record) -> list[Edge]:
    """What `record` names; what stands within an area of a plan is named by the area."""
    edges = []
    for path, marker, value in leaves(record):
        if isinstance(marker, Refers):
            source = ref
            if isinstance(record, Plan) and path[0] == "areas":
                area = record.areas[path[1]]  # type: ignore[index]
                source = Ref("areas", f"{ref.id}/{area.id}")
                path = path[2:]
            edges.append(Edge(source, field_name(path), Ref(marker.kind, str(value)), path))
    return edges
