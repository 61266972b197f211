"""What every record has, and the small shapes that several records share."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Strict,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from untfsse import guesses
from untfsse.addresses import refusal
from untfsse.codes import COUNTRIES, DOCUMENT_LANGUAGES
from untfsse.inline import refused
from untfsse.locales import DEFAULT, LANGUAGES, Text, site_language
from untfsse.problems import nearest
from untfsse.records.leaves import Path, leaves
from untfsse.records.references import Listed, Refers
from untfsse.records.schedule import Day, after_publish

ID_FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED_IDS = frozenset(
    {"index", "assets", "search", "data", "con", "nul", "aux", "prn"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""Names the site needs itself, codes of its languages apart, and those that Windows cannot give to a file."""


def _published(value: str) -> str:
    if key := refusal(value):
        raise PydanticCustomError(key, key, {"given": value})
    return value


def _yes_or_no(value: Any) -> Any:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    given = str(value)
    raise PydanticCustomError("yes-or-no", "yes-or-no", {"given": given, "near": guesses.yes_or_no(given)})


def _whole_number(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}", value.strip()):
        return int(value)
    raise PydanticCustomError("whole-number", "whole-number", {"given": str(value)})


def _country(value: str) -> str:
    if value not in COUNTRIES:
        raise PydanticCustomError("country", "country", {"given": value, "near": guesses.country(value)})
    return value


def _document_language(value: str) -> str:
    if value not in DOCUMENT_LANGUAGES:
        near = guesses.language(value)
        raise PydanticCustomError("language-code", "language-code", {"given": value, "near": near})
    return value


def _site_language(value: Any) -> Any:
    if value == "" or not isinstance(value, str):
        raise PydanticCustomError(*(("empty", "empty") if value == "" else ("string_type", "string_type")))
    if value not in LANGUAGES:
        expected = tuple(LANGUAGES)
        values = {"given": value, "expected": expected, "near": nearest(value, expected)}
        raise PydanticCustomError("one-of", "one-of", values)
    return value


def _id(value: str) -> str:
    if not ID_FORM.fullmatch(value):
        near = guesses.file_name(value)
        raise PydanticCustomError("id-form", "id-form", {"given": value, "near": near})
    if value in RESERVED_IDS or value in LANGUAGES:
        raise PydanticCustomError("id-reserved", "id-reserved", {"given": value})
    return value


def _plain(value: str) -> str:
    value = value.strip()
    if not value:
        raise PydanticCustomError("empty", "empty")
    for key, values in refused(value):
        raise PydanticCustomError(key, key, values)
    return value


Line = Annotated[str, Strict(), AfterValidator(_plain)]
"""A text on one line that is the same in every language, such as a proper name."""

Id = Annotated[Line, AfterValidator(_id)]
"""Lower-case letters, digits and hyphens: it becomes a part of an address."""

Address = Annotated[Line, AfterValidator(_published)]
"""An https:// or mailto: address, or a page of this site that starts with `/`."""

YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
"""`true` or `false`."""

Whole = Annotated[int, BeforeValidator(_whole_number)]
"""A whole number, 0 or more."""

Country = Annotated[Line, AfterValidator(_country)]
"""ISO 3166-1 alpha-2 code in capitals, such as NO; names are written by Babel."""

DocumentLanguage = Annotated[Line, AfterValidator(_document_language)]
"""ISO 639 code of the language of a work or a meeting: en, fr, es, pt, ar …"""

SiteLanguage = Annotated[str, BeforeValidator(_site_language)]
"""Code of a language of this site."""

Difference = Literal["headings", "calls", "links", "numbers", "placeholders", "terms", "length", "language"]
"""In what a translation may differ from its source: a check of `untfsse translations check`."""

MemberId = Annotated[Line, Refers("members")]
EventId = Annotated[Line, Refers("events")]
PublicationId = Annotated[Line, Refers("publications")]
ProjectId = Annotated[Line, Refers("projects")]
AreaId = Annotated[Line, Refers("areas")]
"""`<plan>/<area>`, such as `2024-2026/priority-3`."""

ThemeId = Annotated[Line, Listed("themes")]
Goal = Annotated[Line, Listed("sdgs")]
"""Number of a Sustainable Development Goal, 1 to 17."""


def _which_name(value: Any) -> str:
    return "text" if isinstance(value, dict | Text) else "line"


Name = Annotated[Annotated[Text, Tag("text")] | Annotated[Line, Tag("line")], Discriminator(_which_name)]
"""A name: one line where it is the same in every language, else `{en: …, fr: …, es: …}`."""


class Part(BaseModel):
    """A piece of a record: frozen, and with no field that is not described."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, use_attribute_docstrings=True
    )


class ByLanguage(Part):
    """Lists of words, each under the code of a language: `{en: [coop], fr: [coopé]}`."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Annotated[str, AfterValidator(site_language)], tuple[Line, ...]] = Field(
        init=False
    )

    def in_language(self, language: str) -> tuple[Line, ...]:
        """Return the words of a language; none where nothing is said."""
        return self.__pydantic_extra__.get(language, ())


class Source(Part):
    """Where a fact is known from; publishable sources only."""

    url: Address | None = None
    """Address of the page or file."""

    publication: PublicationId | None = None
    """A publication of this site, by its id, instead of an address."""

    title: Name | None = None
    """Title of the page, where the address alone says too little."""

    language: DocumentLanguage | None = None
    """Language of the source, where it is not English."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """`- https://…` is short for `- url: https://…`, `- some-id` for `- publication: some-id`."""
        if isinstance(value, str):
            return {"url": value} if ":" in value or "/" in value else {"publication": value}
        return value

    @model_validator(mode="after")
    def _one_of_two(self) -> Source:
        if (self.url is None) == (self.publication is None):
            raise PydanticCustomError("source-form", "source-form")
        return self


class Party(Part):
    """A body that organises, leads, funds or publishes: a member of this site, or a name."""

    member: MemberId | None = None
    """Id of a file in `data/members/`."""

    name: Name | None = None
    """Name of a body that has no file in `data/members/`."""

    as_: Annotated[Name | None, Field(alias="as")] = None
    """What it was called or did then, such as its former name."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """`- ilo` is short for `- member: ilo`."""
        return {"member": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_of_two(self) -> Party:
        if (self.member is None) == (self.name is None):
            raise PydanticCustomError("party-form", "party-form")
        return self


class Place(Part):
    """Where something happens or a body sits."""

    venue: Name | None = None
    """Building or room."""

    city: Name | None = None
    """Town, as each language writes it."""

    country: Country
    """ISO 3166-1 alpha-2 code."""


class Record(Part):
    """One file of `data/`: its name is the record's id and the end of its address."""

    kind_folder: ClassVar[str]

    id: Line
    """File name without `.yml`; lower-case letters, digits and hyphens."""

    draft: YesNo = False
    """`true`: checked and shown in `make serve`, never published."""

    publish: Day | None = None
    """Day from which it is public, such as 2026-12-01 (from 00:00 UTC); before, it is a draft."""

    withdraw: Annotated[Day | None, AfterValidator(after_publish)] = None
    """Day from which it is public no more (from 00:00 UTC); its address then says since when."""

    original_language: SiteLanguage = DEFAULT
    """Language the texts of this record were first written in, where it is not English."""

    sources: tuple[Source, ...] = ()
    """Where the facts are known from."""

    note: Text | None = None
    """What a reader should know about the facts, such as a date that sources dispute."""

    translation_differs: tuple[Difference, ...] = ()
    """In what its texts are meant to differ from their translations: no check tells that."""

    def texts(self) -> list[tuple[Path, Text]]:
        """Every `Text` of this record with its path, at any depth."""
        return [(path, value) for path, kind, value in leaves(self) if kind is Text]

    @property
    def label(self) -> Text | str:
        """What the record is called in lists; each kind of record says."""
        raise NotImplementedError

    def speaks(self, language: str) -> bool:
        """Whether the record's leading text exists in `language`."""
        label = self.label
        return isinstance(label, str) or language in label
