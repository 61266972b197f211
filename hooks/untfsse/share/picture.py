"""What a share image says, and where it stands."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from functools import cache, cached_property
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Picture:
    """The words of the image of one page."""

    path: str
    """Where the image stands, from the root of the site."""

    kind: str
    """Kind of page; each has its own band of shapes."""

    label: str
    """Kind of record, or section of the site; may be empty."""

    when: str
    """Date or dates in words, or empty."""

    title: str
    language: str
    """What the language of the page calls itself."""

    acronym: str
    name: str
    """Of the site; empty where the title says it."""

    @cached_property
    def digest(self) -> str:
        """A check sum of everything that is seen, and of how it is drawn."""
        seen = "\n".join(astuple(self)[1:])
        return hashlib.sha256(f"{_drawing()}\n{seen}".encode()).hexdigest()

    @property
    def address(self) -> str:
        """The path with a mark that changes with the image, for sites that keep it by its address."""
        return f"{self.path}?v={self.digest[:8]}"


@cache
def _drawing() -> str:
    """A check sum of the modules that draw: what they do needs no number of its own."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(module.read_bytes() for module in modules)).hexdigest()
