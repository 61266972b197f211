"""Line ends, blanks at the end of lines, the last line, tabs that indent; and where values stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAB_WIDTHS = (2, 4, 8)
_INDENTED = re.compile(r"^([ \t]*)", re.MULTILINE)
_AFTER_MARK = re.compile(r"^([ ]*(?:- +)*(?:-|[A-Za-z_][\w-]*:))[ ]*\t[ \t]*", re.MULTILINE)


def with_plain_ends(text: str) -> str:
    """Return a text with line feeds alone, no byte order mark, and its letters composed (Unicode NFC)."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def without_blanks(text: str, kept: Collection[int] = (), markdown: bool = False) -> str:
    """Return a text without blanks at the end of its lines, those with the numbers `kept` (from 0) apart.

    Two of them and more are a line break in `markdown`, and stay after words.
    """
    return "\n".join(
        line if number in kept or (markdown and line.endswith("  ") and line.strip()) else line.rstrip(" \t")
        for number, line in enumerate(text.split("\n"))
    )


def with_last_line_ended(text: str) -> str:
    """Return a text that ends with one line feed."""
    return text.rstrip("\n") + "\n" if text.strip() else text


def without_tabs(text: str) -> list[str]:
    """Return the texts there can be when tabs that indent become spaces: one for each width of a tab."""
    indents = [one for one in _INDENTED.finditer(text) if "\t" in one[1]]
    found = []
    for width in _TAB_WIDTHS:
        better = text
        for one in reversed(indents):
            better = better[: one.start()] + one[1].expandtabs(width) + better[one.end() :]
        found.append(_AFTER_MARK.sub(r"\1 ", better))
    return found


def compose(text: str) -> Any:
    """Return what YAML says as nodes that know where they stand; None for nothing."""
    return yaml.compose(text, _LOADER)
