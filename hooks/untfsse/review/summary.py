"""One line for each file that editors changed: what it is, and what of it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from untfsse.locales import LANGUAGES
from untfsse.names import language_name
from untfsse.review.fields import File
from untfsse.review.report import Report
from untfsse.review.showing_pages import Shown
from untfsse.review.titles import title_in
from untfsse.strings import Strings

_MOST = 8
"""Fields that are named."""


@dataclass(frozen=True)
class Line:
    """What changed in one thing."""

    kind: str
    """Key of its words: `kind.events`."""

    title: str
    id: str
    """Of a record; else empty."""

    how: str
    """`changed`, `added`, `removed`, `moved` or `draft`."""

    detail: str
    """Fields, or languages with how many parts changed in them."""

    file: str
    anchor: str
    """Where in the review it is shown, or empty."""


def summary(report: Report, shown: Mapping[str, Shown], words: Strings) -> list[Line]:
    """Return a line for each record, page and list of words; `shown` is name → page of the review."""
    lines = [*_of_fields(report.fields, shown, words), *_of_pages(report, shown, words)]
    return sorted(lines, key=lambda one: (one.kind in ("kind.words", "kind.data"), one.kind == "kind.page"))


def _of_fields(files: list[File], shown: Mapping[str, Shown], words: Strings) -> Iterator[Line]:
    left = {one.change.was for one in shown.values() if one.change}
    for file in files:
        if file.path.startswith("data/translations/") or _name(file.path) in left:
            continue
        languages = [language_name(one, words.language) for one in file.languages]
        if file.is_record:
            kind, name = file.path.split("/")[1], _name(file.path)
            id_ = PurePosixPath(name).name
            page = shown.get(name)
            how = page.how if page and page.how != "changed" else file.how
            title = page.title if page else title_in(file.titles, words.language) or id_
            anchor = page.anchor if page else _file_anchor(file)
            yield Line(f"kind.{kind}", title, id_, how, _fields(file, languages), file.path, anchor)
        elif file.path.endswith("/strings.yml"):
            texts = f"{', '.join(languages)} ({words.count('texts', len(file.fields))})" if languages else ""
            yield Line("kind.words", file.path, "", file.how, texts, file.path, _file_anchor(file))
        else:
            yield Line(
                "kind.data", file.path, "", file.how, _fields(file, languages), file.path, _file_anchor(file)
            )


def _name(path: str) -> str:
    """Return the name of the page of a record."""
    return path.removeprefix("data/").removesuffix(".yml")


def _fields(file: File, languages: list[str]) -> str:
    """Return the fields that changed and their languages: `summary, place (English)`."""
    names = ", ".join(file.names[:_MOST]) + (", …" if len(file.names) > _MOST else "")
    return f"{names} ({', '.join(languages)})" if languages else names


def _file_anchor(file: File) -> str:
    return file_anchor(file.path) if file.fields else ""


def file_anchor(path: str) -> str:
    """Return where in the review the fields of a file stand."""
    return f"file-{path.replace('/', '-').replace('.', '-')}"


def _of_pages(report: Report, shown: Mapping[str, Shown], words: Strings) -> Iterator[Line]:
    """One line for each page people write, in all languages; its files may be several."""
    found: dict[str, list[str]] = {}
    for file in sorted(report.files):
        parts = file.split("/", 2)
        if parts[0] == "docs" and len(parts) == 3 and parts[1] in LANGUAGES and file.endswith(".md"):
            found.setdefault(parts[2].removesuffix(".md"), []).append(file)
    left = {one.change.was for one in shown.values() if one.change}
    for name, files in found.items():
        if name in left:
            continue
        page = shown.get(name) or shown.get(name.removesuffix("/index"))
        codes = [file.split("/")[1] for file in files]
        detail = ", ".join(_parts(page, codes, words)) if page else ""
        states = {report.files[file] for file in files}
        how = states.pop() if len(states) == 1 else "changed"
        languages = ", ".join(language_name(code, words.language) for code in codes)
        yield Line(
            "kind.page",
            page.title if page else name,
            "",
            page.how if page else how,
            detail or languages,
            ", ".join(files),
            page.anchor if page else "",
        )


def _parts(page: Shown, codes: list[str], words: Strings) -> Iterator[str]:
    """Yield how much changed in each language whose file did."""
    for column in page.columns:
        if column.parts and column.language in codes:
            yield f"{column.name} ({words.count('parts', column.parts)})"
