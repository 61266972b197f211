"""A spreadsheet (Office Open XML, ECMA-376): for those who have no program for translators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from untfsse.translations.exchange.items import DONE, REVIEW, TRANSLATE, Bundle, Item, Unfit, digest

_COLUMNS = {
    "source": 60,
    "translation": 60,
    "state": 14,
    "source before": 40,
    "terms": 40,
    "keep": 20,
    "words": 8,
    "part": 18,
    "page": 40,
    "file": 40,
    "refused": 40,
    "id": 10,
    "was": 10,
    "sent": 10,
}
"""Title and width, in letters. `sent` is the digest of the translation as this file held it."""

_HIDDEN = ("id", "was", "sent")

_COLOURS = {TRANSLATE: "FDE9D9", REVIEW: "FFF2CC"}
_START = (1980, 1, 1, 0, 0, 0)  # the first moment a zip file knows
_MOST = 200 * 1024 * 1024
_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(bundle: Bundle) -> bytes:
    """Return a workbook without dates; every cell is text, no word is taken for a formula."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = bundle.language
    sheet.append(list(_COLUMNS))
    for cell, width in zip(sheet[1], _COLUMNS.values(), strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    for name in _HIDDEN:
        sheet.column_dimensions[get_column_letter([*_COLUMNS].index(name) + 1)].hidden = True
    sheet.freeze_panes = "C2"
    shape, fills = Alignment(wrap_text=True, vertical="top"), _fills()
    for row, item in enumerate(bundle.items, 2):
        for column, words in enumerate(_cells(item), 1):
            cell = sheet.cell(row, column)
            cell.value = _escaped(words)
            cell.data_type, cell.number_format, cell.alignment = "s", "@", shape
        if item.state in fills:
            sheet.cell(row, 3).fill = fills[item.state]
    held = BytesIO()
    book.save(held)
    return _timeless(held.getvalue())


def read(raw: bytes) -> Bundle:
    """Read what has come back, in whatever order its rows and columns are; raise Unfit."""
    try:
        with ZipFile(BytesIO(raw)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST:
                raise Unfit("it is too large")
            if any(b"<!DOCTYPE" in archive.read(part) for part in archive.infolist()):
                raise Unfit("it holds a document type, which no spreadsheet needs")
        book = load_workbook(BytesIO(raw), read_only=True)
        sheet: Any = book.worksheets[0]
        rows = list(sheet.iter_rows(values_only=True))
    except Unfit:
        raise
    except Exception as error:  # the parser raises what it happens to stumble over
        if isinstance(error, BadZipFile | KeyError | ValueError | OSError | IndexError | SyntaxError):
            raise Unfit("it is no spreadsheet (.xlsx), or a damaged one") from None
        raise Unfit("this spreadsheet cannot be read") from None
    titles = {str(title).strip().lower(): at for at, title in enumerate(rows[0] if rows else ()) if title}
    if missing := [name for name in ("id", "source", "translation") if name not in titles]:
        raise Unfit(f'its first row has no column "{missing[0]}"')
    return Bundle(sheet.title, tuple(_items(rows[1:], titles)))


def _items(rows: Iterable[tuple[Any, ...]], titles: dict[str, int]) -> Iterator[Item]:
    """Yield the item of each row; raise Unfit where a row has words and nobody can know for which text."""
    for number, row in enumerate(rows, 2):
        item = _read(row, titles)
        if item.id:
            yield item
        elif item.source or item.target:
            letter = get_column_letter(titles["id"] + 1)
            reason = f'row {number} has words, and nothing in column {letter} ("id")'
            raise Unfit(f"{reason}; put the id back as it was, or take the row out")


def _cells(item: Item) -> Iterator[str]:
    part = f"{item.kind} {item.name}".strip()
    place = f"{item.file}:{item.line}" if item.line else item.file
    yield from (item.source, item.target, item.state, item.before, "\n".join(item.terms))
    yield from (" ".join(item.kept), str(item.words or ""), part, item.address, place)
    yield from (item.remark, item.id, item.was, digest(item.target))


def _read(row: tuple[Any, ...], titles: dict[str, int]) -> Item:
    def cell(name: str) -> str:
        at = titles.get(name, len(row))
        return _text(row[at]) if at < len(row) else ""

    target, was = cell("translation"), cell("was") if "was" in titles else "?"
    marked = cell("state").strip().lower() in (TRANSLATE, REVIEW)
    as_sent = digest(target) == (cell("sent") if "sent" in titles else was)
    file, _, line = cell("file").rpartition(":")
    return Item(
        cell("id"),
        cell("source"),
        target,
        (REVIEW if marked and as_sent else DONE) if target else TRANSLATE,  # else somebody has typed it
        was,
        file if line.isdecimal() else cell("file"),
        int(line) if line.isdecimal() else 0,
    )


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _CODE.sub(lambda found: chr(int(found[1], 16)), str(value))


def _escaped(text: str) -> str:
    """Write what XML cannot hold, and what looks like such an escape, as `_xHHHH_` (ECMA-376 18.4.1)."""
    text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    return _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _fills() -> dict[str, PatternFill]:
    return {state: PatternFill("solid", start_color=colour) for state, colour in _COLOURS.items()}


def _timeless(raw: bytes) -> bytes:
    """Take out when the file was made."""
    held = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(held, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", content)
            plain = ZipInfo(part.filename, _START)
            plain.compress_type = ZIP_DEFLATED
            new.writestr(plain, content)
    return held.getvalue()
