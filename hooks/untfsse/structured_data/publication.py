"""A publication and its language versions (schema.org/CreativeWork, `workTranslation`)."""

from __future__ import annotations

from collections.abc import Mapping

from untfsse.licences import licence_address
from untfsse.records.publication import Publication, Version
from untfsse.structured_data.nodes import Node, Pen, node, several
from untfsse.views.base import Linked

TYPES: Mapping[str, str] = {
    "position-paper": "Report",
    "action-plan": "Report",
    "strategy": "Report",
    "report": "Report",
    "working-paper": "ScholarlyArticle",
    "book": "Book",
    "training-module": "LearningResource",
    "guidelines": "Report",
    "statement": "DigitalDocument",
    "resolution": "Legislation",
    "recommendation": "Legislation",
    "outcome-document": "Report",
    "room-document": "Report",
}
"""Kind → type of schema.org; `Legislation` is a legal document, enforceable or not."""

_OTHER = "CreativeWork"


def make(pen: Pen, id_: str) -> Node:
    """Return the work `id_` in the version its page shows, with its translations or its original."""
    work = pen.reader.graph.records["publications"][id_]
    assert isinstance(work, Publication)
    card = pen.reader.card("publications", id_)
    code = card.title.language or pen.reader.language
    shown = next(version for version in work.versions if version.title and version.language == code)
    authors = list(zip(work.authors, card.more, strict=True))
    return _version(work, shown, work.symbol) | node(
        TYPES.get(work.kind, _OTHER),
        author=[_person_or_body(pen, one.family, said) for one, said in authors if one.role == "author"],
        editor=[_person_or_body(pen, one.family, said) for one, said in authors if one.role == "editor"],
        datePublished=str(work.date) if work.date else "",
        publisher=pen.bodies([work.publisher]) if work.publisher else [],
        isPartOf=[*_series(pen, work), *_wholes(pen, work)],
        license=_licence(work),
        url=pen.address(shown.file or shown.url),
        **_translations(work, shown),
    )


def _version(work: Publication, version: Version, symbol: str | None = None) -> Node:
    """Return a version; the symbol is that of the work, and said once."""
    numbers = [
        *([symbol] if symbol else []),
        *([f"https://doi.org/{version.doi}"] if version.doi else []),
        *(f"urn:isbn:{one}" for one in version.isbn),
    ]
    type_ = TYPES.get(work.kind, _OTHER)
    return node(type_, name=version.title, inLanguage=version.language, identifier=numbers)


def _translations(work: Publication, shown: Version) -> dict[str, Node | list[Node]]:
    """Say what else there is, from the version that is shown: the original comes first in a record."""
    original, *others = work.versions
    there = [_version(work, one) for one in others if one.title and one is not shown]
    if shown is original:
        return {"workTranslation": there}
    return {"translationOfWork": _version(work, original) | several(workTranslation=there)}


def _person_or_body(pen: Pen, family: str | None, said: Linked) -> Node:
    return node("Person", name=said.words.plain) if family else pen.body(said)


def _series(pen: Pen, work: Publication) -> list[Node]:
    title = pen.reader.say(work.series.title) if work.series else None
    if work.series is None or title is None:
        return []
    return [node("CreativeWorkSeries", name=title.plain, position=work.series.number)]


def _wholes(pen: Pen, work: Publication) -> list[Node]:
    wholes = pen.reader.cards("publications", work.part_of)
    return [node("CreativeWork", name=card.title.plain, url=pen.address(card.path)) for card in wholes]


def _licence(work: Publication) -> str | Node:
    if work.licence is None:
        return ""
    return licence_address(work.licence) or node("CreativeWork", name=work.licence)
