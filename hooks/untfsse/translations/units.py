"""A unit: the smallest part of a text that can be stale on its own."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LINK = re.compile(r"(?<=\])\([^()\s]*(?: \"[^\"]*\")?\)")
_ADDRESS = re.compile(r"https?://\S+")
_QUOTES = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "‹": "'", "›": "'"}
)
_INSIDE_QUOTES = re.compile(r'" (.*?) "')
_BEFORE_MARKS = re.compile(r" (?=[:;!?])")
_MARKUP = re.compile(r"[*_`#|>\[\]]|\{\{.*?\}\}|<[^<>]*>")
_WORD = re.compile(r"[^\W_](?:[\w’'-]*\w)?")

LETTERS = 12
"""Length of a fingerprint: 48 bits, two of 10,000 units agree by chance once in five million cases."""

_SHOWN = 60
"""Letters of a text that lists and messages show."""


@dataclass(frozen=True)
class Unit:
    """One block, one text of a record or one key, as it is written."""

    file: str
    """Path from the root of the project."""

    line: int
    kind: str
    """That of the block, of a heading with its level (`heading2`); `top-title` and `top-description` for the
    lines of the top, `field` for a text of a record or list, `key` for a string."""

    name: str
    """Dotted name of a field or key; empty for blocks, which are known by their words alone."""

    text: str

    @property
    def fingerprint(self) -> str:
        """What stays the same when only the form of the text changes."""
        return fingerprint(self.text)

    @property
    def field(self) -> str:
        """The name without the numbers of items, which may change places: `partners.*.name`."""
        return ".".join("*" if part.isdecimal() else part for part in self.name.split("."))

    @property
    def words(self) -> int:
        """How many words there are to translate."""
        return count_words(self.text) if self.kind not in ("call", "code") else 0


@lru_cache(maxsize=1 << 17)
def fingerprint(text: str) -> str:
    """Return 12 hexadecimal digits that change with the words of a text and with nothing else.

    White space, the style of quotation marks, Unicode form (NFC) and the addresses of links do not count.
    """
    return hashlib.sha256(normal(text).encode()).hexdigest()[:LETTERS]


def normal(text: str) -> str:
    """Return a text in the form that fingerprints are made from."""
    text = _ADDRESS.sub("", _LINK.sub("()", unicodedata.normalize("NFC", text)))
    text = " ".join(text.translate(_QUOTES).split())  # no-break spaces are white space to Python, too
    return _BEFORE_MARKS.sub("", _INSIDE_QUOTES.sub(r'"\1"', text))


@lru_cache(maxsize=1 << 17)
def count_words(text: str) -> int:
    """Return the number of words of a text, without marks, macro calls and addresses."""
    bare = _ADDRESS.sub(" ", _LINK.sub(" ", text))
    return len(_WORD.findall(_MARKUP.sub(" ", bare)))


def shown(text: str) -> str:
    """Return the beginning of a text in one line, as lists and messages show it."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rsplit(" ", 1)[0] + " …"
