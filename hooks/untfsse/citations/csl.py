"""CSL-JSON: items that citation processors, Zotero and pandoc read (CSL 1.0.2, csl-data.json)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from untfsse.citations.works import Maker, Work

VARIABLES = frozenset(
    (
        *("author", "editor", "title", "issued", "publisher", "genre", "collection-title"),
        *("collection-number", "number", "ISBN", "DOI", "URL", "number-of-pages", "language"),
    )
)
"""Everything that an item may have beside its id and type."""


def joined(items: Iterable[str]) -> str:
    """Return a file with these items."""
    return "[\n" + ",\n".join(items) + "\n]\n"


def dumped(work: Work) -> str:
    """Return a work as an item in JSON."""
    return json.dumps(item(work), ensure_ascii=False, indent=1)


def item(work: Work) -> dict[str, Any]:
    """Return a work as an item; what is not known is left out."""
    values = {
        "id": work.key,
        "type": work.form.csl,
        "author": [_name(one) for one in work.authors],
        "editor": [_name(one) for one in work.editors],
        "title": work.title,
        "issued": {"date-parts": [_date(work)]} if work.date else None,
        "publisher": work.publisher,
        "genre": work.kind if work.form.csl != "book" else "",
        "collection-title": work.series,
        "collection-number": work.number,
        "number": work.symbol,
        "ISBN": " ".join(work.isbn),
        "DOI": work.doi,
        "URL": work.url,
        "number-of-pages": str(work.pages or ""),
        "language": work.language,
    }
    return {name: value for name, value in values.items() if value}


def _name(maker: Maker) -> dict[str, str]:
    if maker.body:
        return {"literal": maker.name}
    return {"family": maker.name, "given": maker.given} if maker.given else {"family": maker.name}


def _date(work: Work) -> list[int]:
    date = work.date
    assert date is not None
    return [part for part in (date.year, date.month, date.day) if part]
