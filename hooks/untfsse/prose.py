"""The pages that people write, `docs/<language>/**.md`: where they are and what their top says."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from untfsse.locales import LANGUAGES
from untfsse.problems import Problem, nearest
from untfsse.records.base import ID_FORM
from untfsse.yaml_source import Positions, Unreadable, parse, read

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
_TOP = re.compile(r"\A\n*---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


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
            problems.append(Problem(file, 0, 1, "", key, {} if key == "symlink" else values))
            continue
        parts = file.split("/")
        if parts[1] == "assets" or not file.endswith(".md"):
            continue
        language, name = parts[1], "/".join(parts[2:]).removesuffix(".md")
        try:
            page = _read(root, file, language, name)
        except Unreadable as unreadable:
            problems.append(unreadable.problem(file))
            page = Prose(file, name, language, dict.fromkeys(FIELDS, "…"), "", {})  # it is there
        pages[language][name] = page
    return pages, problems


def _files(root: Path) -> Iterator[tuple[str, str | None]]:
    """Yield each file below `docs/` with the key of what is wrong with it, or None."""
    if os.path.islink(root / "docs"):
        yield "docs", "symlink"
        return
    for folder, folders, files in os.walk(root / "docs"):
        folders.sort()
        here = Path(folder).relative_to(root).as_posix()
        for name in [*folders]:
            path = f"{here}/{name}"
            if os.path.islink(root / path):
                folders.remove(name)
                yield path, "symlink"
            elif name.startswith("."):
                folders.remove(name)
            elif here == "docs" and name not in (*LANGUAGES, "assets"):
                folders.remove(name)
                yield path, "docs-folder"
            elif not ID_FORM.fullmatch(name) and not path.startswith("docs/assets/"):
                folders.remove(name)
                yield path, "page-name"
        for name in sorted(files):
            if not name.startswith(".") or os.path.islink(root / here / name):
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
    text = read(root, file, MAX_BYTES)
    top = _TOP.match(text)
    if top is None:
        if text.lstrip("\n").startswith("---\n"):
            raise Unreadable("front-matter-open", text.count("\n", 0, text.index("---")) + 1)
        return Prose(file, name, language, {}, text, {})
    positions: Positions = {}
    above = "\n" * text.count("\n", 0, top.start(1))
    fields = parse(above + top[1], positions) or {}
    if not isinstance(fields, dict):
        raise Unreadable("front-matter", above.count("\n") + 1)
    for field in FIELDS:
        if not isinstance(fields.get(field, ""), str):
            raise Unreadable("plain-expected", *positions[(field,)])
    body = "\n" * top[0].count("\n") + text[top.end() :]
    return Prose(file, name, language, fields, body, positions)
