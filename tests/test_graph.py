"""References between records: every edge is known from both ends, and nothing leads to what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from untfsse.graph import Edge, Graph, Ref
from untfsse.records import KINDS
from untfsse.records.leaves import leaves
from untfsse.records.references import Refers
from untfsse.site import Site
from untfsse.yaml_source import parse

CASE = parse((Path(__file__).parent / "graph.yml").read_text("utf-8"))
FILES = {f"data/{path}.yml": record for path, record in CASE["records"].items()}
EDGES = set(CASE["edges"])
DRAFT_EDGES = set(CASE["edges_of_drafts"])


@pytest.mark.parametrize("drafts", [False, True])
def test_every_reference_is_an_edge_and_is_known_from_both_ends(
    small_site: Callable[..., Site], drafts: bool
) -> None:
    graph = small_site(FILES, drafts=drafts).graph
    assert _said(graph.edges_from) == _said(graph.edges_to) == (EDGES | DRAFT_EDGES if drafts else EDGES)
    _check_both_ends(graph)


def _said(edges: dict[Ref, list[Edge]]) -> set[str]:
    return {
        f"{one.source.kind}/{one.source.id} {one.field} {one.target.kind}/{one.target.id}"
        for found in edges.values()
        for one in found
    }


def _check_both_ends(graph: Graph) -> None:
    for source, edges in graph.edges_from.items():
        for edge in edges:
            assert edge.source == source
            assert edge in graph.edges_to[edge.target]
    for target, edges in graph.edges_to.items():
        for edge in edges:
            assert edge.target == target
            assert edge in graph.edges_from[edge.source]


def test_drafts_are_left_out_unless_they_are_asked_for(small_site: Callable[..., Site]) -> None:
    public, preview = small_site(FILES).graph, small_site(FILES, drafts=True).graph
    assert "hidden-talks" not in public.records["events"]
    assert "hidden-talks" in preview.records["events"]
    assert public.sources(Ref("members", "ilo"), "events") == ["talks"]
    assert preview.sources(Ref("members", "ilo"), "events") == ["hidden-talks", "talks"]


def test_a_source_is_named_once_however_often_it_names_the_target(small_site: Callable[..., Site]) -> None:
    graph = small_site(FILES).graph
    ilo, report = Ref("members", "ilo"), Ref("publications", "report")
    assert graph.sources(ilo, "events") == ["talks"]
    assert graph.sources(ilo, "events", "partners") == ["talks"]
    assert graph.sources(ilo, "events", "projects") == []
    assert graph.sources(ilo, "areas") == ["p/law"]
    assert graph.sources(report, "projects", "outputs") == ["study"]
    assert graph.sources(report, "members", "sources") == ["oecd"]
    assert graph.sources(Ref("members", "nobody"), "events") == []


def test_the_example_uses_every_field_that_can_refer_to_a_record() -> None:
    used = {edge.split(" ")[1] for edge in EDGES}
    for model in KINDS.values():
        fields = {field.removeprefix("areas.") for field in _referring(model)}
        assert {one for one in fields - used if not one.endswith(".sources.publication")} == set()


def _referring(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[str]:
    """Dotted names of the fields of a model that hold the id of a record."""
    for name, field in model.model_fields.items():
        yield from _within(field.annotation, field.metadata, (*path, field.alias or name))


def _within(annotation: Any, metadata: Iterable[Any], path: tuple[str, ...]) -> Iterator[str]:
    if any(isinstance(one, Refers) for one in metadata):
        yield ".".join(path)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _referring(annotation, path)
    for arg in get_args(annotation):
        yield from _within(arg, getattr(arg, "__metadata__", ()), path)


def test_every_reference_of_the_real_records_is_known_from_both_ends(real_site: Site) -> None:
    graph = real_site.graph
    _check_both_ends(graph)
    written = [
        (kind, id_, marker.kind, str(value))
        for kind, records in graph.records.items()
        for id_, record in records.items()
        for _, marker, value in leaves(record)
        if isinstance(marker, Refers)
    ]
    found = [
        (
            "plans" if edge.source.kind == "areas" else edge.source.kind,
            edge.source.id.split("/")[0],
            edge.target.kind,
            edge.target.id,
        )
        for edges in graph.edges_to.values()
        for edge in edges
    ]
    assert len(written) > 500
    assert sorted(found) == sorted(written)
