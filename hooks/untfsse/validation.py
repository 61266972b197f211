"""Turns what pydantic says of a record into problems with file, line and field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from untfsse.problems import Problem, nearest
from untfsse.yaml_source import Path, Positions

_TAGS = {"text", "line"}  # which form of a name pydantic tried
_BAD_KEY = "[key]"  # how pydantic calls a key of a mapping that is itself at fault
_SHORT = {"member", "publication", "url"}  # fields that a short form leaves unwritten
_WRONG_SHAPE = {"tuple_type", "model_type", "model_attributes_type", "dict_type"}
_WRONG_VALUE = {"literal_error", "yes-or-no", "whole-number", "date-form", "date-impossible"}
_FIELDS_EXAMPLE = {
    "place": "country: CH",
    "headquarters": "country: CH",
    "registration": "url: https://…",
    "evidence": "events:",
    "links": "kind: page",
    "versions": "language: en",
    "membership": "status: member",
    "roles": "role: chair",
    "areas": "id: priority-1",
    "actions": "title:",
    "series": "title: …",
    "published_counts": "date: 2023-11",
    "typed": "en: [coop]",
}


def problems_of(
    error: ValidationError,
    model: type[BaseModel],
    file: str,
    positions: Positions,
    within: Path = (),
) -> Iterable[Problem]:
    """Yield one problem for each error, located in `positions`; `within` leads to the model."""
    for one in error.errors(include_url=False):
        context = dict(one.get("ctx", {}))
        path: Path = tuple(part for part in one["loc"] if part not in _TAGS)
        if item := context.pop("within", None):
            path += tuple(int(part) if part.isdigit() else part for part in str(item).split("."))
        if instead := context.pop("instead", None):
            path = (*path[:-1], instead)
        key, values = _said(one, context, model, path)
        path = tuple(part for part in path if part != _BAD_KEY)
        place = (*within, *path)
        shown = path[:-1] if path and path[-1] in _SHORT and place not in positions else path
        line, column = locate(place, positions)
        yield Problem(file, line, column, field_name(shown), key, values)


def locate(path: Path, positions: Positions) -> tuple[int, int]:
    """Return line and column of the deepest part of `path` that stands in the file."""
    for length in range(len(path), 0, -1):
        if path[:length] in positions:
            return positions[path[:length]]
    return (1, 1)


def field_name(path: Path) -> str:
    """Return the names of the fields in `path`, without the numbers of list items."""
    return ".".join(part for part in path if isinstance(part, str))


def _said(
    one: Any, context: dict[str, Any], model: type[BaseModel], path: Path
) -> tuple[str, dict[str, Any]]:
    kind, given = one["type"], one.get("input")
    if kind == "missing":
        return "missing-field", {"given": path[-1]}
    if kind == "extra_forbidden":
        known = _field_names(model, path[:-1])
        return "unknown-field", {"given": path[-1], "near": nearest(str(path[-1]), known)}
    if given == "" and kind in _WRONG_SHAPE | _WRONG_VALUE:
        return "empty", {}
    if kind == "string_type" or (kind in _WRONG_VALUE and isinstance(given, dict | list)):
        return "plain-expected", {}
    if kind == "literal_error":
        return "one-of", {"given": given, "expected": context["expected"].replace("'", "")}
    if kind == "tuple_type":
        return "list-expected", {}
    if kind == "dict_type":
        return "text-shape", {}
    if kind in _WRONG_SHAPE:
        if not path:
            return "record-shape", {}
        return "fields-expected", {"example": _example(path)}
    return kind, context


def _example(path: Path) -> str:
    """A field that may stand at `path`."""
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    return _FIELDS_EXAMPLE.get(name, "name: …")


def _field_names(model: type[BaseModel], path: Path) -> list[str]:
    """Names an editor may write at `path` of `model`."""
    here: Any = model
    for part in path:
        if isinstance(part, str):
            by_alias = {field.alias or name: field for name, field in here.model_fields.items()}
            here = _model_in(by_alias[part].annotation) if part in by_alias else None
        if here is None:
            return []
    return [field.alias or name for name, field in here.model_fields.items() if name != "id"]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)
