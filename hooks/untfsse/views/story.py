"""A page that people wrote, as lists and its own head show it: news stories above all."""

from __future__ import annotations

from dataclasses import dataclass

from untfsse.dates import say_when
from untfsse.links import page_path
from untfsse.prose import Prose
from untfsse.views.base import Card, Said, SourceView, plain
from untfsse.views.reader import Reader


@dataclass(frozen=True, kw_only=True)
class StoryView:
    """What the top of a page says of it."""

    path: str
    title: Said
    summary: Said
    when: str
    """Date of a news story in words, or empty."""

    when_iso: str
    records: tuple[Card, ...]
    """What the story tells about."""

    sources: tuple[SourceView, ...]
    hidden: str
    """Why only the preview shows it, in words; else empty."""


def make(reader: Reader, page: Prose) -> StoryView:
    """Return what the top of `page` says; the words are in the language of the page itself."""
    assert page.top is not None
    other = page.language if page.language != reader.language else None
    when = page.top.date
    named = [record.partition("/") for record in page.top.records]
    return StoryView(
        path=page_path(reader.language, *page.name.split("/")),
        title=plain(page.top.title)._replace(language=other),
        summary=plain(page.top.description)._replace(language=other),
        when=say_when(when, reader.language) if when else "",
        when_iso=str(when) if when else "",
        records=tuple(card for kind, _, id_ in named for card in reader.cards(kind, [id_])),
        sources=reader.sources(page.top.sources),
        hidden=reader.hidden(page.top),
    )
