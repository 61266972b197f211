"""The pages that people write, `docs/<language>/**.md`: where they are and what their top says."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from untfsse.clock import today
from untfsse.guesses import file_name
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.problems import Problem, nearest
from untfsse.records import KINDS
from untfsse.records.base import ID_FORM
from untfsse.records.page_top import PageTop
from untfsse.records.references import Surroundings
from untfsse.showing import hidden_as_written, speaks_from
from untfsse.validation import problems_of
from untfsse.yaml_source import Positions, Unreadable, parse, read

MAX_BYTES = 256 * 1024

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


_LATER_TOP = re.compile(
    r"^---[ \t]*\n(?:(?!---).*\n){0,20}?(?:title|description):.*\n(?:(?!---).*\n){0,40}?---[ \t]*$",
    re.MULTILINE,
)
"""A top that stands too far down to be one."""


@dataclass(frozen=True)
class Prose:
    """One Markdown file."""

    file: str
    """Path from the root of the project."""

    name: str
    """Path below the language's folder, without `.md`: `events/index`."""

    language: str
    top: PageTop | None
    """What its top says; None where there is none, or a faulty one."""

    body: str
    """The Markdown, with the lines of the top kept as empty ones so that lines still count."""

    places: Positions = field(default_factory=Positions, compare=False)
    """Where the fields of the top stand."""


def read_prose(root: Path, around: Surroundings) -> tuple[dict[str, dict[str, Prose]], list[Problem]]:
    """Return language → name → page, and everything in `docs/` that cannot be one."""
    pages: dict[str, dict[str, Prose]] = {language: {} for language in LANGUAGES}
    problems: list[Problem] = []
    for file, key in _files(root):
        if key:
            name = os.path.basename(file)
            problems.append(Problem(file, 0, 1, "", key, _values(root, name, key)))
            continue
        parts = file.split("/")
        if parts[1] == "assets" or not file.endswith(".md"):
            continue
        language, name = parts[1], "/".join(parts[2:]).removesuffix(".md")
        page, faults = read_page(root, file, language, name, around)
        problems.extend(faults)
        pages[language][name] = page
    return pages, problems


def read_page(
    root: Path, file: str, language: str, name: str, around: Surroundings
) -> tuple[Prose, list[Problem]]:
    """Return one page, empty where it cannot be read, and what is wrong with it."""
    try:
        return _read(root, file, language, name, around)
    except Unreadable as unreadable:
        return Prose(file, name, language, None, ""), [unreadable.problem(file)]  # it is there


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
                yield path, "docs-language" if _section(root, name) else "docs-folder"
            elif here != "docs" and not ID_FORM.fullmatch(name) and not path.startswith("docs/assets/"):
                folders.remove(name)
                yield path, "page-name"
        for name in sorted(files):
            if not name.startswith(".") or os.path.islink(root / here / name):
                yield f"{here}/{name}", _fault(root, here, name)


def _section(root: Path, name: str) -> str:
    """Return the folder of the source that is called so, or almost; an empty string where there is none."""
    there = [folder.name for folder in sorted((root / "docs" / DEFAULT).glob("*/"))]
    return "" if nearest(name, [*LANGUAGES, "assets"]) else nearest(name, there)


def _values(root: Path, name: str, key: str) -> dict[str, str]:
    """What a message says of a file or folder that cannot stand where it is."""
    if key == "symlink":
        return {}
    values = {"name": name, "given": name}
    if key == "docs-language":
        return {**values, "right": f"docs/{DEFAULT}/{_section(root, name) or name}"}
    if key == "page-name":
        stem, suffix = os.path.splitext(name)
        near = file_name(stem) + suffix
        return {**values, "near": near if file_name(stem) and near != name else ""}
    return {**values, "near": nearest(name, [*LANGUAGES, "assets"])}


def _fault(root: Path, here: str, name: str) -> str | None:
    stem, suffix = os.path.splitext(name)
    if os.path.islink(root / here / name):
        return "symlink"
    if here == "docs":
        return "docs-language" if suffix == ".md" else "docs-file"
    if here.startswith("docs/assets"):
        return None if suffix.lower() in ASSET_TYPES else "asset-type"
    if name == "strings.yml" and here.count("/") == 1:
        return None
    if suffix != ".md":
        return "docs-file"
    return None if ID_FORM.fullmatch(stem) else "page-name"


def _read(
    root: Path, file: str, language: str, name: str, around: Surroundings
) -> tuple[Prose, list[Problem]]:
    text = read(root, file, MAX_BYTES)
    found = _TOP.match(text)
    if found is None:
        if text.lstrip("\n").startswith("---\n"):
            raise Unreadable("front-matter-open", text.count("\n", 0, text.index("---")) + 1)
        if later := _LATER_TOP.search(text):
            line, first = (
                1 + text.count("\n", 0, len(text) - len(text.lstrip())),
                text.count("\n", 0, later.start()),
            )
            raise Unreadable("front-matter-first", line, first=first + 1)
        needed = () if is_about_record(name) else ("title", "description")
        missing = [Problem(file, 1, 1, one, "front-matter-missing", {"given": one}) for one in needed]
        return Prose(file, name, language, None, text), missing
    positions = Positions()
    above = "\n" * text.count("\n", 0, found.start(1))
    fields = parse(above + found[1], positions) or {}
    if not isinstance(fields, dict):
        raise Unreadable("front-matter", above.count("\n") + 1)
    body = body_of(text)
    try:
        here = replace(around, since=speaks_from(hidden_as_written(fields, today())))
        top = PageTop.model_validate(fields, context=here)
    except ValidationError as error:
        faults = list(problems_of(error, PageTop, file, positions))
        return Prose(file, name, language, None, body, positions), faults
    return Prose(file, name, language, top, body, positions), []


def top_span(text: str) -> tuple[int, int]:
    """Return where the fields of the top of a page begin and end; two times 0 where it has none."""
    found = _TOP.match(text)
    return found.span(1) if found else (0, 0)


def body_of(text: str) -> str:
    """Return the Markdown of a page, with the lines of the top as empty ones."""
    found = _TOP.match(text)
    return "\n" * found[0].count("\n") + text[found.end() :] if found else text


def is_about_record(name: str) -> bool:
    """Whether a page belongs to a record, such as `events/<id>`."""
    kind, _, rest = name.partition("/")
    return kind in KINDS and rest not in ("", "index")


def is_story(name: str) -> bool:
    """Whether a page is a news story, such as `news/2023-04-18-first-resolution`."""
    return name.startswith("news/") and name != "news/index"
