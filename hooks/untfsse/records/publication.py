"""A work, and the language versions it exists in."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, field_validator, model_validator
from pydantic_core import PydanticCustomError
from stdnum import isbn as stdnum_isbn

from untfsse.locales import LANGUAGES, Text, Translations
from untfsse.records.base import (
    Address,
    AreaId,
    Country,
    DocumentLanguage,
    Goal,
    Line,
    MemberId,
    Name,
    Part,
    Party,
    PublicationId,
    Record,
    ThemeId,
    Whole,
    YesNo,
)
from untfsse.records.dates import When
from untfsse.records.references import Listed


def _isbn(value: str) -> str:
    """Check the form and the check digit (ISO 2108)."""
    if not stdnum_isbn.is_valid(value):
        raise PydanticCustomError("isbn", "isbn", {"given": value})
    return str(stdnum_isbn.compact(value))


def _doi(value: str) -> str:
    """Check the form `10.<registrant>/<suffix>` (ISO 26324), without a resolver's address."""
    if not re.fullmatch(r"10\.\d{4,9}(\.\d+)*/[^\s\"<>]+", value):
        raise PydanticCustomError("doi", "doi", {"given": value})
    return value


_SYMBOL = re.compile(
    r"(?:[A-Z][A-Za-z]*(?:/[A-Z0-9][A-Za-z0-9.()-]*)+"  # A/RES/77/281, OECD/LEGAL/0472, C/2023/1344
    r"|ILC\.\d+/[A-Z][A-Za-z. ]*[IVXL0-9()A-Z]*"  # ILC.110/Resolution II
    r"|\d+(?:st|nd|rd|th) [A-Z]+, [A-Z][A-Za-z ]+ \d+)"  # 21st ICLS, Room document 15
)


def _symbol(value: str) -> str:
    """Check the form of a document symbol (ST/LIB/SER.B/5, United Nations Document Series Symbols)."""
    if not _SYMBOL.fullmatch(value):
        raise PydanticCustomError("symbol", "symbol", {"given": value})
    return value


Isbn = Annotated[Line, AfterValidator(_isbn)]
Doi = Annotated[Line, AfterValidator(_doi)]
Symbol = Annotated[Line, AfterValidator(_symbol)]


class Version(Part):
    """The work in one language."""

    language: DocumentLanguage
    """Language of this version."""

    title: Line | None = None
    """Its own title, in that language; left out where it is not known."""

    url: Address | None = None
    """Where it can be read, or the page that announces it."""

    file: Address | None = None
    """A file of this site, such as `/assets/publications/report.pdf`."""

    pages: Whole | None = None
    """Number of pages."""

    isbn: tuple[Isbn, ...] = ()
    """ISBN-10 or ISBN-13, with or without hyphens."""

    doi: Doi | None = None
    """DOI without an address in front: 10.1234/abcd."""


class Author(Part):
    """A person, or a body, in the order of the title page."""

    family: Line | None = None
    """Family name of a person."""

    given: Line | None = None
    """Given names of a person."""

    member: MemberId | None = None
    """A body with a file in `data/members/`."""

    body: Name | None = None
    """Another body."""

    role: Literal["author", "editor"] = "author"
    """What they did."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """`- ilo` is short for `- member: ilo`."""
        return {"member": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_of_three(self) -> Author:
        if sum(one is not None for one in (self.family, self.member, self.body)) != 1:
            raise PydanticCustomError("author-form", "author-form")
        return self


class Series(Part):
    """A series the work appeared in."""

    title: Name
    """Name of the series."""

    number: Line | None = None
    """Number within it."""


class Publication(Record):
    """A work by or for the task force, or a text its work rests on."""

    kind_folder: ClassVar[str] = "publications"

    kind: Annotated[Line, Listed("publication-kinds")]
    """What sort of work it is."""

    versions: tuple[Version, ...]
    """The languages it exists in, the original first."""

    title_translations: Translations | None = None
    """What the title means in languages the work does not exist in; shown in brackets."""

    authors: tuple[Author, ...] = ()
    """Who wrote or edited it, in order."""

    date: When | None = None
    """Day, month or year of publication, as far as known."""

    symbol: Symbol | None = None
    """Document symbol, such as A/RES/77/281."""

    series: Series | None = None
    """Series it appeared in."""

    publisher: Party | None = None
    """Who published it."""

    abstract: Text | None = None
    """Two to four sentences in our own words."""

    task_force: YesNo = False
    """`true`: issued by or for the task force."""

    licence: Line | None = None
    """Licence as printed, such as CC BY-NC-ND 4.0."""

    countries: tuple[Country, ...] = ()
    """Countries it is about."""

    themes: tuple[ThemeId, ...] = ()
    """What it is about."""

    sdgs: tuple[Goal, ...] = ()
    """Goals it is about."""

    sdgs_basis: Literal["stated", "editorial"] = "editorial"
    """`stated`: the work itself names these goals; `editorial`: the site's own reading."""

    areas: tuple[AreaId, ...] = ()
    """Areas of an action plan it serves."""

    supersedes: tuple[PublicationId, ...] = ()
    """Earlier works it takes the place of."""

    adopts: tuple[PublicationId, ...] = ()
    """Works whose content it takes up, such as a definition of another body."""

    part_of: tuple[PublicationId, ...] = ()
    """Works it is a part of."""

    milestone: YesNo = False
    """`true`: it stands in the timeline."""

    @field_validator("versions")
    @classmethod
    def _versions_make_sense(cls, versions: tuple[Version, ...]) -> tuple[Version, ...]:
        if not any(version.title for version in versions):
            raise PydanticCustomError("title-missing", "title-missing")
        codes = [version.language for version in versions]
        for index, code in enumerate(codes):
            if code in codes[:index]:
                where = {"within": f"{index}.language", "given": code}
                raise PydanticCustomError("version-twice", "version-twice", where)
        return versions

    @property
    def label(self) -> Text | str:
        """The work's own titles by site language, or its one title in another language."""
        own = {v.language: v.title for v in self.versions if v.title and v.language in LANGUAGES}
        return Text(own) if own else next(v.title for v in self.versions if v.title)

    def speaks(self, language: str) -> bool:
        """Whether the abstract exists in `language`; the title is in the language of the work."""
        if self.abstract is not None:
            return language in self.abstract
        return super().speaks(language) or language in (self.title_translations or ())
