"""What `data/site.yml` says of the task force and of the site as a whole."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from untfsse.locales import Text
from untfsse.records.base import Address, Difference, Line, Part, Source, Whole
from untfsse.records.dates import When

_DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
"""A host name in small letters (RFC 1123, 2.1), with a dot in it."""


def _domain(value: str) -> str:
    if not _DOMAIN.fullmatch(value):
        raise PydanticCustomError("domain", "domain", {"given": value})
    return value


Domain = Annotated[Line, AfterValidator(_domain)]
"""The name of a host, such as unsse.org."""


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

    domain: Domain | None = None
    """The host at which the site is published, such as unsse.org; the file `CNAME` is made from it."""

    published_counts: tuple[PublishedCount, ...] = ()
    """Counts as published, oldest first."""

    translation_differs: tuple[Difference, ...] = ()
    """In what these texts are meant to differ from their translations: no check tells that."""
