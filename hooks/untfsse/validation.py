"""Turns what pydantic says of a record into problems with file, line and field."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from inspect import get_annotations
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from untfsse import guesses
from untfsse.problems import Problem, nearest
from untfsse.spots import locate, locate_value
from untfsse.yaml_source import Path, Positions

_TAGS = {"text", "line"}  # which form of a name pydantic tried
_BAD_KEY = "[key]"  # how pydantic calls a key of a mapping that is itself at fault
_SHORT = {"member", "publication", "url"}  # fields that a short form leaves unwritten
_WRONG_SHAPE = {"tuple_type", "model_type", "model_attributes_type", "dict_type"}
_WRONG_VALUE = {"literal_error", "yes-or-no", "whole-number", "date-form", "date-impossible"}
_OF_THE_NAME = {
    *("unknown-field", "missing-field", "empty", "text-language", "original-missing", "title-missing"),
    *(
        "online-place",
        "from-and-by",
        "to-and-last-seen",
        "list-expected",
        "fields-expected",
        "plain-expected",
    ),
    *("plain-expected", "text-shape"),
}
"""Messages about a field as such; the others are about its value."""

_CURLY = re.compile("([“”„‘’«»]).*([“”‘’«»])", re.DOTALL)
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
        key, values = _said(one, context, model, path, _beside((*within, *path), positions))
        path = tuple(part for part in path if part != _BAD_KEY)
        place = (*within, *path)
        shown = path[:-1] if path and path[-1] in _SHORT and place not in positions else path
        line, column = _place(place, positions, key, values, one.get("input"))
        yield Problem(file, line, column, field_name(shown), key, values)


def _place(path: Path, positions: Positions, key: str, values: dict[str, Any], held: Any) -> tuple[int, int]:
    """Return where the field stands, or its value, or what in the value is at fault."""
    if key in _OF_THE_NAME:
        return locate(path, positions)
    words, given = (held if isinstance(held, str) else ""), values.get("given")
    at = words.find(given) if isinstance(given, str) else 0
    return locate_value(path, positions, words, max(at, 0))


def field_name(path: Path) -> str:
    """Return the names of the fields in `path`, without the numbers of list items."""
    return ".".join(part for part in path if isinstance(part, str))


def _said(
    one: Any, context: dict[str, Any], model: type[BaseModel], path: Path, used: Collection[Any]
) -> tuple[str, dict[str, Any]]:
    kind, given = one["type"], one.get("input")
    if kind == "missing":
        return "missing-field", {"given": path[-1]}
    if kind == "extra_forbidden":
        return "unknown-field", unknown_field(str(path[-1]), _field_names(model, path[:-1]), used)
    if given == "" and kind in _WRONG_SHAPE | _WRONG_VALUE:
        return "empty", {}
    if kind == "string_type" or (kind in _WRONG_VALUE and isinstance(given, dict | list)):
        return "plain-expected", {}
    if kind == "literal_error":
        possible = tuple(re.findall("'([^']*)'", context["expected"]))
        return "one-of", {"given": given, "expected": possible, "near": nearest(str(given), possible)}
    if isinstance(given, str) and context.get("given") == given and (curly := _CURLY.fullmatch(given)):
        return "yaml-curly", {"given": f"{curly[1]} {curly[2]}", "value": given}
    if kind == "tuple_type":
        return "list-expected", {}
    if kind == "dict_type":
        return "text-shape", {}
    if kind in _WRONG_SHAPE:
        if not path:
            return "record-shape", {}
        return "fields-expected", {"example": _example(path)}
    return kind, context


def unknown_field(given: str, known: Collection[str], used: Collection[Any]) -> dict[str, Any]:
    """Return the values of the message: the field that is meant, or those that are not written yet."""
    left = [one for one in known if one not in used]
    near = guesses.field(given, left)
    if not near and not guesses.field(given, known):
        near = nearest(given, known)
    return {"given": given, "near": near, "fields": ", ".join(left or known)}


def _beside(path: Path, positions: Positions) -> set[Any]:
    """Return the names of the fields that stand at the same place as `path`."""
    return {one[-1] for one in positions if one[:-1] == path[:-1]}


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
            here = model_in(by_alias[part].annotation) if part in by_alias else None
        if here is None:
            return []
    of_file = hasattr(here, "kind_folder")  # whose id is the name of the file
    return [
        here.model_fields[name].alias or name
        for name in sorted(here.model_fields, key=lambda name: _depth(here, name))
        if not (of_file and name == "id")
    ]


def _depth(model: type[BaseModel], name: str) -> int:
    """Return how far up a field is inherited from: fields of its own stand first."""
    return next(at for at, one in enumerate(model.__mro__) if name in get_annotations(one))


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model that a field holds, be it in a list or left out; None where it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := model_in(arg))), None)
