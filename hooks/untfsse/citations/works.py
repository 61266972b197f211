"""One version of a publication as it is cited: in the words of that version, whatever page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from untfsse.citations.kinds import Form, form_of
from untfsse.graph import Graph
from untfsse.links import absolute
from untfsse.locales import DEFAULT, LANGUAGES, Text
from untfsse.records import Record
from untfsse.records.dates import When
from untfsse.records.publication import Author, Publication, Version
from untfsse.views.base import say
from untfsse.vocabulary import Vocabulary


@dataclass(frozen=True)
class Maker:
    """Who wrote, edited or published a work."""

    name: str
    """Family name of a person, or the whole name of a body."""

    given: str = ""
    """Given names of a person."""

    body: bool = False
    """Whether it is a body, whose name has no parts."""


@dataclass(frozen=True, kw_only=True)
class Work:
    """A version with a title of its own. What is not known is None or empty; no text has line breaks."""

    id: str
    """Id of the publication."""

    language: str
    """ISO 639 code of the version."""

    form: Form
    kind: str
    """What sort of work it is, in the language of the version; empty where that has no word for it."""

    title: str
    authors: tuple[Maker, ...] = ()
    editors: tuple[Maker, ...] = ()
    publisher: str = ""
    date: When | None = None
    symbol: str = ""
    series: str = ""
    number: str = ""
    """Number within the series."""

    isbn: tuple[str, ...] = ()
    doi: str = ""
    url: str = ""
    """Full address of the text; empty where only the page about it is known."""

    pages: int | None = None
    """Number of pages."""

    pdf: str = ""
    """Full address of the text where it is a PDF file of this site."""

    @property
    def key(self) -> str:
        """Citation key, and name of its files without ending: id and language, the same for ever."""
        return f"{self.id}.{self.language}"


class Library:
    """All works, each made once."""

    def __init__(self, graph: Graph, vocabulary: Vocabulary, site_url: str) -> None:
        """`site_url` ends with `/`: what is a file of this site is cited by its full address."""
        self._records = graph.records
        self._kinds = vocabulary["publication-kinds"]
        self._site_url = site_url
        self._made: dict[str, tuple[Work, ...]] = {}

    def works(self, id_: str) -> tuple[Work, ...]:
        """Return the versions of a publication that can be cited: those whose own title is known."""
        if id_ not in self._made:
            record = self._records["publications"][id_]
            assert isinstance(record, Publication)
            self._made[id_] = tuple(self._work(id_, record, one) for one in record.versions if one.title)
        return self._made[id_]

    def shown(self, id_: str, language: str) -> tuple[Work, ...]:
        """Return the works that the page of a publication in `language` shows in full.

        First the one whose title the page bears, then those in languages that have no page of their own.
        """
        works = self.works(id_)
        first = next((one for one in works if one.language == language), works[0])
        return (first, *(one for one in works if one != first and one.language not in LANGUAGES))

    def _work(self, id_: str, record: Publication, version: Version) -> Work:
        language, original = version.language, record.original_language
        kind = self._kinds[record.kind].label
        makers = [
            (one.role, _maker(self._records["members"], one, language, original)) for one in record.authors
        ]
        address = version.file or version.url or ""
        url = absolute(address, self._site_url) if address.startswith("/") else address
        publisher = record.publisher
        return Work(
            id=id_,
            language=language,
            form=form_of(record.kind),
            kind=_line(kind[language]) if language in kind else "",
            title=_line(Text({language: version.title or ""}), language),
            authors=tuple(maker for role, maker in makers if role == "author"),
            editors=tuple(maker for role, maker in makers if role == "editor"),
            publisher=_body(self._records["members"], publisher.member, publisher.name, language, original)
            if publisher
            else "",
            date=record.date,
            symbol=_line(record.symbol or ""),
            series=_line(record.series.title, language, original) if record.series else "",
            number=_line(record.series.number or "") if record.series else "",
            isbn=version.isbn,
            doi=version.doi or "",
            url=url if url.startswith(("https:", "http:")) else "",
            pages=version.pages,
            pdf=url if version.file and version.file.lower().endswith(".pdf") else "",
        )


def _maker(members: Mapping[str, Record], author: Author, language: str, original: str) -> Maker:
    if author.family is not None:
        return Maker(_line(author.family), _line(author.given or ""))
    return Maker(_body(members, author.member, author.body, language, original), body=True)


def _body(
    members: Mapping[str, Record], member: str | None, name: Text | str | None, language: str, original: str
) -> str:
    """The name of a body in the language of the version, else in the one its record was written in."""
    if member is None:
        assert name is not None
        return _line(name, language, original)
    if member not in members:
        return member
    return _line(members[member].label, language, members[member].original_language)


def _line(words: Text | str, language: str = DEFAULT, original: str = DEFAULT) -> str:
    """The words without marks, on one line; no-break spaces stay."""
    plain = say(words, language, original).plain
    return " ".join(one for one in plain.replace("\t", " ").replace("\n", " ").split(" ") if one)
