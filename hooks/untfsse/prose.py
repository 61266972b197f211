"""The pages that people write, `docs/<language>/**.md`: where they are and what their top says."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.problems import Problem, nearest
from untfsse.records import KINDS
from untfsse.records.base import ID_FORM
from untfsse.yaml_source import Positions, Unreadable, decode, parse

MAX_BYTES = 256 * 1024
FIELDS = ("title", "description")
"""What may stand between the two `---` lines at the top of a page."""

ASSET_TYPES = frozenset(
    {
        ".png",
        ".jpg",
        ".jpeg",
        ".webp",
        ".avif",
        ".gif",
        ".pdf",
        ".csv",
        ".xlsx",
        ".docx",
        ".pptx",
        ".txt",
    }
)
_TOP = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Prose:
    """One Markdown file."""

    file: str
    """Path from the root of the project."""

    name: str
    """Path below the language's folder, without `.md`: `events/index`."""

    language: str
    fields: dict[str, str]
    body: str
    """The Markdown, with the lines of the top kept as empty ones so that lines still count."""

    positions: Positions


def read_prose(root: Path) -> tuple[dict[str, dict[str, Prose]], list[Problem]]:
    """Return language → name → page, and everything in `docs/` that cannot be one."""
    pages: dict[str, dict[str, Prose]] = {language: {} for language in LANGUAGES}
    problems: list[Problem] = []
    for file, key in _files(root):
        if key:
            name = os.path.basename(file)
            values = {"name": name, "given": name, "near": nearest(name, [*LANGUAGES, "assets"])}
            problems.append(Problem(file, 0, 1, "", key, values))
            continue
        parts = file.split("/")
        if parts[1] == "assets" or not file.endswith(".md"):
            continue
        try:
            page = _read(root, file, parts[1], "/".join(parts[2:]).removesuffix(".md"))
        except Unreadable as unreadable:
            problems.append(unreadable.problem(file))
            continue
        pages[page.language][page.name] = page
    return pages, problems


def _files(root: Path) -> Iterator[tuple[str, str | None]]:
    """Yield each file below `docs/` with the key of what is wrong with it, or None."""
    for folder, folders, files in os.walk(root / "docs"):
        folders.sort()
        here = Path(folder).relative_to(root).as_posix()
        for name in [*folders]:
            path = f"{here}/{name}"
            if os.path.islink(root / path):
                folders.remove(name)
                yield path, "symlink"
            elif here == "docs" and name not in (*LANGUAGES, "assets"):
                folders.remove(name)
                yield path, "docs-folder"
            elif not ID_FORM.fullmatch(name):
                yield path, "page-name"
        for name in sorted(files):
            if not name.startswith("."):
                yield f"{here}/{name}", _fault(root, here, name)


def _fault(root: Path, here: str, name: str) -> str | None:
    stem, suffix = os.path.splitext(name)
    if os.path.islink(root / here / name):
        return "symlink"
    if here == "docs":
        return "docs-file"
    if here.startswith("docs/assets"):
        return None if suffix.lower() in ASSET_TYPES else "asset-type"
    if name == "strings.yml" and here.count("/") == 1:
        return None
    if suffix != ".md":
        return "docs-file"
    return None if ID_FORM.fullmatch(stem) else "page-name"


def _read(root: Path, file: str, language: str, name: str) -> Prose:
    text = decode((root / file).read_bytes(), MAX_BYTES)
    top = _TOP.match(text)
    if top is None:
        return Prose(file, name, language, {}, text, {})
    positions: Positions = {}
    try:
        fields = parse("\n" + top[1], positions) or {}
    except Unreadable as unreadable:
        raise Unreadable("front-matter", unreadable.line, unreadable.column) from None
    if not isinstance(fields, dict) or not all(isinstance(one, str) for one in fields.values()):
        raise Unreadable("front-matter", 1)
    body = "\n" * top[0].count("\n") + text[top.end() :]
    return Prose(file, name, language, fields, body, positions)


def check_places(pages: dict[str, dict[str, Prose]], ids: dict[str, set[str]]) -> Iterator[Problem]:
    """Yield what is wrong with the place or the top of a page; `ids` are those of the records."""
    for language, by_name in pages.items():
        for name, page in by_name.items():
            kind, _, rest = name.partition("/")
            about_record = kind in KINDS and rest != "index"
            if about_record and rest not in ids[kind]:
                values = {"given": rest, "kind": kind, "near": nearest(rest, ids[kind])}
                yield Problem(page.file, 0, 1, "", "page-record-missing", values)
            elif not about_record and language != DEFAULT and name not in pages[DEFAULT]:
                values = {"source": f"docs/{DEFAULT}/{name}.md"}
                yield Problem(page.file, 0, 1, "", "page-source-missing", values)
            for field in page.fields:
                line, column = page.positions.get((field,), (1, 1))
                if field not in FIELDS:
                    values = {"given": field, "near": nearest(field, FIELDS)}
                    yield Problem(page.file, line, column, field, "front-matter-field", values)
                elif not page.fields[field].strip():
                    yield Problem(page.file, line, column, field, "empty", {})
            for field in () if about_record else FIELDS:
                if field not in page.fields:
                    yield Problem(page.file, 1, 1, field, "front-matter-missing", {"given": field})
