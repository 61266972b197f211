"""Two versions of a page as one, in which every changed block is marked.

`data-rv` says of a block that it is `added`, `removed` or `changed`, and of what is around it: `holds`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from lxml import html  # type: ignore[import-untyped]

from untfsse.review import word_merging
from untfsse.review.trees import Tree, copied, is_leaf, key, parts, shell, words_of

MARK = "data-rv"
_LIKE = 0.34
"""Share of words in common from which two blocks are taken for versions of one."""

_MOST = 40_000
"""Pairs of blocks that are compared with each other; a list that changed more is shown old, then new."""

_SKELETON = frozenset(
    (
        *("article", "div", "section", "header", "details", "summary", "p", "span"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
        *("dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "th", "td"),
    )
)
"""Elements that with the same class are the same part of a page, whatever they say."""


def merged(old: Tree, new: Tree) -> Tree:
    """Return a tree like `new` with what `old` alone has, both marked."""
    if key(old) == key(new):
        return copied(new)
    if is_leaf(old) and is_leaf(new):
        made = word_merging.merged(old, new)
        if any(True for _ in made.iter("ins", "del")):
            made.set(MARK, "changed")
        return made
    made = shell(new)
    for before, after in _steps(parts(old), parts(new)):
        if before is None:
            made.append(_whole(after, "ins", "added"))
        elif after is None:
            made.append(_whole(before, "del", "removed"))
        else:
            made.append(merged(before, after))
    if any(one.get(MARK) for one in made):
        made.set(MARK, "holds")
        if made.tag == "details":
            made.set("open", "")
    return made


def all_added(new: Tree) -> Tree:
    """Return a page that is new as a whole."""
    return _whole(new, "ins", "added")


def all_removed(old: Tree) -> Tree:
    """Return a page that is gone."""
    return _whole(old, "del", "removed")


def _whole(block: Tree, mark: str, said: str) -> Tree:
    made = _filled(block, mark)
    made.set(MARK, said)
    return made


def _filled(block: Tree, mark: str) -> Tree:
    if is_leaf(block):
        return word_merging.all_marked(block, mark)
    made = shell(block)
    made.extend(_filled(one, mark) for one in parts(block))
    if made.tag == "details":
        made.set("open", "")
    return made


def _steps(old: Sequence[Tree], new: Sequence[Tree]) -> Iterator[tuple[Tree | None, Tree | None]]:
    """Yield what belongs together, in order; None stands for what one of them has not."""
    matcher = SequenceMatcher(None, [key(one) for one in old], [key(one) for one in new], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(old[i:j], new[k:m], strict=True)
        else:
            yield from _paired(old[i:j], new[k:m])


def _paired(old: Sequence[Tree], new: Sequence[Tree]) -> Iterator[tuple[Tree | None, Tree | None]]:
    """Pair blocks without changing their order, so that they have as much in common as possible."""
    if not old or not new or len(old) * len(new) > _MOST:
        yield from ((one, None) for one in old)
        yield from ((None, one) for one in new)
        return
    words = [words_of(one) for one in old], [words_of(one) for one in new]
    like = [
        [_like(a, b, c, d) for b, d in zip(new, words[1], strict=True)]
        for a, c in zip(old, words[0], strict=True)
    ]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for k in reversed(range(len(new))):
            together = best[i + 1][k + 1] + like[i][k] if like[i][k] else 0.0
            best[i][k] = max(together, best[i + 1][k], best[i][k + 1])
    i = k = 0
    while i < len(old) and k < len(new):
        if like[i][k] and best[i][k] == best[i + 1][k + 1] + like[i][k]:
            yield old[i], new[k]
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            yield old[i], None
            i += 1
        else:
            yield None, new[k]
            k += 1
    yield from ((one, None) for one in old[i:])
    yield from ((None, one) for one in new[k:])


def _like(old: Tree, new: Tree, before: Counter[str], after: Counter[str]) -> float:
    """Return how much two blocks have in common, from 0 to 1; 0 where they are no versions of one."""
    if old.tag != new.tag or is_leaf(old) != is_leaf(new):
        return 0.0
    total = before.total() + after.total()
    share = 2 * (before & after).total() / total if total else 1.0
    same = old.get("class") == new.get("class")
    if same and old.tag in _SKELETON and (old.get("class") or old.tag not in ("div", "p", "section")):
        return max(share, 0.1)
    return share if share >= _LIKE else 0.0


def changes(element: Tree) -> Iterator[Tree]:
    """Yield each changed block of a merged tree, with the item of a list or row it stands in."""
    if element.get(MARK) in ("added", "removed", "changed"):
        yield _in_its_place(element)
        return
    if element.get(MARK) == "holds" and element.tag in ("li", "tr") and not _holds_items(element):
        yield _in_its_place(element)
        return
    for child in element:
        yield from changes(child)


def _holds_items(element: Tree) -> bool:
    """Whether there are smaller items or rows in which the change stands."""
    return any(one.get(MARK) for one in element.iterdescendants("li", "tr"))


_INSIDE = {
    "li": "ul",
    "dt": "dl",
    "dd": "dl",
    "tr": "table",
    "td": "tr",
    "th": "tr",
    "tbody": "table",
    "tfoot": "table",
    "thead": "table",
}


def _in_its_place(element: Tree) -> Tree:
    """Return a block within what it cannot stand without: an item within a list."""
    made, parent = copied(element), element.getparent()
    while made.tag in _INSIDE:
        around = shell(parent) if parent is not None else html.Element(_INSIDE[made.tag])
        around.attrib.pop(MARK, None)
        around.append(made)
        made, parent = around, parent.getparent() if parent is not None else None
    return made
