"""RIS: records of lines with two-letter tags (RIS format specifications, Thomson Reuters, 2011)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from untfsse.citations.works import Maker, Work


def joined(records: Iterable[str]) -> str:
    """Return a file with these records."""
    return "\r\n".join(records)


def record(work: Work) -> str:
    """Return a work as a record, whose lines end with CR and LF."""
    lines = [("TY", work.form.ris), *((tag, value) for tag, value in _lines(work) if value), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "ID", work.key
    for author in work.authors:
        yield "AU", _name(author)
    for editor in work.editors:
        yield "ED", _name(editor)
    yield "TI", work.title
    if work.date:
        yield "PY", str(work.date.year)
        yield "DA", _date(work)
    yield "PB", work.publisher
    yield "M3", work.kind
    yield "T3", work.series
    yield "IS", work.number
    yield "M1", work.symbol
    yield "SN", " ".join(work.isbn)
    yield "DO", work.doi
    yield "UR", work.url
    yield "SP", str(work.pages or "")
    yield "LA", work.language


def _name(maker: Maker) -> str:
    """A person as `family, given`; a name without a comma is that of a body."""
    return f"{maker.name}, {maker.given}" if maker.given else maker.name


def _date(work: Work) -> str:
    """`YYYY/MM/DD/`; the parts that are not known stay empty."""
    date = work.date
    assert date is not None
    return (
        f"{date.year:04}/{f'{date.month:02}' if date.month else ''}/{f'{date.day:02}' if date.day else ''}/"
    )
