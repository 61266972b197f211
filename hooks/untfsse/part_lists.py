"""Reads a file of `data/` that is one list of things of the same kind, such as redirects."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from untfsse.problems import Problem
from untfsse.records.base import Part
from untfsse.records.references import Surroundings
from untfsse.validation import problems_of
from untfsse.yaml_source import Positions, Unreadable, decode, parse

Of = TypeVar("Of", bound=Part)


def read_list(
    root: Path, file: str, model: type[Of], not_a_list: str, around: Surroundings | None = None
) -> tuple[list[tuple[int, Of]], Positions, list[Problem]]:
    """Return place and value of each sound item of `file`, where all stands, and the other items' problems.

    `not_a_list` is the message for a file of another shape. A file that is not there is an empty list.
    """
    path = root / file
    positions = Positions()
    if not path.exists():
        return [], positions, []
    try:
        data = parse(decode(path.read_bytes()), positions)
    except Unreadable as unreadable:
        return [], positions, [unreadable.problem(file)]
    if not isinstance(data, list):
        return [], positions, [Problem(file, 1, 1, "", not_a_list, {})]
    items: list[tuple[int, Of]] = []
    problems: list[Problem] = []
    for index, item in enumerate(data):
        try:
            items.append((index, model.model_validate(item, context=around)))
        except ValidationError as error:
            problems.extend(problems_of(error, model, file, positions, within=(index,)))
    return items, positions, problems
