"""Which files of `data/` are records and closed lists, and which do not belong there."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from untfsse.guesses import file_name
from untfsse.locales import LANGUAGES
from untfsse.problems import Problem, nearest
from untfsse.record_kinds import kind_by_fields
from untfsse.records import KINDS
from untfsse.records.base import ID_FORM, RESERVED_IDS
from untfsse.yaml_source import Unreadable, decode, parse

_BESIDE = {
    "README.md",
    "site.yml",
    "redirects.yml",
    "search.yml",
    "languages.yml",
    "links.yml",
    "vocabulary",
    "schema",
    "translations",
}
_LONGEST_ID = 80
_ENDING = re.compile(r"(\.yml|\.yaml)?\.(yml|yaml|txt|yml~|bak|json|md)$", re.IGNORECASE)
"""Endings that editors and browsers give to a file that was meant to be a record."""


def data_files(root: Path) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """Return kind (or `vocabulary`) → id → path, in order of id, and what does not belong."""
    problems = list(_strangers(root))
    files: dict[str, dict[str, str]] = {}
    for kind in (*KINDS, "vocabulary"):
        files[kind] = {}
        lower: set[str] = set()
        for entry in entries(root / "data" / kind):
            file = f"data/{kind}/{entry.name}"
            id_ = os.path.splitext(entry.name)[0]
            if entry.name == "README.md" and entry.is_file(follow_symlinks=False):
                continue
            key = _fault(entry)
            if key:
                problems.append(Problem(file, 0, 1, "", key, _values(entry.name, id_, key)))
            elif id_ in lower:
                problems.append(Problem(file, 0, 1, "", "id-twice", {"given": id_}))
            if key in (None, "symlink"):
                files[kind][id_] = file
            if entry.name.endswith(".yml"):
                lower.add(id_.lower())
    return files, problems


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what lies in a folder, in order of name; hidden files and linked folders apart."""
    if not folder.is_dir() or folder.is_symlink():
        return []
    with os.scandir(folder) as found:
        return sorted(
            (e for e in found if e.is_symlink() or not e.name.startswith(".")), key=lambda e: e.name
        )


def _fault(entry: os.DirEntry[str]) -> str | None:
    id_, suffix = os.path.splitext(entry.name)
    if entry.is_symlink():
        return "symlink"
    if entry.is_dir():
        return "not-a-folder"
    if suffix != ".yml":
        return "record-ending" if _ENDING.search(entry.name) else "not-a-record"
    if not ID_FORM.fullmatch(id_):
        return "id-form"
    if len(id_) > _LONGEST_ID:
        return "id-long"
    return "id-reserved" if id_ in RESERVED_IDS or id_ in LANGUAGES else None


def _strangers(root: Path) -> list[Problem]:
    problems = []
    if (root / "data").is_symlink():
        problems.append(Problem("data", 0, 1, "", "symlink", {}))
    for entry in entries(root / "data"):
        key = None
        if entry.is_symlink():
            key = "symlink"
        elif entry.name not in _BESIDE and entry.name not in KINDS:
            outside = "record-outside" if entry.name.endswith(".yml") else "not-a-record"
            key = "unknown-folder" if entry.is_dir() else outside
        if key:
            values: dict[str, Any] = {"name": entry.name}
            if key == "unknown-folder":
                values["near"] = nearest(entry.name, KINDS)
            if key == "record-outside":
                values["known"] = tuple(f"data/{kind}/" for kind in _kinds_of(Path(entry.path)))
            values = {} if key == "symlink" else values
            problems.append(Problem(f"data/{entry.name}", 0, 1, "", key, values))
    return problems


def _values(name: str, id_: str, key: str) -> dict[str, Any]:
    """What a message says of a file in the folder of a kind."""
    if key == "symlink":
        return {}
    values = {"name": name, "given": id_, "length": len(id_)}
    if key == "record-ending":
        return {**values, "right": f"{file_name(_ENDING.sub('', name)) or id_}.yml"}
    return {**values, "near": file_name(id_)} if key == "id-form" else values


def _kinds_of(file: Path) -> Sequence[str]:
    """Return the kind that a file outside the folders is by its fields, else all there are."""
    try:
        kind = kind_by_fields(parse(decode(file.read_bytes())))
    except (OSError, Unreadable):
        kind = ""
    return (kind,) if kind else tuple(KINDS)
