"""What `untfsse check` says of fields that are not written yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from untfsse.checking import Checked
from untfsse.language_rules import faults
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.making.questions import NEWS, model_of
from untfsse.problems import Problem
from untfsse.validation import problems_of
from untfsse.word_checks import avoided, length_of
from untfsse.yaml_source import Positions

_LATER = {"zone-missing", "end-precision"}
"""Mistakes that an answer to come may mend."""


def file_of(kind: str, id_: str) -> str:
    """Return the path of the file, from the root."""
    return f"docs/{DEFAULT}/news/{id_}.md" if kind == NEWS else f"data/{kind}/{id_}.yml"


def problems_with(checked: Checked, kind: str, id_: str, fields: dict[str, Any]) -> list[Problem]:
    """Return every mistake in the fields of a new record."""
    around = replace(checked.store.around, kind=kind, id=id_)
    model, file = model_of(kind), file_of(kind, id_)
    given = fields if kind == NEWS else {**fields, "id": id_}
    found = list(_of_words(checked, file, fields))
    try:
        model.model_validate(given, context=around)
    except ValidationError as error:
        found += problems_of(error, model, file, Positions())
    return [one._replace(line=0) for one in found]


def problems_of_answer(
    checked: Checked, kind: str, fields: dict[str, Any], path: str, later: bool = True
) -> list[Problem]:
    """Return the mistakes that the answer for one field makes; what other fields lack is asked for later."""
    top = path.split(".")[0]
    named = ".".join(part for part in path.split(".") if not part.isdigit())
    return [
        one
        for one in problems_with(checked, kind, "", fields)
        if one.field.split(".")[0] == top
        and not (one.key == "missing-field" and one.field != named)
        and one.key not in {"original-missing", "title-missing"}
        and not (later and one.key in _LATER)
    ]


def _of_words(checked: Checked, file: str, value: Any, path: str = "") -> Iterator[Problem]:
    """Yield what the rules of each language say of its words."""
    if isinstance(value, list):
        for item in value:
            yield from _of_words(checked, file, item, path)
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        here = f"{path}.{key}".strip(".")
        is_top = file.endswith(".md") and not path and key in ("title", "description")
        if isinstance(inner, str) and (key in LANGUAGES or is_top):
            language = key if key in LANGUAGES else DEFAULT
            for fault in faults(language, inner, avoided(checked)):
                yield Problem(file, 0, 1, here, fault.key, fault.values)
            if is_top and key == "description":
                yield from length_of(inner, file)
        else:
            yield from _of_words(checked, file, inner, here)
