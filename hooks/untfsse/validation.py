"""Turns what pydantic says of a record into problems with file, line and field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from untfsse.problems import Problem, nearest
from untfsse.yaml_source import Path, Positions

_TAGS = {"text", "line"}  # which form of a name pydantic tried
_BAD_KEY = "[key]"  # how pydantic calls a key of a mapping that is itself at fault
_SHORT = {"member", "publication", "url"}  # fields that a short form leaves unwritten
_FIELDS_EXAMPLE = {"place": "country: CH", "registration": "url: https://…", "evidence": "events:"}


def problems_of(
    error: ValidationError, model: type[BaseModel], file: str, positions: Positions
) -> Iterable[Problem]:
    """Yield one problem for each error, located in `positions`."""
    for one in error.errors(include_url=False):
        context = dict(one.get("ctx", {}))
        path: Path = tuple(part for part in one["loc"] if part not in _TAGS)
        if within := context.pop("within", None):
            path += tuple(int(part) if part.isdigit() else part for part in str(within).split("."))
        key, values = _said(one, context, model, path)
        path = tuple(part for part in path if part != _BAD_KEY)
        shown = path[:-1] if path and path[-1] in _SHORT and path not in positions else path
        line, column = locate(path, positions)
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
    if kind == "literal_error" and path and path[-1] == _BAD_KEY:
        return "text-language", {"given": given}
    if kind == "literal_error":
        expected = re.sub(r"'", "", context["expected"])
        return "one-of", {"given": given, "expected": expected}
    if given == "" and kind in {"tuple_type", "model_type", "model_attributes_type", "dict_type"}:
        return "empty", {}
    if kind == "tuple_type":
        return "list-expected", {}
    if kind == "dict_type":
        return "text-shape", {}
    if kind in {"model_type", "model_attributes_type"}:
        if not path:
            return "record-shape", {}
        return "fields-expected", {"example": _FIELDS_EXAMPLE.get(str(path[-1]), "name: …")}
    if kind == "string_type":
        return "plain-expected", {}
    return kind, context


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
