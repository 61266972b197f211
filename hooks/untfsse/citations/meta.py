"""What the head of a publication's page tells catalogues: Highwire Press and Dublin Core tags.

Inclusion Guidelines for Webmasters of Google Scholar; DCMI Metadata Terms. Both are said in one tag where the
content is the same: Highwire in its `name`, Dublin Core in its `property` (RDFa 1.1, initial context).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from untfsse.citations.works import Maker, Work


class Tag(NamedTuple):
    """One `meta` element."""

    name: str
    """Name of Highwire Press."""

    content: str
    term: str = ""
    """The same in Dublin Core."""


def tags(work: Work) -> tuple[Tag, ...]:
    """Return the tags of a work; what is not known has none."""
    return tuple(tag for tag in _tags(work) if tag.content)


def _tags(work: Work) -> Iterator[Tag]:
    yield Tag("citation_title", work.title, "dc:title")
    for author in work.authors:
        yield Tag("citation_author", _name(author), "dc:creator")
    for editor in work.editors:
        yield Tag("citation_editor", _name(editor), "dc:contributor")
    yield Tag("citation_publication_date", _date(work), "dc:date")
    if work.form.csl == "report":
        yield Tag("citation_technical_report_institution", work.publisher, "dc:publisher")
        yield Tag("citation_technical_report_number", work.symbol, "dc:identifier")
    else:
        yield Tag("citation_publisher", work.publisher, "dc:publisher")
    for isbn in work.isbn:
        yield Tag("citation_isbn", isbn)
    yield Tag("citation_doi", work.doi)
    yield Tag("citation_language", work.language, "dc:language")
    yield Tag("citation_pdf_url", work.pdf)


def _name(maker: Maker) -> str:
    return f"{maker.name}, {maker.given}" if maker.given else maker.name


def _date(work: Work) -> str:
    """ISO 8601, as precise as known, without a time of day; catalogues read hyphens as they do strokes."""
    return str(work.date)[: len("2023-04-18")] if work.date else ""
