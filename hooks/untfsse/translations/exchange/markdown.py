"""Puts words into the blocks of a page in place: their marks, their indentation and the rest stay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from untfsse.translations.blocks import Block, starts_block
from untfsse.translations.exchange.items import Unfit

_SHAPES = {
    "heading": re.compile(r"(\s*(?:#{1,6}[ \t]+)?)(.*?)([ \t#]*)$"),
    "title": re.compile(r"(\s*(?:!!!|\?\?\?\+?) *[\w -]*\")(.*)(\"[ \t]*)$"),
    "item": re.compile(r"(\s*(?:[-*+]|\d+[.)])[ \t]+)(.*?)([ \t]*)$"),
    "term": re.compile(r"(\s*:[ \t]+)(.*?)([ \t]*)$"),
    "quote": re.compile(r"(\s*>[ \t]?)(.*?)([ \t]*)$"),
    "paragraph": re.compile(r"(\s*(?:\[\^[^\]]+\]:[ \t]*)?)(.*?)([ \t]*)$"),
}
"""What stands before the words of a block on its first line, its words there, and what follows them."""

_GOES_ON = re.compile(r"(\s*)(.*?)([ \t]*)$")
_BREAK = re.compile(r"(?: {2}|\\)$")
_CONTAINER = re.compile(r"\s*(?:[-*+]|\d+[.)]|!!!|\?\?\?\+?|:|\[\^[^\]]+\]:)(?=[ \t]|$)")
_STEP = 4
_NARROWEST = 60


def replaced(lines: Sequence[str], block: Block, text: str) -> list[str]:
    """Return the lines of a block (of those of its page) with other words; raise Unfit where that fails."""
    old, words = list(lines[block.line - 1 : block.last]), " ".join(text.split("\n"))
    if block.kind == "row":
        return [_row(old[0], block, words)]
    if any(_BREAK.search(line) for line in old[:-1]):
        raise Unfit("it has line breaks of its own; change it in the file")
    shape = _SHAPES[block.kind]
    parts = [found for one in old if (found := (shape if one is old[0] else _follows(block)).match(one))]
    if " ".join(found[2] for found in parts if found[2]) != block.text:
        raise Unfit("there is a remark within it; change it in the file")
    first, after = parts[0][1], parts[-1][3]
    if len(old) == 1:
        return [f"{first}{words}{after}"]
    width = max(_NARROWEST, *(len(line) for line in old))
    return _wrapped(words, first, parts[1][1], width)


def same(page: Sequence[Block], other: Sequence[Block]) -> bool:
    """Whether two pages have the same blocks, line breaks apart."""
    return [_told(one) for one in page] == [_told(one) for one in other]


def code_lines(text: str) -> frozenset[int]:
    """Return the lines (from 1) that are code because they are indented: examples, not to be translated."""
    code: set[int] = set()
    lines = text.split("\n")
    levels: list[int] = []  # of the words of each open item, admonition or definition
    after_empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            after_empty = True
            continue
        indent = len(line) - len(line.lstrip(" "))
        while levels and indent < levels[-1]:
            levels.pop()
        if indent >= (levels[-1] if levels else 0) + _STEP and (after_empty or number - 1 in code):
            code.add(number)
        elif _CONTAINER.match(line):
            levels.append(indent // _STEP * _STEP + _STEP)
        after_empty = False
    return frozenset(code)


def _told(block: Block) -> tuple[str, int, str]:
    return block.kind, block.level, " ".join(block.text.split())


def _follows(block: Block) -> re.Pattern[str]:
    """How the second and later lines of a block begin."""
    return _SHAPES["quote"] if block.kind == "quote" else _GOES_ON


def _wrapped(words: str, first: str, then: str, width: int) -> list[str]:
    """Break lines at plain spaces, never before what would begin a block."""
    lines = [first]
    begun = False
    for word in words.split(" "):
        fits = len(lines[-1]) + 1 + len(word) <= width
        if begun and not fits and not starts_block(f"{word} x"):
            lines.append(f"{then}{word}")
        else:
            lines[-1] += f" {word}" if begun else word
        begun = True
    return lines


def _row(line: str, block: Block, words: str) -> str:
    """Return a row of a table with other words; cells that are filled up with spaces keep their width."""
    start, end = line.index("|") + 1, line.rindex("|")
    cells, new = line[start:end].split("|"), words.split("|")
    if " | ".join(cell.strip() for cell in cells) != block.text:
        raise Unfit("its row has empty cells at its ends; change it in the file")
    if len(cells) != len(new):
        raise Unfit(f"its row has {len(cells)} cells, the translation has {len(new)}: cells are parted by |")
    return line[:start] + "|".join(map(_cell, cells, new)) + line[end:]


def _cell(old: str, words: str) -> str:
    before = old[: len(old) - len(old.lstrip())] if old.strip() else " "
    after = len(old) - len(old.rstrip())
    made = before + words.strip()
    return max(made.ljust(len(old)), made + " ", key=len) if after > 1 else made + " " * after
