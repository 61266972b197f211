"""What is asked for a new record of each kind: what it must have, and what most have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from untfsse.locales import Text
from untfsse.records import KINDS
from untfsse.records.leaves import markers
from untfsse.records.page_top import PageTop
from untfsse.records.references import Listed, Refers

NEWS = "news"
SINGULAR = {kind.removesuffix("s"): kind for kind in KINDS} | {NEWS: NEWS}
"""What the command calls a kind → its folder."""


class Question(NamedTuple):
    """One thing that is asked."""

    path: str
    """Where the answer goes: dotted, with numbers for items of lists (`versions.0.title`)."""

    label: str
    """Key of its words, after `ask.`."""

    needed: bool = False


def _needed(path: str, label: str = "") -> Question:
    return Question(path, label or path, True)


def _usual(path: str, label: str = "") -> Question:
    return Question(path, label or path)


_TOPICS = (_usual("themes"), _usual("sdgs"))
_SOURCES = _usual("sources")

QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "events": (
        _needed("kind"),
        _needed("title"),
        _usual("summary"),
        _needed("start"),
        _usual("end"),
        _usual("timezone"),
        _usual("mode"),
        _usual("place.country", "country"),
        _usual("place.city", "city"),
        _usual("organisers"),
        _usual("task_force_role", "role"),
        *_TOPICS,
        _SOURCES,
    ),
    "publications": (
        _needed("kind"),
        _needed("versions.0.language", "language"),
        _needed("versions.0.title", "version"),
        _usual("versions.0.url", "url"),
        _usual("date"),
        _usual("symbol"),
        _usual("publisher"),
        _usual("abstract"),
        *_TOPICS,
        _SOURCES,
    ),
    "members": (
        _needed("name"),
        _usual("acronym"),
        _needed("kind"),
        _needed("membership.0.status", "status"),
        _usual("membership.0.from", "since"),
        _usual("headquarters.country", "country"),
        _usual("headquarters.city", "city"),
        _usual("website"),
        _usual("summary"),
        _SOURCES,
    ),
    "projects": (
        _needed("kind"),
        _needed("title"),
        _usual("summary"),
        _usual("lead"),
        _usual("countries"),
        _usual("start"),
        _usual("end"),
        _needed("status"),
        *_TOPICS,
        _usual("website"),
        _SOURCES,
    ),
    "plans": (
        _needed("title"),
        _usual("summary"),
        _needed("start"),
        _needed("end"),
        _usual("publication"),
        _SOURCES,
    ),
    NEWS: (_needed("title"), _needed("description"), _needed("date"), _usual("records"), _SOURCES),
}
"""Folder → its questions, in the order in which they are asked."""


class Form(NamedTuple):
    """What a field holds."""

    is_text: bool = False
    """A text in several languages."""

    is_many: bool = False
    """A list."""

    listed: str = ""
    """The closed list its values are taken from."""

    refers: str = ""
    """The kind of records it names."""

    known: bool = True
    """Whether there is such a field."""


def model_of(kind: str) -> type[BaseModel]:
    """Return the model of a kind; of a story, that of the top of its page."""
    return PageTop if kind == NEWS else KINDS[kind]


def form_of(kind: str, path: str) -> Form:
    """Return what the field at a path holds."""
    annotation: Any = model_of(kind)
    metadata: list[Any] = []
    for part in path.split("."):
        if part.isdigit():
            continue
        inner = _model(annotation)
        if inner is None:
            is_word = _holds(annotation, Text)  # the words of one language
            return Form(known=is_word)
        fields = {field.alias or name: field for name, field in inner.model_fields.items()}
        if part not in fields:
            return Form(known=False)
        annotation, metadata = fields[part].annotation, list(fields[part].metadata)
    mark = next((one for one in (*metadata, *_marks(annotation)) if isinstance(one, Listed | Refers)), None)
    return Form(
        is_text=_model(annotation) is None and _is_text(annotation),
        is_many=get_origin(annotation) is tuple,
        listed=mark.name if isinstance(mark, Listed) else "",
        refers=mark.kind if isinstance(mark, Refers) else "",
    )


def _model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model(arg))), None)


def _marks(annotation: Any) -> list[Any]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return list(markers(annotation))
    here = list(getattr(annotation, "__metadata__", ()))
    return here + [mark for arg in get_args(annotation) for mark in _marks(arg)]


def _is_text(annotation: Any) -> bool:
    """Whether only a text may stand here: a name may be one line as well."""
    args = [arg for arg in get_args(annotation) if arg is not type(None)] or [annotation]
    return all(isinstance(arg, type) and issubclass(arg, Text) for arg in args)


def _holds(annotation: Any, kind: type) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, kind)
    return any(_holds(arg, kind) for arg in get_args(annotation))
