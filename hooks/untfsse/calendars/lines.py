"""Content lines: how a property becomes bytes (RFC 5545, section 3.1 and 3.3.11)."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 75
"""Octets of a line without its end."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SPECIAL = re.compile(r"([\\;,])")


def text(words: str) -> str:
    """Return words as a TEXT value: escaped, with `\\n` for a new line and without control characters."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    return _SPECIAL.sub(r"\\\1", _CONTROL.sub("", words)).replace("\n", "\\n")


def line(name: str, value: str, *parameters: str) -> bytes:
    """Return a property as a folded line; each of `parameters` is `NAME=value`, an empty one is left out."""
    return _folded(";".join((name, *filter(None, parameters))) + ":" + value)


def block(name: str, content: Iterable[bytes]) -> bytes:
    """Return a component that holds `content`."""
    return b"".join((f"BEGIN:{name}\r\n".encode(), *content, f"END:{name}\r\n".encode()))


def _folded(unfolded: str) -> bytes:
    """Break a line between two characters, never within an escaped one: not every reader minds that."""
    octets = unfolded.encode()
    if len(octets) <= _LONGEST:
        return octets + b"\r\n"
    parts, start, room = [], 0, _LONGEST
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # within a character of UTF-8
            end -= 1
        if _ends_in_escape(octets, start, end):
            end -= 1
        parts.append(octets[start:end])
        start, room = end, _LONGEST - 1  # the space that begins a folded line counts
    return b"\r\n ".join((*parts, octets[start:])) + b"\r\n"


def _ends_in_escape(octets: bytes, start: int, end: int) -> bool:
    """Whether the last octet before `end` is a backslash that belongs to the one after it."""
    run = octets[start:end]
    return (len(run) - len(run.rstrip(b"\\"))) % 2 == 1
