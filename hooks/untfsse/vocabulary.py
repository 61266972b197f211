"""Closed lists: the values a field may take, and how each language calls them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from untfsse.locales import Text
from untfsse.records import KINDS
from untfsse.records.base import ByLanguage, Difference, Id, Line, Part
from untfsse.records.leaves import markers
from untfsse.records.references import Listed


def _colour(value: str) -> str:
    if len(value) != 7 or value[0] != "#" or any(c not in "0123456789abcdef" for c in value[1:]):
        raise PydanticCustomError("colour", "colour", {"given": value})
    return value


Colour = Annotated[Line, AfterValidator(_colour)]
"""`#rrggbb` in sRGB."""


class Forms(ByLanguage):
    """Other forms of a term than its label, by language."""


class Term(Part):
    """One value of a closed list."""

    id: Id
    """What records write."""

    label: Text
    """What readers see."""

    description: Text | None = None
    """One sentence on what it covers."""

    domain: Line | None = None
    """For words of the glossary: organisation, concept, structure, document or event."""

    allowed: Forms = Forms()
    """For words of the glossary: forms that translations may use instead of the label."""

    avoid: Forms = Forms()
    """For words of the glossary: forms that texts of the site must not use, found letter by letter."""

    colour: Colour | None = None
    """For goals: `#rrggbb` in sRGB."""

    translation_differs: tuple[Difference, ...] = ()
    """In what its texts are meant to differ from their translations: no check tells that."""


Terms = Mapping[str, Term]
"""Id → term, in the order of the file."""

Vocabulary = Mapping[str, Terms]
"""Name of the file in `data/vocabulary/` → its terms."""

LISTS = frozenset({"glossary"}) | frozenset(
    marker.name for model in KINDS.values() for marker in markers(model) if isinstance(marker, Listed)
)
"""Names of the lists that records need."""
