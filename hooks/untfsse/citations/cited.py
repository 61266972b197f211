"""How the page of a publication shows its works to those who cite them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from untfsse.citations.references import STYLES, References
from untfsse.citations.works import Library
from untfsse.names import language_name

LISTS = ("theme", "sdg", "year", "member")
"""What publications are listed by in files, beside the list of all."""


@dataclass(frozen=True)
class Reference:
    """A work in one style."""

    style: str
    id: str
    """Id of its words on the page."""

    html: Markup


@dataclass(frozen=True)
class Cited:
    """A work with its references and files."""

    name: str
    """Name of its language."""

    language: str | None
    """Its language where it is not that of the page."""

    references: tuple[Reference, ...]
    files: str
    """Path of its files from the root, without ending."""


def cited(library: Library, references: References, id_: str, language: str) -> tuple[Cited, ...]:
    """Return what the page of a publication in `language` shows."""
    found: list[Cited] = []
    for work in library.shown(id_, language):
        mark = f"-{work.language}" if found else ""
        made = (
            Reference(style, f"{style.lower()}{mark}", references.of(work, style, language))
            for style in STYLES
        )
        other = work.language if work.language != language else None
        name = language_name(work.language, language)
        found.append(Cited(name, other, tuple(made), f"publications/{work.key}"))
    return tuple(found)


def list_path(facet: str, value: str) -> str:
    """Return the path of the files of a list from the root, without ending; empty where there are none."""
    return f"citations/{facet}/{value}" if facet in LISTS else ""
