"""Two versions of one block of words as one: what was taken out stands in <del>, what was put in in <ins>."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from lxml import html  # type: ignore[import-untyped]

from untfsse.review.trees import WORD, Tree, shell

Around = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""The inline elements a word stands in, outermost first: tag and attributes."""

_MOST = 3000
"""Words of a block that are compared one by one; of a longer one all is taken out, and all put in."""

_LIKE = 0.2
"""Share of words in common below which two blocks read better one after the other."""

_PIECES = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")


class Word(NamedTuple):
    """A word, or an element that holds none, such as a line break."""

    text: str
    around: Around


def merged(old: Tree, new: Tree) -> Tree:
    """Return a block like `new` with the words of both."""
    before, after = _words(old), _words(new)
    if max(len(before), len(after)) > _MOST:
        steps: Iterable[tuple[str, list[Word]]] = (("del", before), ("ins", after))
    else:
        steps = _steps(before, after)
    return _built(shell(new), steps)


def all_marked(block: Tree, mark: str) -> Tree:
    """Return a block with all its words in `ins` or `del`."""
    return _built(shell(block), [(mark, _words(block))])


def _steps(before: list[Word], after: list[Word]) -> Iterator[tuple[str, list[Word]]]:
    if _alike(before, after) < _LIKE:
        yield from (("del", before), ("ins", after))
        return
    old: list[Word] = []
    new: list[Word] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal" or (m - k == 1 and after[k].text == " " and old and new and m < len(after)):
            old += before[i:j]  # a space between two words that changed is read with them
            new += after[k:m]
            continue
        yield from (("del", old), ("ins", new))
        yield "", after[k:m]
        old, new = [], []
    yield from (("del", old), ("ins", new))


def _alike(before: list[Word], after: list[Word]) -> float:
    """Return the share of words that two blocks have in common."""
    one, other = (Counter(WORD.findall(" ".join(word.text for word in words))) for words in (before, after))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _words(block: Tree) -> list[Word]:
    """Return the words of a block in their order; space belongs to the word before it."""
    found: list[Word] = []

    def take(text: str | None, around: Around) -> None:
        for piece in _PIECES.findall(text or ""):
            found.append(Word(" " if piece.isspace() and piece[0] in " \t\n\r\f" else piece, around))

    def walk(element: Tree, around: Around) -> None:
        take(element.text, around)
        for child in element:
            inside = (*around, (child.tag, tuple(sorted(child.attrib.items()))))
            if not len(child) and not child.text:
                found.append(Word("", inside))
            walk(child, inside)
            take(child.tail, around)

    walk(block, ())
    while found and found[0].text == " ":
        del found[0]
    while found and found[-1].text == " ":
        del found[-1]
    return found


def _built(made: Tree, steps: Iterable[tuple[str, list[Word]]]) -> Tree:
    """Put words into an element; neighbours in the same inline elements share them."""
    open_: list[tuple[tuple[str, tuple[tuple[str, str], ...]], Tree]] = []
    for mark, words in steps:
        for word in words:
            path = (*(((mark, ()),) if mark else ()), *word.around)
            shared = 0
            while shared < min(len(path), len(open_)) and open_[shared][0] == path[shared]:
                shared += 1
            if not word.text and shared == len(path):
                shared -= 1  # each line break is one of its own
            del open_[shared:]
            for tag, attributes in path[shared:]:
                parent = open_[-1][1] if open_ else made
                child = html.Element(tag, dict(attributes))
                parent.append(child)
                open_.append(((tag, attributes), child))
            _add(open_[-1][1] if open_ else made, word.text)
    return made


def _add(element: Tree, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
