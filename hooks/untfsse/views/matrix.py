"""An action plan as a table: each area, how far its actions are, and what came out of it."""

from __future__ import annotations

from typing import NamedTuple

from untfsse.records import Plan
from untfsse.views.plan import AreaView, make_area
from untfsse.views.reader import Reader

OUTPUTS = ("events", "publications", "projects")


class Row(NamedTuple):
    """One area."""

    area: AreaView
    states: tuple[tuple[str, str, int], ...]
    """Id and label of a state, and how many actions are in it."""

    outputs: tuple[tuple[str, int], ...]
    """Kind of record, and how many records the area has."""


def make(reader: Reader, plan_id: str) -> list[Row]:
    """Return a row for each area of a plan, in the order of the plan."""
    plan = reader.graph.records["plans"][plan_id]
    assert isinstance(plan, Plan)
    rows = []
    for area in plan.areas:
        view = make_area(reader, plan_id, plan, area)
        states = [action.state for action in area.actions]
        rows.append(
            Row(
                view,
                tuple(
                    (state, reader.label("action-states", state), states.count(state))
                    for state in reader.vocabulary["action-states"]
                    if state in states
                ),
                tuple((kind, len(getattr(view, kind))) for kind in OUTPUTS),
            )
        )
    return rows
