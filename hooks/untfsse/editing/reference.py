"""What the pages about the fields show: each field of a kind, with its form, its values and an example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel

from untfsse.editing import MODELS, SINGULAR
from untfsse.editing.entries import Entry, entries, parts
from untfsse.editing.words import how
from untfsse.repository import Repository
from untfsse.store import path_of
from untfsse.views.reader import Reader

_SHORT_LIST = 13
"""A list of as many values stands on the page; of a longer one a link to its file."""

_MOST_LINES = 8
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)


_MARK = "\0"


class Value(NamedTuple):
    """One value of a closed list, as written and as readers see it."""

    id: str
    label: str


class FieldRow(NamedTuple):
    """One field."""

    name: str
    anchor: str
    required: bool
    meaning: str
    how: tuple[tuple[str, bool], ...]
    """Pieces of a sentence, and whether each is to be written letter by letter."""

    values: tuple[Value, ...]
    file: tuple[str, str] | None
    """Name and address of the file that has more values than are shown."""

    example: str
    """Lines of a real record, or empty."""


class FieldTable(NamedTuple):
    """The fields of a record, or of a part that stands in some of its fields."""

    title: str
    """Names of the fields that hold the part; empty for the record itself."""

    rows: tuple[FieldRow, ...]


def tables(reader: Reader, repository: Repository, root: Path, name: str) -> Iterator[FieldTable]:
    """Yield the tables of a kind (`event`): its own fields first, then each part once."""
    model = MODELS[name]
    kind = SINGULAR[name]
    files = [
        root / path_of(kind, id_) for id_, record in reader.graph.records[kind].items() if not record.draft
    ]
    shown = examples(tuple(files))
    make = _Rows(reader, repository)
    yield FieldTable("", tuple(make.row(one, "", shown.get(one.name, "")) for one in entries(model)))
    for part in parts(model):
        holders = ", ".join(dict.fromkeys(_holders(model, part)))
        yield FieldTable(holders, tuple(make.row(one, holders, "") for one in entries(part)))


def _holders(model: type[BaseModel], part: type[BaseModel]) -> Iterator[str]:
    for one in (model, *parts(model)):
        yield from (entry.name for entry in entries(one) if entry.part is part)


class _Rows:
    def __init__(self, reader: Reader, repository: Repository) -> None:
        self._reader, self._repository = reader, repository

    def row(self, entry: Entry, holders: str, example: str) -> FieldRow:
        """Return a field as the page shows it."""
        strings = self._reader.strings
        terms = list(self._reader.vocabulary.get(entry.listed, ()))
        short = len(terms) <= _SHORT_LIST
        file = f"data/vocabulary/{entry.listed}.yml"
        return FieldRow(
            entry.name,
            re.sub("[^a-z]+", "-", f"field {holders} {entry.name}"),
            entry.required,
            strings(entry.words),
            _pieces(how(entry, strings, _MARK)),
            tuple(Value(id_, self._reader.label(entry.listed, id_)) for id_ in terms) if short else (),
            None if short else (file, self._repository.show(file)),
            example,
        )


def _pieces(sentence: str) -> tuple[tuple[str, bool], ...]:
    said = type(sentence)  # it knows whether its words are in another language
    return tuple((said(words), bool(at % 2)) for at, words in enumerate(sentence.split(_MARK)) if words)


@cache
def examples(files: tuple[Path, ...]) -> dict[str, str]:
    """Return field → the lines of the record that says it in the fewest words; the first of several."""
    found: dict[str, str] = {}
    for file in files:
        for name, lines in _blocks(file.read_text("utf-8")):
            few = lines.count("\n") < _MOST_LINES
            if few and (name not in found or len(lines) < len(found[name])):
                found[name] = lines
    return found


def _blocks(text: str) -> Iterable[tuple[str, str]]:
    """Each field of a file with the lines it takes."""
    starts = list(_KEY.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    return [(start[1], text[start.start() : end].rstrip()) for start, end in zip(starts, ends, strict=True)]
