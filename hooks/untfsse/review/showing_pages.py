"""How much of each page fits into the review, and how it stands there: a column for each language."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from untfsse.locales import LANGUAGES
from untfsse.names import language_name, text_direction
from untfsse.review.comparing import FollowOn, PageChange
from untfsse.review.drafts import Draft
from untfsse.review.effects import Effect
from untfsse.review.folding import fold
from untfsse.review.merging import MARK
from untfsse.review.titles import title_in
from untfsse.review.trees import Tree, written
from untfsse.strings import Strings

MOST = 7 * 1024 * 1024
"""Bytes that pages may take of the file, which must stay below 10 MB."""

_MOST_OF_ONE = 400 * 1024
"""Bytes that one page may take in one language."""


@dataclass(frozen=True)
class Column:
    """One language of a page."""

    language: str
    name: str
    direction: str
    html: str
    """What is shown; nothing where `note` says why not."""

    note: str = ""
    parts: int = 0
    """How many blocks changed."""

    behind: int = 0
    """Texts of this page that become stale or missing."""


@dataclass(frozen=True)
class Shown:
    """One page, or one change on several."""

    anchor: str
    how: str
    title: str
    name: str
    columns: tuple[Column, ...]
    change: PageChange | None = None
    pages: tuple[tuple[str, str], ...] = ()


class Room:
    """Counts what is left of the room for pages."""

    def __init__(self, most: int = MOST) -> None:
        self._left = most

    def takes(self, columns: tuple[Column, ...]) -> bool:
        """Take what they need, if it is there."""
        need = sum(len(one.html.encode()) for one in columns)
        if need > self._left:
            return False
        self._left -= need
        return True


class PagesShown:
    """Makes columns in the words of the review."""

    def __init__(self, words: Strings, effects: list[Effect]) -> None:
        self._words = words
        self._effects = {one.language: one for one in effects}

    def changed(self, change: PageChange) -> Shown:
        """Return a page that changed."""
        columns = tuple(self._columns(change.name, change.trees, set(change.pages), change.how))
        titles = {language: page.title for language, page in change.pages.items()}
        title = self.title(titles)
        return Shown(_anchor(change.name), change.how, title, change.name, columns, change)

    def draft(self, draft: Draft) -> Shown:
        """Return a page that is not public."""
        columns = tuple(self._columns(draft.name, draft.trees, set(draft.titles), "draft"))
        title = self.title(draft.titles)
        return Shown(_anchor(f"draft/{draft.name}"), "draft", title, draft.name, columns)

    def together(self, follow: FollowOn, number: int, kind: str) -> Shown:
        """Return a change that is the same on several pages."""
        columns = tuple(
            self._column(language, "".join(follow.pieces[language]))
            for language in LANGUAGES
            if language in follow.pieces
        )
        pages = tuple((name, self.title(titles)) for name, titles in follow.pages)
        return Shown(f"{kind}-{number}", kind, "", "", columns, None, pages)

    def title(self, titles: dict[str, str]) -> str:
        """Return a title in the language of the review, if there is one."""
        return title_in(titles, self._words.language)

    def _columns(self, name: str, trees: dict[str, Tree], there: set[str], how: str) -> Iterator[Column]:
        for language in LANGUAGES:
            effect = self._effects.get(language)
            behind = effect.on(name) if effect else 0
            if language not in trees:
                note = "page.same" if language in there else "page.none"
                yield self._column(language, "", note, behind=behind)
                continue
            parts = _parts(trees[language]) if how in ("changed", "moved") else 0
            html = written(fold(deepcopy(trees[language]), self._folded, self._left_out))
            fits = len(html.encode()) <= _MOST_OF_ONE
            yield self._column(language, html if fits else "", "" if fits else "page.cut", parts, behind)

    def _column(self, language: str, html: str, note: str = "", parts: int = 0, behind: int = 0) -> Column:
        name = language_name(language, self._words.language)
        return Column(language, name, text_direction(language), html, note, parts, behind)

    def _folded(self, number: int) -> str:
        return self._words.count("fold", number)

    def _left_out(self, number: int) -> str:
        return self._words.count("left-out", number)


def _parts(tree: Tree) -> int:
    return sum(1 for one in tree.iter() if one.get(MARK) in ("changed", "added", "removed"))


def _anchor(name: str) -> str:
    return f"page-{name.replace('/', '-')}"
