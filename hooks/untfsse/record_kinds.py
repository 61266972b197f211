"""Which kind of record a file holds, told by its fields: for files that lie in a wrong place."""

from __future__ import annotations

from functools import cache
from typing import Any

from untfsse.records import KINDS
from untfsse.wording import Word

A_RECORD = {
    "members": Word("a member"),
    "events": Word("an event"),
    "publications": Word("a publication"),
    "projects": Word("a project"),
    "plans": Word("an action plan"),
}
"""What a message calls a record of a kind."""


def kind_by_fields(data: Any) -> str:
    """Return the only kind that has all the fields of `data` and needs no others; else an empty string."""
    if not isinstance(data, dict):
        return ""
    fitting = [kind for kind in KINDS if _needed(kind) <= data.keys() <= _fields(kind)]
    return fitting[0] if len(fitting) == 1 else ""


@cache
def _fields(kind: str) -> frozenset[str]:
    return frozenset(one.alias or name for name, one in KINDS[kind].model_fields.items())


@cache
def _needed(kind: str) -> frozenset[str]:
    fields = KINDS[kind].model_fields.items()
    return frozenset(one.alias or name for name, one in fields if one.is_required() and name != "id")
