"""What stands at the top of a page that people write, between the two `---` lines."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from untfsse.records.base import Difference, Line, Part, Source
from untfsse.records.dates import When
from untfsse.records.references import RefersToAny
from untfsse.records.schedule import Day, after_publish


class PageTop(Part):
    """Title, description and, for a news story, date and records."""

    title: Line
    """What the page is called."""

    description: Line
    """One sentence for search engines and lists, 50 to 160 characters."""

    date: When | None = None
    """Day of a news story, as far as it is known."""

    publish: Day | None = None
    """Day from which the page is public, such as 2026-12-01 (from 00:00 UTC); before, it is a draft.
    The page in English decides for its translations."""

    withdraw: Annotated[Day | None, AfterValidator(after_publish)] = None
    """Day from which the page is public no more (from 00:00 UTC); its address then says since when."""

    records: tuple[Annotated[Line, RefersToAny()], ...] = ()
    """Records a news story tells about: `events/<id>`, `publications/<id>` …"""

    sources: tuple[Source, ...] = ()
    """Where the facts of the page are known from."""

    translation_differs: tuple[Difference, ...] = ()
    """In what the page is meant to differ from its source, or from its translations: no check tells that."""
