"""Who names whom, from both ends: the graph of the records, and the news stories that tell about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from untfsse.graph import Edge, Graph, Ref
from untfsse.prose import Prose
from untfsse.records.leaves import Path, leaves
from untfsse.records.references import Refers
from untfsse.validation import field_name

References = list[dict[str, str]]


class Relations:
    """Every edge of the published data."""

    def __init__(self, graph: Graph, stories: Mapping[str, Prose]) -> None:
        """`stories` are the news stories by id, in the language that all of them exist in."""
        self._graph = graph
        self._named: dict[Ref, list[Edge]] = {}
        self._naming: dict[Ref, list[Edge]] = {}
        for id_, story in stories.items():
            for edge in _edges(id_, story):
                if edge.target.id in graph.records[edge.target.kind]:
                    self._named.setdefault(edge.source, []).append(edge)
                    self._naming.setdefault(edge.target, []).append(edge)

    def names(self, ref: Ref) -> References:
        """Return what `ref` names, in the order of its fields."""
        edges = (*self._graph.edges_from.get(ref, ()), *self._named.get(ref, ()))
        return [_reference(edge.target, edge) for edge in edges]

    def named_by(self, ref: Ref) -> References:
        """Return what names `ref`."""
        edges = (*self._graph.edges_to.get(ref, ()), *self._naming.get(ref, ()))
        return [_reference(edge.source, edge) for edge in edges]

    def rows(self) -> Iterator[tuple[str, str, str, str, str, str]]:
        """Yield every edge for a table: who names, in which field, where exactly, and who is named."""
        every = chain(*self._graph.edges_from.values(), *self._named.values())
        for edge in sorted(every):
            yield *edge.source, edge.field, _pointer(edge.place), *edge.target


def _reference(other: Ref, edge: Edge) -> dict[str, str]:
    return {"type": other.kind, "id": other.id, "field": edge.field, "at": _pointer(edge.place)}


def _pointer(path: Path) -> str:
    """Return where a value stands in what names it, as a JSON Pointer (RFC 6901)."""
    return "".join(f"/{part}" for part in path)


def _edges(id_: str, story: Prose) -> Iterator[Edge]:
    assert story.top is not None
    source = Ref("news", id_)
    for number, name in enumerate(story.top.records):
        kind, _, record = name.partition("/")
        yield Edge(source, "records", Ref(kind, record), ("records", number, "id"))
    for path, marker, value in leaves(story.top):
        if isinstance(marker, Refers):
            yield Edge(source, field_name(path), Ref(marker.kind, str(value)), path)
