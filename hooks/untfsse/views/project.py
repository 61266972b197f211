"""A project as one language shows it."""

from __future__ import annotations

from dataclasses import dataclass

from untfsse.dates import say_when
from untfsse.graph import Ref
from untfsse.records.project import Project
from untfsse.views.base import Card, View, facts, outside, plain
from untfsse.views.reader import Reader


@dataclass(frozen=True, kw_only=True)
class ProjectView(View):
    """A project: who does it, where, when, and what came out of it."""

    publications: tuple[Card, ...]
    events: tuple[Card, ...]


def card(reader: Reader, id_: str, project: Project) -> Card:
    """Return a project as lists show it."""
    return Card(
        **reader.listed("projects", id_, project),
        kind_label=reader.label("project-kinds", project.kind),
        when=_years(reader, project),
        when_iso=str(project.start) if project.start else "",
        tag=plain(reader.label("project-statuses", project.status)),
        tag_kind=project.status,
        summary=reader.say(project.summary, project.original_language),
    )


def make(reader: Reader, id_: str, project: Project) -> ProjectView:
    """Return a project as its own page shows it."""
    t, here = reader.strings, Ref("projects", id_)
    paged = reader.paged("projects", id_, project)
    areas = dict.fromkeys((*project.areas, *reader.graph.sources(here, "areas")))
    return ProjectView(
        **paged,
        facts=facts(
            (t("project.kind"), [paged["kind_label"]]),
            (t("project.when"), [paged["when"]]),
            (t("project.status"), [_status(reader, project)]),
            (t("project.lead"), reader.parties(project.lead)),
            (t("project.partners"), reader.parties(project.partners)),
            (t("project.funders"), reader.parties(project.funders)),
            (t("record.countries"), [reader.country(code) for code in project.countries]),
            (t("record.areas"), reader.areas(areas)),
            (t("record.website"), [outside(project.website)]),
        ),
        publications=reader.related("publications", project.outputs, here),
        events=reader.related("events", project.events, here),
    )


def _status(reader: Reader, project: Project) -> str:
    status = reader.label("project-statuses", project.status)
    if project.status_as_of is None:
        return status
    date = say_when(project.status_as_of, reader.language)
    return reader.strings("project.status-as-of", status=status, date=date)


def _years(reader: Reader, project: Project) -> str:
    t, language = reader.strings, reader.language
    start = say_when(project.start, language) if project.start else ""
    end = say_when(project.end, language) if project.end else ""
    if start and end:
        return start if start == end else f"{start} – {end}"
    if start:
        return t("project.since", date=start) if project.status == "ongoing" else start
    return t("project.until", date=end) if end else ""
