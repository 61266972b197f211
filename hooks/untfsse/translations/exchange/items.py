"""An item: one unit on its way to a translator or back."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from untfsse.translations.pairing import Pair
from untfsse.translations.standing import Standing
from untfsse.translations.units import LETTERS

DONE, REVIEW, TRANSLATE = "done", "to review", "to translate"
"""Translated from today's source; translated from an older one; not translated."""


class Unfit(Exception):
    """A file or a text that cannot be taken; says why, in one sentence."""


@dataclass(frozen=True)
class Item:
    """One unit. `id`, `source`, `target`, `state`, `was` and the place are read back; the rest helps."""

    id: str
    """File of the translation, fingerprint of the source, and which of those alike: `….md#….1`."""

    source: str
    target: str
    """The translation, empty where there is none."""

    state: str
    was: str
    """Digest of the translation when it was sent; empty where there was none."""

    file: str = ""
    """Where the words of the source stand, from the root of the project."""

    line: int = 0
    kind: str = ""
    name: str = ""
    language: str = ""
    """Language of the source."""

    before: str = ""
    """What the source said when the translation was made, where that is known."""

    address: str = ""
    """Of the page that shows it."""

    terms: tuple[str, ...] = ()
    """`English = français` for each term of the glossary that occurs."""

    kept: tuple[str, ...] = ()
    """Macro calls and placeholders that a translation must hold, too."""

    words: int = 0
    remark: str = ""
    """Why it was refused."""

    @property
    def key(self) -> str:
        """The file of the translation."""
        return self.id.partition("#")[0]

    def notes(self) -> Iterator[tuple[str, str]]:
        """Yield label and words of everything a translator should know."""
        if self.remark:
            yield "refused", self.remark
        if self.kind:
            yield "part", f"{self.kind} {self.name}".strip()
        if self.address:
            yield "page", self.address
        for term in self.terms:
            yield "term", term
        if self.kept:
            yield "keep", " ".join(self.kept)
        if self.words:
            yield "words", str(self.words)


@dataclass(frozen=True)
class Bundle:
    """What one file holds."""

    language: str
    items: tuple[Item, ...]


def plain(text: str) -> str:
    """Return a text in the one form in which texts are compared: NFC, plain line ends, no space around."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()


def digest(text: str) -> str:
    """Return 12 hexadecimal digits that change with every letter of a text; empty for no text."""
    words = plain(text)
    return hashlib.sha256(words.encode()).hexdigest()[:LETTERS] if words else ""


def identified(standing: Standing) -> Iterator[tuple[str, Pair]]:
    """Yield each unit of the source with the id it has today; of the same words twice, in their order."""
    seen: Counter[str] = Counter()
    for pair in standing.pairs:
        if pair.source is not None:
            mark = pair.source.fingerprint
            seen[mark] += 1
            yield f"{standing.document.key}#{mark}.{seen[mark]}", pair
