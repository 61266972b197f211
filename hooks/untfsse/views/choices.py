"""What the results of a search may be narrowed by, as one language shows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from untfsse.names import language_name
from untfsse.records import KINDS, Publication
from untfsse.selection import Index, sort_key
from untfsse.views.reader import Reader

FILTERS = ("kind", "theme", "sdg", "year", "language", "member", "country")
"""Names of the filters, in the order of the form; they stand in the address of a search."""


class Choice(NamedTuple):
    """One filter: its name, and each value with its words."""

    name: str
    options: tuple[tuple[str, str], ...]


def make(reader: Reader, index: Index) -> list[Choice]:
    """Return every filter with the values that pages have, in an order that readers expect."""
    there = {facet: index.values(facet) for facet in FILTERS}
    goals = reader.vocabulary["sdgs"]
    return [
        Choice(
            "kind", tuple((one, reader.strings(f"kind.{one}")) for one in (*KINDS, "news", "pages", "hubs"))
        ),
        Choice("theme", _by_words((one, reader.label("themes", one)) for one in there["theme"])),
        Choice("sdg", tuple((n, f"{n}. {reader.label('sdgs', n)}") for n in goals if n in there["sdg"])),
        Choice("year", tuple((one, one) for one in reversed(there["year"]))),
        Choice("language", _by_words((one, language_name(one, reader.language)) for one in _spoken(reader))),
        Choice(
            "member", _by_words((one, reader.card("members", one).title.plain) for one in _members(reader))
        ),
        Choice("country", _by_words((one, reader.country(one).words.plain) for one in there["country"])),
    ]


def _by_words(options: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(options, key=lambda option: sort_key(option[1])))


def _members(reader: Reader) -> Iterable[str]:
    return reader.graph.records["members"]


def _spoken(reader: Reader) -> Iterable[str]:
    """Languages that publications exist in."""
    works = (one for one in reader.graph.records["publications"].values() if isinstance(one, Publication))
    return dict.fromkeys(version.language for work in works for version in work.versions)
