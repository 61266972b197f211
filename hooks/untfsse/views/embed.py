"""A short list that other sites show in a frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from untfsse.selection import Index, Wanted
from untfsse.views.base import Card
from untfsse.views.reader import Reader

EMBEDS: Mapping[str, tuple[str, Wanted]] = {
    "next-events": ("events", Wanted(when="upcoming", limit=5)),
    "latest-publications": ("publications", Wanted(limit=5)),
}
"""Name → kind of record, and which of them."""


@dataclass(frozen=True)
class EmbedView:
    """One of the lists."""

    name: str
    path: str
    """Where it is, from the root of the site."""

    title: str
    cards: tuple[Card, ...]
    whole: str
    """Path of the page with everything of the kind."""


def make(reader: Reader, index: Index, name: str) -> EmbedView:
    """Return the list `name` as one language shows it."""
    kind, wanted = EMBEDS[name]
    return EmbedView(
        name,
        reader.path("embed", name),
        reader.strings(f"embed.{name}"),
        reader.cards(kind, index.select(kind, wanted)),
        reader.path(kind),
    )
