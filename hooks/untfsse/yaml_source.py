"""Reads one YAML file as plain texts: no type is guessed, nothing is aliased, everything is located."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml

from untfsse.problems import Problem

MAX_BYTES = 64 * 1024
MAX_DEPTH = 12
_NOTHING = ("null", "~", "Null", "NULL")
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ue000-\uf8ff]"
)
"""Control and bidirectional characters (Unicode TR 36, 39) and the private use area."""

Path = tuple[str | int, ...]
Positions = dict[Path, tuple[int, int]]
"""Where each field and list item stands: line and column, from 1."""


class Unreadable(Exception):
    """The file is not the plain YAML that records are written in."""

    def __init__(self, key: str, line: int, column: int = 1, **values: Any) -> None:
        super().__init__(key)
        self.key, self.line, self.column, self.values = key, line, column, values

    def problem(self, file: str) -> Problem:
        """Return it as a problem of `file`."""
        return Problem(file, self.line, self.column, "", self.key, self.values)


def decode(raw: bytes, limit: int = MAX_BYTES) -> str:
    """Return the text in NFC with plain line ends; raise Unreadable for what is not text."""
    if len(raw) > limit:
        raise Unreadable("too-large", 0, size=len(raw) // 1024, limit=limit // 1024)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable("not-utf8", raw.count(b"\n", 0, error.start) + 1) from None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if hidden := _HIDDEN.search(text):
        line = text.count("\n", 0, hidden.start()) + 1
        column = hidden.start() - text.rfind("\n", 0, hidden.start())
        raise Unreadable("character", line, column, given=f"U+{ord(hidden[0]):04X}")
    return text


def parse(text: str, positions: Positions | None = None) -> Any:
    """Return dicts, lists and strings only, and fill `positions` if it is given.

    Refuses anchors, aliases, tags, duplicate keys, several documents and deep nesting.
    """
    try:
        return _build(text, positions)
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, text) from None


def _build(text: str, positions: Positions | None) -> Any:
    containers: list[Any] = []
    waiting: list[str | None] = []  # per container, the key that has no value yet
    first_lines: list[dict[str, int]] = []
    root: Any = None
    documents = 0
    event: Any
    for event in yaml.parse(text, Loader=_PARSER):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value: Any = "" if not event.style and event.value in _NOTHING else event.value
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if len(containers) >= MAX_DEPTH:
                raise _at(event, "yaml-deep", limit=MAX_DEPTH)
            value = {} if kind is yaml.MappingStartEvent else []
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            for stack in (containers, waiting, first_lines):
                stack.pop()
            continue
        elif kind is yaml.AliasEvent:
            raise _at(event, "yaml-anchor")
        else:
            documents += kind is yaml.DocumentStartEvent
            if documents > 1:
                raise _at(event, "yaml-documents")
            continue
        if event.anchor or event.tag:
            raise _at(event, "yaml-anchor" if event.anchor else "yaml-tag")

        inner = containers[-1] if containers else None
        if inner is None:
            root = value
        elif type(inner) is list:
            inner.append(value)
            _note(positions, containers, len(inner) - 1, event)
        elif waiting[-1] is not None:
            inner[waiting[-1]] = value
            waiting[-1] = None
        else:
            if kind is not yaml.ScalarEvent:
                raise _at(event, "yaml-key-form")
            value = event.value  # a field called `null` is a word
            if value in inner:
                raise _at(event, "yaml-twice", given=value, first=first_lines[-1][value])
            inner[value] = None
            waiting[-1] = value
            first_lines[-1][value] = event.start_mark.line + 1
            _note(positions, containers, value, event)
            continue
        if kind is not yaml.ScalarEvent:
            containers.append(value)
            waiting.append(None)
            first_lines.append({})
    return root


def _note(positions: Positions | None, containers: list[Any], last: str | int, event: Any) -> None:
    if positions is None:
        return
    path = tuple(
        len(outer) - 1 if type(outer) is list else next(reversed(outer)) for outer in containers[:-1]
    )
    mark = event.start_mark
    positions[(*path, last)] = (mark.line + 1, mark.column + 1)


def _at(event: Any, key: str, **values: Any) -> Unreadable:
    return Unreadable(key, event.start_mark.line + 1, event.start_mark.column + 1, **values)


def _syntax(error: yaml.MarkedYAMLError, text: str) -> Unreadable:
    """Say in an editor's words what the YAML parser stumbled over."""
    mark = error.problem_mark or error.context_mark
    line = min(mark.line, text.count("\n")) + 1 if mark else 1
    column = mark.column + 1 if mark else 1
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    said = f"{error.context or ''} {error.problem or ''}"
    at = here[column - 1 : column]
    if "\t" in here[: len(here) - len(here.lstrip())] or at == "\t":
        key = "yaml-tab"
    elif "mapping values are not allowed" in said:
        key = "yaml-colon" if here.count(": ") > 1 else "yaml-indent"
    elif "quoted scalar" in said:
        key, line = "yaml-quote", (error.context_mark.line + 1 if error.context_mark else line)
    elif "could not find expected ':'" in said:
        key = "yaml-key"
        line = error.context_mark.line + 1 if error.context_mark else line
    elif "cannot start any token" in said or "unexpected" in said or "%" in at:
        key = "yaml-start"
    elif "anchor" in said or "alias" in said:
        key = "yaml-anchor"
    elif "tag" in said:
        key = "yaml-tag"
    elif "did not find expected" in said or "block" in said:
        key = "yaml-indent"
    else:
        key = "yaml-other"
    return Unreadable(key, line, column, given=at if key == "yaml-start" else said.strip())
