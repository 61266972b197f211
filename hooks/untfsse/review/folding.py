"""Folds away what has not changed on a page: a reviewer reads what has, and opens the rest."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from lxml import html  # type: ignore[import-untyped]

from untfsse.review.merging import MARK
from untfsse.review.trees import Tree, leaves, shell, words_of, written

_FLOW = frozenset(["div", "section", "article", "header", "details", "dd", "figure", "blockquote"])
_WHOLE = frozenset(("summary", "span", "tr", "thead", "dl"))
_LISTS = frozenset(("ul", "ol"))
_ROWS = frozenset(("tbody", "table"))
_FEW = 2
"""Items or rows beside a changed one that stay as they are."""

_SHORT = 12
"""Words that stay where they are: they take no more room than a line that says they are folded away."""

_HEAVIEST = 12 * 1024
"""Letters of HTML that are folded away; more is left out."""

Count = Callable[[int], str]
"""Takes how many blocks are folded away and returns the words for it."""


def fold(element: Tree, folded: Count, left_out: Count) -> Tree:
    """Return a merged tree with what is not marked folded away."""
    if element.get(MARK) != "holds":
        return element
    made = shell(element)
    if element.tag in _WHOLE or ((parent := element.getparent()) is not None and parent.tag == "dl"):
        made.text = element.text
        made.extend([fold(child, folded, left_out) for child in element])
        return made
    for touched, run in groupby(list(element), key=_stays):
        some = list(run)
        if touched:
            made.extend([fold(child, folded, left_out) for child in some])
        else:
            _put(made, some, folded, left_out)
    return made


def _stays(child: Tree) -> bool:
    """Whether it has changed, or is the heading of what has."""
    following = child.getnext()
    heads = child.tag in ("h2", "h3", "h4", "summary", "caption", "thead", "colgroup")
    return bool(child.get(MARK)) or (heads and following is not None and bool(following.get(MARK)))


def _put(made: Tree, some: list[Tree], folded: Count, left_out: Count) -> None:
    number = sum(len(list(leaves(one))) for one in some)
    if sum(words_of(one).total() for one in some) <= _SHORT:
        made.extend(some)
    elif made.tag in _ROWS:
        _put_rows(made, some, left_out)
    elif made.tag in _LISTS:
        if len(some) <= _FEW:
            made.extend(some)
            return
        item = html.Element("li", {"class": "rv-item"})
        inner = shell(made)
        inner.extend(some)
        item.append(_details([inner], len(some), folded, left_out))
        made.append(item)
    elif made.tag in _FLOW:
        made.append(_details(some, number, folded, left_out))
    else:
        made.extend(some)


def _details(some: list[Tree], number: int, folded: Count, left_out: Count) -> Tree:
    if sum(len(written(one)) for one in some) > _HEAVIEST:
        made = html.Element("p", {"class": "rv-left-out"})
        made.text = left_out(number)
        return made
    made = html.Element("details", {"class": "rv-fold"})
    summary = html.Element("summary")
    summary.text = folded(number)
    made.append(summary)
    made.extend(some)
    return made


def _put_rows(made: Tree, rows: list[Tree], left_out: Count) -> None:
    if len(rows) <= _FEW or made.tag == "table":
        made.extend(rows)
        return
    row, cell = html.Element("tr"), html.Element("td", {"colspan": str(max(1, len(rows[0])))})
    cell.text = left_out(len(rows))
    cell.set("class", "rv-left-out")
    row.append(cell)
    made.append(row)
