"""A publication as one language shows it."""

from __future__ import annotations

from dataclasses import dataclass

from untfsse.dates import say_when
from untfsse.graph import Ref
from untfsse.locales import Text
from untfsse.names import language_name
from untfsse.records.base import Party
from untfsse.records.publication import Author, Publication, Version
from untfsse.views.base import Card, Linked, Said, View, facts, plain, say
from untfsse.views.reader import Reader


@dataclass(frozen=True, kw_only=True)
class VersionView:
    """The work in one language."""

    code: str
    language: str
    title: Said | None
    address: str | None
    details: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PublicationView(View):
    """A work: who wrote it, when, in which languages, and what it relates to."""

    versions: tuple[VersionView, ...]
    relations: tuple[tuple[str, tuple[Card, ...]], ...]
    """Label and works: supersedes, superseded by …"""

    events: tuple[Card, ...]
    projects: tuple[Card, ...]


_RELATIONS = ("supersedes", "adopts", "part_of")


def card(reader: Reader, id_: str, work: Publication) -> Card:
    """Return a publication as lists show it."""
    listed = reader.listed("publications", id_, work)
    return Card(
        **listed | {"title": _own_title(reader, work)},
        kind_label=reader.label("publication-kinds", work.kind),
        when=say_when(work.date, reader.language) if work.date else "",
        when_iso=str(work.date) if work.date else "",
        summary=reader.say(work.abstract, work.original_language),
        more=tuple(_author(reader, author) for author in work.authors),
        translated_title=_translated_title(reader, work),
    )


def make(reader: Reader, id_: str, work: Publication) -> PublicationView:
    """Return a publication as its own page shows it."""
    t, here = reader.strings, Ref("publications", id_)
    paged = reader.paged("publications", id_, work)
    areas = dict.fromkeys((*work.areas, *reader.graph.sources(here, "areas")))
    languages = reader.languages_said(version.language for version in work.versions)
    return PublicationView(
        **paged,
        facts=facts(
            (t("publication.authors"), paged["more"]),
            (t("publication.date"), [paged["when"]]),
            (t("publication.kind"), [paged["kind_label"]]),
            (t("publication.symbol"), [work.symbol]),
            (t("publication.series"), [_series(reader, work)]),
            (
                t("publication.publisher"),
                [reader.party(work.publisher) if work.publisher else None],
            ),
            (t("publication.licence"), [work.licence]),
            (t("publication.languages"), [languages]),
            (t("record.countries"), [reader.country(code) for code in work.countries]),
            (t("record.areas"), reader.areas(areas)),
        ),
        versions=tuple(_version(reader, version) for version in work.versions),
        relations=tuple(_related(reader, here, work)),
        events=reader.related("events", (), here),
        projects=reader.related("projects", (), here, "outputs"),
    )


def _own_title(reader: Reader, work: Publication) -> Said:
    """The title of the version a reader of this language would open first, marked as such."""
    titled = [version for version in work.versions if version.title]
    best = next((v for v in titled if v.language == reader.language), titled[0])
    assert best.title is not None
    said = say(best.title, reader.language)
    return said._replace(language=best.language if best.language != reader.language else None)


def _translated_title(reader: Reader, work: Publication) -> Said | None:
    exists = any(v.title and v.language == reader.language for v in work.versions)
    if exists or work.title_translations is None or reader.language not in work.title_translations:
        return None
    return reader.say(work.title_translations)


def _author(reader: Reader, author: Author) -> Linked:
    role = plain(reader.strings("publication.editor")) if author.role == "editor" else None
    if author.family is not None:
        name = f"{author.given} {author.family}" if author.given else author.family
        return Linked(plain(name), None, role)
    if author.member is not None:
        return reader.party(Party(member=author.member))._replace(more=role)
    assert author.body is not None
    return Linked(say(author.body, reader.language), None, role)


def _series(reader: Reader, work: Publication) -> Said | None:
    if work.series is None:
        return None
    title = say(work.series.title, reader.language)
    if work.series.number is None:
        return title
    return plain(
        reader.strings("publication.series-number", title=title.plain, number=work.series.number)
    )._replace(language=title.language)


def _version(reader: Reader, version: Version) -> VersionView:
    t = reader.strings
    details = [
        f"DOI {version.doi}" if version.doi else "",
        *(f"ISBN {one}" for one in version.isbn),
    ]
    if version.pages:
        details.insert(0, t.count("publication.pages", version.pages))
    other = version.language if version.language != reader.language else None
    return VersionView(
        code=version.language,
        language=language_name(version.language, reader.language),
        title=say(Text({version.language: version.title}), reader.language)._replace(language=other)
        if version.title
        else None,
        address=version.file or version.url,
        details=tuple(detail for detail in details if detail),
    )


def _related(reader: Reader, here: Ref, work: Publication) -> list[tuple[str, tuple[Card, ...]]]:
    """Each relation from both ends."""
    found = []
    for relation in _RELATIONS:
        key = relation.replace("_", "-")
        there = reader.cards("publications", getattr(work, relation))
        back = reader.cards("publications", reader.graph.sources(here, "publications", relation))
        for label, cards in ((f"relation.{key}", there), (f"relation.{key}.back", back)):
            if cards:
                found.append((reader.strings(label), cards))
    return found
