"""What `data/site.yml` says of the task force and of the site as a whole."""

from __future__ import annotations

from untfsse.locales import Text
from untfsse.records.base import Address, Difference, Line, Part, Source, Whole
from untfsse.records.dates import When


class PublishedCount(Part):
    """How many members and observers a source counted, and when."""

    date: When
    """The day, month or year the count was made for."""

    members: Whole | None = None
    """Members, as counted by the source."""

    observers: Whole | None = None
    """Observers, as counted by the source."""

    wording: Text
    """What exactly was counted."""

    sources: tuple[Source, ...] = ()
    """Where the count is known from."""


class SiteFacts(Part):
    """The task force's name and the counts that others published."""

    name: Text
    """Full name."""

    acronym: Line
    """Acronym, the same in every language."""

    description: Text
    """One sentence for search engines."""

    repository: Address | None = None
    """Where the files of this site are edited, such as https://github.com/<owner>/<name>."""

    published_counts: tuple[PublishedCount, ...] = ()
    """Counts as published, oldest first."""

    translation_differs: tuple[Difference, ...] = ()
    """In what these texts are meant to differ from their translations: no check tells that."""
