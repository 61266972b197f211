"""Writes a text as a YAML scalar, in the style its neighbours have, as long as it is read back the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from untfsse.translations.exchange.items import Unfit
from untfsse.yaml_source import Unreadable, parse


class Style(NamedTuple):
    """How the files write texts at one place."""

    mark: str = ""
    """Of the scalar that stands there or beside: empty, `'`, `"`, `>` or `|`."""

    head: str = ">-"
    """First line of a folded or literal text."""

    indent: int = 2
    """Spaces before the lines of a folded text."""

    width: int = 0
    """Letters of the longest line; 0 for files that keep each text on one line."""

    column: int = 0
    """Letters before the text on its first line."""

    flow: bool = False
    """Whether it stands between brackets."""

    quote: str = "'"
    """Which quotation marks are used where some are needed."""


def written(text: str, style: Style) -> str:
    """Return a text as YAML; lines after the first are indented. Raise Unfit if there is no way."""
    for candidate in _candidates(text, style):
        if _read(candidate, style.flow) == text:
            return candidate
    raise Unfit("it holds characters that a YAML file cannot hold")


def usual_width(lines: list[str], indent: int, most: int) -> int:
    """Return at which width a folded text was wrapped, so that its first lines stay; else `most`."""
    bare = [line[indent:] for line in lines]
    for width in range(most, max(map(len, lines), default=most) - 1, -1):
        if _wrapped(" ".join(bare), width - indent) == bare:
            return width
    return most


def _candidates(text: str, style: Style) -> Iterator[str]:
    fits = not style.width or style.column + len(text) <= style.width
    if not style.flow and style.width:
        if style.mark == "|" or (style.mark == ">" and "\n" in text) or ("\n" in text and not style.mark):
            yield _block(style.head if style.mark == "|" else "|-", text.split("\n"), style)
        if style.mark == ">" or not fits:
            yield _block(style.head, _wrapped(text, style.width - style.indent), style)
    if style.mark not in ("'", '"'):
        yield text
    marks = [style.mark] if style.mark in ("'", '"') else []
    for mark in (*marks, style.quote, "'", '"'):
        if mark == "'" and "\n" not in text:
            yield "'" + text.replace("'", "''") + "'"
        if mark == '"' and (style.mark == '"' or '"' not in text or "\n" in text):
            yield _double(text)
    yield _double(text)


def _double(text: str) -> str:
    for letter, code in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(letter, code)
    return f'"{text}"'


def _block(head: str, lines: list[str], style: Style) -> str:
    return "\n".join([head, *(" " * style.indent + line if line else "" for line in lines)])


def _wrapped(text: str, width: int) -> list[str]:
    """Break lines at plain spaces only: no-break spaces stay within them."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _read(candidate: str, flow: bool) -> str | None:
    try:
        held = parse(f"{{k: {candidate}}}" if flow else f"k: {candidate}\n")
    except Unreadable:
        return None
    words = held.get("k") if isinstance(held, dict) and len(held) == 1 else None
    return words.strip() if isinstance(words, str) else None
