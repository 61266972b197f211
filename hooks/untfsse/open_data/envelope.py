"""What the published data hold beside the fields of the records; each field becomes a field of the data."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from untfsse.locales import Text
from untfsse.records.base import Address, Line, Part, SiteLanguage, Source, Whole
from untfsse.records.dates import When


class Words(Part):
    """A text in the languages it exists in, under the code of each."""


class Date(Part):
    """A date as far as it is known."""

    value: Line
    precision: Literal["year", "month", "day", "minute"]
    first: date
    last: date
    instant: datetime | None = None


class Pages(Part):
    """The page about a thing in each language, under the code of each."""


class Reference(Part):
    """One record names another: `type` and `id` are those of the other end."""

    type: Line
    id: Line
    field: Line
    at: Line


class Envelope(Part):
    """What every record has after its id."""

    type: Line
    json_: Annotated[Address, Field(alias="json")]
    pages: Pages
    available_in: tuple[SiteLanguage, ...]
    changed: datetime | None = None
    revision: Whole | None = None


class Relations(Part):
    """What every record has at its end."""

    names: tuple[Reference, ...]
    named_by: tuple[Reference, ...]


class AreaEnvelope(Part):
    """What an area of a plan has after its id."""

    reference: Line
    pages: Pages


class TermEnvelope(Part):
    """What a term of a closed list has after its id."""

    pages: Pages | None = None


class Named(Part):
    """A record that a news story tells about."""

    type: Line
    id: Line


class Story(Part):
    """A news story: what stands at the top of its page."""

    id: Line
    title: Text
    description: Text
    date: When
    records: tuple[Named, ...] = ()
    sources: tuple[Source, ...] = ()


class Header(Part):
    """What stands at the top of every document that holds more than one record."""

    schema_: Annotated[Address, Field(alias="$schema")]
    version: Line
    data_licence: Address
    attribution: Text
    site: Address


class Entry(Part):
    """A document of the index."""

    address: Address
    type: Line
    format: Literal["json", "csv", "json-schema", "data-package"]
    language: SiteLanguage | None = None
    schema_: Annotated[Address | None, Field(alias="schema")] = None
    count: Whole | None = None
