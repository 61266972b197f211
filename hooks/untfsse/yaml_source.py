"""Reads one YAML file as plain texts: no type is guessed, nothing is aliased, everything is located."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path as File
from typing import Any

import yaml

from untfsse.problems import Problem
from untfsse.wording import Word
from untfsse.yaml_slips import colons_below, slip

MAX_BYTES = 64 * 1024
MAX_DEPTH = 12
_NOTHING = ("null", "~", "Null", "NULL")
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000e0001\U000e0020-\U000e007f\U000f0000-\U0010ffff]"
)
"""Control, bidirectional and tag characters (Unicode TR 36, 39), soft hyphens, private use areas."""

_CONFLICT = re.compile(r"^<{7}(?: |$)", re.MULTILINE)
_HASH = re.compile(r"[ \t]+#[^\s#,\]}]+")
"""What reads like a number, a colour or a hashtag, and is a remark for YAML."""

Path = tuple[str | int, ...]


class Positions(dict[Path, tuple[int, int]]):
    """Where the name of each field and each list item stands: line and column, from 1."""

    def __init__(self) -> None:
        super().__init__()
        self.of_values: dict[Path, tuple[int, int]] = {}
        """Where the value of each field and each list item begins."""

        self.source = ""
        """The text that all of them stand in."""


class Unreadable(Exception):
    """The file is not the plain YAML that records are written in."""

    def __init__(self, key: str, line: int, column: int = 1, **values: Any) -> None:
        super().__init__(key)
        self.key, self.line, self.column, self.values = key, line, column, values

    def __reduce__(self) -> Any:
        return _unreadable, (self.key, self.line, self.column, self.values)

    def problem(self, file: str) -> Problem:
        """Return it as a problem of `file`."""
        return Problem(file, self.line, self.column, "", self.key, self.values)


def _unreadable(key: str, line: int, column: int, values: dict[str, Any]) -> Unreadable:
    """Make one again that came from another process."""
    return Unreadable(key, line, column, **values)


def decode(raw: bytes, limit: int = MAX_BYTES) -> str:
    """Return the text in NFC with plain line ends; raise Unreadable for what is not text."""
    if len(raw) > limit:
        raise Unreadable("too-large", 0, size=len(raw) // 1024, limit=limit // 1024)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        whole = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")
        raise Unreadable("not-utf8", raw.count(b"\n", 0, error.start) + 1, len(whole) + 1) from None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if hidden := _HIDDEN.search(text):
        line = text.count("\n", 0, hidden.start()) + 1
        column = hidden.start() - text.rfind("\n", 0, hidden.start())
        raise Unreadable("character", line, column, given=_code_point(hidden))
    if "<<<<<<<" in text and (mark := _CONFLICT.search(text)):
        raise Unreadable("merge-conflict", text.count("\n", 0, mark.start()) + 1)
    return text


def read(root: File, file: str, limit: int = MAX_BYTES) -> str:
    """Return the text of a file; raise Unreadable where there is none. Links are not followed."""
    path = root / file
    if path.is_symlink():
        raise Unreadable("symlink", 0)
    try:
        return decode(path.read_bytes(), limit)
    except FileNotFoundError:
        raise Unreadable("file-missing", 0) from None
    except IsADirectoryError:
        raise Unreadable("file-expected", 0) from None


def _code_point(found: re.Match[str]) -> str:
    return f"U+{ord(found[0]):04X}"


def parse(text: str, positions: Positions | None = None) -> Any:
    """Return dicts, lists and strings only, and fill `positions` if it is given.

    Refuses anchors, aliases, tags, duplicate keys, several documents and deep nesting.
    """
    if positions is not None:
        positions.source = text
    try:
        return _build(text, positions)
    except yaml.MarkedYAMLError as error:
        key, line, column, given = slip(error, text)
        more = _also(colons_below(text, line, _PARSER)) if key == "yaml-colon" else ""
        raise Unreadable(key, line, column, given=given, more=more) from None
    except yaml.YAMLError:
        raise Unreadable("yaml-other", 1) from None


def _also(lines: list[int]) -> str:
    """Return in which other lines the same is to be mended."""
    named = ", ".join(map(str, lines))
    if len(lines) > 1:
        return Word(", and so in lines {n}", n=named)
    return Word(", and so in line {n}", n=named) if lines else ""


def _build(text: str, positions: Positions | None) -> Any:
    containers: list[Any] = []
    waiting: list[str | None] = []  # per container, the key that has no value yet
    first_lines: list[dict[str, int]] = []
    root: Any = None
    documents = 0
    event: Any
    lines = text.split("\n") if " #" in text else None
    for event in yaml.parse(text, Loader=_PARSER):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value: Any = "" if not event.style and event.value in _NOTHING else event.value
            if event.style or lines:
                _check_scalar(event, lines)
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
            _note(positions, containers, len(inner) - 1, event, is_value=True)
        elif waiting[-1] is not None:
            inner[waiting[-1]] = value
            _note(positions, containers, waiting[-1], event, is_value=True)
            waiting[-1] = None
        else:
            if kind is not yaml.ScalarEvent:
                raise _at(event, "yaml-key-form")
            value = event.value  # a field called `null` is a word
            if not value.strip() or value[0] == "\u00a0":
                raise _at(event, "yaml-space" if value else "yaml-key-form")
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


def _check_scalar(event: Any, lines: list[str] | None) -> None:
    """Refuse hidden characters written as escapes, and a remark that looks like part of a text."""
    if event.style == '"' and (hidden := _HIDDEN.search(event.value)):
        raise _at(event, "character", given=_code_point(hidden))
    if lines and not event.style:
        end = event.end_mark
        if found := _HASH.match(lines[end.line][end.column :] if end.line < len(lines) else ""):
            raise Unreadable("yaml-hash", end.line + 1, end.column + 1, given=found[0].strip())


def _note(
    positions: Positions | None, containers: list[Any], last: str | int, event: Any, is_value: bool = False
) -> None:
    if positions is None:
        return
    path = tuple(
        len(outer) - 1 if type(outer) is list else next(reversed(outer)) for outer in containers[:-1]
    )
    mark = event.start_mark
    noted = positions.of_values if is_value else positions
    noted[(*path, last)] = (mark.line + 1, mark.column + 1)


def _at(event: Any, key: str, **values: Any) -> Unreadable:
    return Unreadable(key, event.start_mark.line + 1, event.start_mark.column + 1, **values)
