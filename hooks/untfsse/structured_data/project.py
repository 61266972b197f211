"""A project (schema.org/Project, which is a kind of organization)."""

from __future__ import annotations

from collections.abc import Mapping

from untfsse.records.project import Project
from untfsse.structured_data.nodes import Node, Pen, node

TYPES: Mapping[str, str] = {"research-project": "ResearchProject"}
"""Kind → type of schema.org; all others are a `Project`."""


def make(pen: Pen, id_: str) -> Node:
    """Return the project `id_`: who leads it comes first among its members."""
    project = pen.reader.graph.records["projects"][id_]
    assert isinstance(project, Project)
    countries = [pen.reader.country(code).words.plain for code in project.countries]
    ended = project.end and project.status == "completed"
    return node(
        TYPES.get(project.kind, "Project"),
        name=pen.reader.card("projects", id_).title.plain,
        url=pen.address(project.website),
        foundingDate=str(project.start) if project.start else "",
        dissolutionDate=str(project.end) if ended else "",
        member=pen.bodies((*project.lead, *project.partners)),
        funder=pen.bodies(project.funders),
        areaServed=countries,
    )
