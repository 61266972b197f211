"""An action plan as a table: each area, how far its actions are, and what came out of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from untfsse.views.reader import Reader

if TYPE_CHECKING:
    from untfsse.views.plan import AreaView

OUTPUTS = ("events", "publications", "projects")


class Row(NamedTuple):
    """One area."""

    area: AreaView
    states: tuple[tuple[str, str, int], ...]
    """Id and label of a state, and how many actions are in it."""

    outputs: tuple[tuple[str, int], ...]
    """Kind of record, and how many records the area has."""


def make(reader: Reader, areas: Iterable[AreaView]) -> list[Row]:
    """Return a row for each area of a plan."""
    rows = []
    for view in areas:
        states = [action.state for action in view.actions]
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
