"""An action plan and its areas as one language shows them."""

from __future__ import annotations

from dataclasses import dataclass

from untfsse.calendars.addresses import calendar_of
from untfsse.dates import say_interval, say_when
from untfsse.records.plan import Action, Area, Plan
from untfsse.views import matrix
from untfsse.views.base import Card, Goal, Linked, Said, SourceView, View, facts
from untfsse.views.matrix import Row
from untfsse.views.reader import Reader


@dataclass(frozen=True, kw_only=True)
class ActionView:
    """One thing to be done, its state, and what shows it."""

    title: Said
    state: str
    state_label: str
    as_of: str
    evidence: tuple[Card, ...]
    note: Said | None
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, kw_only=True)
class AreaView:
    """A part of a plan: lead, actions, and what was done for it."""

    plan_title: Said
    plan_path: str
    path: str
    id: str
    kind_label: str
    code: str | None
    title: Said
    summary: Said | None
    leads: tuple[Linked, ...]
    themes: tuple[Linked, ...]
    goals: tuple[Goal, ...]
    actions: tuple[ActionView, ...]
    events: tuple[Card, ...]
    publications: tuple[Card, ...]
    projects: tuple[Card, ...]
    calendar: str
    """Path of the calendar of its events, where there is one."""

    languages: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PlanView(View):
    """A plan: its years, its text and its areas."""

    areas: tuple[AreaView, ...]
    rows: tuple[Row, ...]
    """The areas as a table."""


def card(reader: Reader, id_: str, plan: Plan) -> Card:
    """Return an action plan as lists show it."""
    return Card(
        **reader.listed("plans", id_, plan),
        kind_label=reader.strings("plan.kind"),
        when=say_interval(plan.start, plan.end, reader.language),
        when_iso=str(plan.start),
        summary=reader.say(plan.summary, plan.original_language),
    )


def make(reader: Reader, id_: str, plan: Plan) -> PlanView:
    """Return an action plan as its own page shows it."""
    t = reader.strings
    paged = reader.paged("plans", id_, plan)
    works = reader.cards("publications", [plan.publication] if plan.publication else [])
    areas = tuple(make_area(reader, id_, plan, area) for area in plan.areas)
    return PlanView(
        **paged,
        facts=facts(
            (t("plan.years"), [paged["when"]]),
            (t("plan.text"), [Linked(work.title, work.path) for work in works]),
        ),
        areas=areas,
        rows=tuple(matrix.make(reader, areas)),
    )


def make_area(reader: Reader, plan_id: str, plan: Plan, area: Area) -> AreaView:
    """Return an area of a plan as its own page shows it."""
    id_ = f"{plan_id}/{area.id}"
    named = {kind: reader.graph.done_for(id_, kind) for kind in ("events", "publications", "projects")}
    original = plan.original_language
    return AreaView(
        plan_title=reader.title(plan),
        plan_path=reader.path("plans", plan_id),
        path=reader.path("plans", plan_id, area.id),
        id=area.id,
        kind_label=reader.label("area-kinds", area.kind),
        code=area.code,
        title=reader.say(area.title, original),  # type: ignore[arg-type]
        summary=reader.say(area.summary, original),
        leads=tuple(reader.parties(area.leads)),
        themes=reader.themes(area.themes),
        goals=reader.goals(area.sdgs),
        actions=tuple(_action(reader, action, original) for action in area.actions),
        events=reader.cards("events", sorted(named["events"])),
        publications=reader.cards("publications", named["publications"]),
        projects=reader.cards("projects", named["projects"]),
        calendar=calendar_of(reader.graph, reader.language, f"area/{id_}", named["events"]),
        languages=tuple(area.title.keys()),
    )


def _action(reader: Reader, action: Action, original: str) -> ActionView:
    evidence = action.evidence
    return ActionView(
        title=reader.say(action.title, original),  # type: ignore[arg-type]
        state=action.state,
        state_label=reader.label("action-states", action.state),
        as_of=reader.strings("plan.as-of", date=say_when(action.as_of, reader.language)),
        evidence=(
            *reader.cards("events", evidence.events),
            *reader.cards("publications", evidence.publications),
            *reader.cards("projects", evidence.projects),
        ),
        note=reader.say(action.note, original),
        sources=reader.sources(action.sources),
    )
