"""Answers as they are typed, and the fields they become."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from untfsse.making.questions import Form
from untfsse.mending import french
from untfsse.records.base import ID_FORM

Fields = dict[str, Any]
_PARTIES = {"organisers", "partners", "lead", "funders", "publisher"}


def value_of(field: str, form: Form, typed: str, ids: Mapping[str, Any]) -> Any:
    """Return what an answer means: a list where the field holds one; a body by its id or its name.

    `ids` are those of the members there are.
    """
    if field.endswith(".fr"):
        typed = french.mended(typed)
    if form.is_many:
        parts = re.split(r"[\s,;]+" if field in ("sources", "records") else r"\s*[,;]\s*", typed.strip())
        return [_party(one, ids) if field in _PARTIES else one for one in parts if one]
    return _party(typed, ids) if field in _PARTIES else typed


def put(fields: Fields, path: str, value: Any) -> Fields:
    """Return the fields with a value at a dotted path; numbers are places in lists."""
    first, _, rest = path.partition(".")
    if not rest:
        return fields | {first: value}
    if rest.partition(".")[0].isdigit():
        number, _, deeper = rest.partition(".")
        items = list(fields.get(first, ()))
        items += [{}] * (int(number) + 1 - len(items))
        items[int(number)] = put(items[int(number)], deeper, value)
        return fields | {first: items}
    inner = fields.get(first)
    return fields | {first: put(inner if isinstance(inner, dict) else {}, rest, value)}


def _party(typed: str, ids: Mapping[str, Any]) -> Any:
    """A member by its id; what is no id is the name of another body."""
    return typed if typed in ids or ID_FORM.fullmatch(typed) else {"name": typed}
