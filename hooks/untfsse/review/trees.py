"""The words of a page as a tree: which parts of it are blocks of words, and when two of them say the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

Tree = Any
"""An element of lxml, which has no types."""

INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img"),
        *("ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup"),
        *("time", "u", "var", "wbr"),
    )
)
"""Elements that stand in a line of words."""

WORD = re.compile(r"\w+")


def is_leaf(element: Tree) -> bool:
    """Whether an element holds words, and no other block of words."""
    return all(one.tag in INLINE for one in element.iterdescendants())


def leaves(element: Tree) -> Iterator[Tree]:
    """Yield the blocks of words."""
    if is_leaf(element):
        if words_of(element):
            yield element
        return
    for child in parts(element):
        yield from leaves(child)


def parts(element: Tree) -> list[Tree]:
    """Return the blocks that an element holds; words that stand between them become blocks as well."""
    made: list[Tree] = []
    run: list[Tree | str] = [element.text or ""]
    for child in element:
        if is_leaf(child) and child.tag in INLINE:
            run += [child, child.tail or ""]
            continue
        made += _run(run)
        made.append(child)
        run = [child.tail or ""]
    return made + _run(run)


def _run(pieces: list[Tree | str]) -> list[Tree]:
    words = "".join(one if isinstance(one, str) else "".join(one.itertext()) for one in pieces)
    if not words.strip(" ") and all(isinstance(one, str) for one in pieces):
        return []
    made = html.Element("span", {"class": "rv-run"})
    for one in pieces:
        if not isinstance(one, str):
            made.append(copied(one))
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + one
        else:
            made.text = (made.text or "") + one
    return [made]


def copied(element: Tree) -> Tree:
    """Return an element with all it holds, without the words that follow it."""
    made = deepcopy(element)
    made.tail = None
    return made


def _xml(element: Tree) -> bytes:
    return bytes(etree.tostring(element, with_tail=False))


def shell(element: Tree) -> Tree:
    """Return an element like it that holds nothing."""
    return html.Element(element.tag, dict(element.attrib))


def key(element: Tree) -> bytes:
    """Return what two elements share that say and link to the same."""
    return _xml(element)


def words_of(element: Tree) -> Counter[str]:
    """Return how often each word stands in it, without marks; a drawing counts as one."""
    found = Counter(WORD.findall(" ".join(element.itertext())))
    found.update(one.get("data-drawing") for one in element.iter() if one.get("data-drawing"))
    return found


def written(element: Tree) -> str:
    """Return it as HTML, without the words that follow it."""
    return str(html.tostring(element, encoding="unicode", with_tail=False))
