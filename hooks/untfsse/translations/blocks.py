"""Splits the Markdown of a page into blocks: headings, paragraphs, items, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Block(NamedTuple):
    """One block of a page."""

    line: int
    """Of its first line, from 1."""

    kind: str
    text: str
    """Its words, without the marks of its kind: a heading without `#`, an item without `-`."""

    level: int = 0
    """Level of a heading, 1 to 6; else 0."""

    last: int = 0
    """Line of its last word, from 1; the line below a heading that is underlined is not its own."""


_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
_HEADING_MARK = re.compile(r"#{1,6}[ \t]+(.*)$")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+(.*)$")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?) *[\w -]*(?:\"(.*)\")?[ \t]*$")
_ADMONITION_MARK = re.compile(r"(?:!!!|\?\?\?\+?) *[\w -]*\"(.*)$")
_DEFINITION = re.compile(r":[ \t]+(.*)$")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]:[ \t]*(.*)$")
_QUOTE = re.compile(r">[ \t]?(.*)$")
_CALL = re.compile(r"\{\{.*\}\}[ \t]*$", re.DOTALL)
_ROW = re.compile(r"\|.*\|[ \t]*$")
_ROW_MARK = re.compile(r"\|[ \t]*(.*)$")
_RULE = re.compile(r"\|?[ \t:|-]+\|[ \t:|-]*$|(?:[-*_][ \t]*){3,}$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HOLDS = re.compile("|".join(one.pattern for one in (_ITEM, _ADMONITION, _DEFINITION, _FOOTNOTE)))
"""A line whose text goes on in chunks that are indented."""

_STEP = 4
"""Spaces that something inside something else is indented by; as many more make it code."""

_ALONE = ("heading", "row", "title")
"""What ends with its line."""

_STARTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_ITEM, "item"),
    (_QUOTE, "quote"),
    (_DEFINITION, "term"),
    (_FOOTNOTE, "paragraph"),
)


def split(body: str) -> list[Block]:
    """Return the blocks of a page in their order; comments and rules are none."""
    body = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), body)
    blocks: list[Block] = []
    inside = 0  # how far the text of the item, admonition or note is indented that a chunk may belong to
    for first, lines in _chunks(body.split("\n")):
        indent = _indent(lines[0])
        inside = min(inside, indent - indent % _STEP)
        if indent >= inside + _STEP and not _FENCE.match(lines[0]):
            blocks.append(Block(first, "code", "\n".join(lines), last=first + len(lines) - 1))
            continue
        blocks.extend(_blocks(first, lines))
        held = [_indent(line) for line in lines if _HOLDS.match(line.strip())]
        inside = held[-1] - held[-1] % _STEP + _STEP if held else inside
    return blocks


def _indent(line: str) -> int:
    line = line.expandtabs(_STEP)
    return len(line) - len(line.lstrip())


def starts_block(line: str) -> bool:
    """Whether a line begins a block of its own, also below a paragraph."""
    return _started(0, line.strip()) is not None


def words_begin(line: str) -> int:
    """Return where the words of the line of a block begin, behind the marks of its kind."""
    at, rest = len(line) - len(line.lstrip()), line.strip()
    while found := _opened(rest, *(pattern for pattern, _ in _STARTS)):
        at, rest = at + found.start(1), found[1]
    found = _opened(rest, _HEADING_MARK, _ROW_MARK, _ADMONITION_MARK)
    return at + found.start(1) if found else at


def _opened(text: str, *patterns: re.Pattern[str]) -> re.Match[str] | None:
    """Return what stands before the words of a block, and the words."""
    found = next(filter(None, (pattern.match(text) for pattern in patterns)), None)
    return found if found and found[1] else None


def _chunks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the line number and the lines of everything between empty lines; code in one piece."""
    chunk: list[str] = []
    fence = ""
    for number, line in enumerate(lines, 1):
        mark = _FENCE.match(line)
        if fence:
            chunk.append(line)
            if mark and mark[1] == fence:
                yield number - len(chunk) + 1, chunk
                chunk, fence = [], ""
        elif mark:
            if chunk:
                yield number - len(chunk), chunk
            chunk, fence = [line], mark[1]
        elif line.strip():
            chunk.append(line)
        elif chunk:
            yield number - len(chunk), chunk
            chunk = []
    if chunk:
        yield len(lines) - len(chunk) + 1, chunk


def _blocks(first: int, lines: list[str]) -> Iterator[Block]:
    """Yield the blocks of a chunk. A line that begins no block goes on with the one before."""
    if _FENCE.match(lines[0]):
        yield Block(first, "code", "\n".join(lines), last=first + len(lines) - 1)
        return
    open_: Block | None = None
    for number, line in enumerate(lines, first):
        bare = line.strip()
        if open_ is not None and open_.kind == "quote" and (quote := _QUOTE.match(bare)):
            bare = quote[1]
        if (
            open_ is not None
            and open_.kind == "paragraph"
            and open_.line == number - 1
            and _UNDERLINE.match(bare)
        ):
            yield open_._replace(kind="heading", level=1 if bare[0] == "=" else 2)
            open_ = None
            continue
        started = _started(number, bare)
        if started is None and open_ is not None:
            open_ = open_._replace(text=f"{open_.text} {bare}", last=number)
            continue
        if open_ is not None:
            yield _finished(open_)
        open_ = (started or Block(number, "paragraph", bare))._replace(last=number)
        if not open_.text:
            open_ = None
        elif open_.kind in _ALONE:
            yield open_
            open_ = None
    if open_ is not None:
        yield _finished(open_)


def _started(number: int, bare: str) -> Block | None:
    """Return the block that begins with a line (without words for a rule), or None."""
    if _RULE.match(bare):
        return Block(number, "row", "")
    if heading := _HEADING.match(bare):
        return Block(number, "heading", heading[2], len(heading[1]))
    if _ROW.match(bare):
        return Block(number, "row", " | ".join(cell.strip() for cell in bare.strip("|").split("|")))
    if admonition := _ADMONITION.match(bare):
        return Block(number, "title", admonition[1] or "")
    for pattern, kind in _STARTS:
        if found := pattern.match(bare):
            return Block(number, kind, found[1])
    return None


def _finished(block: Block) -> Block:
    return block._replace(kind="call") if block.kind == "paragraph" and _CALL.match(block.text) else block
