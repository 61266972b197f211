"""Which pages a change alters: those whose own file changed, and those that only follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.review.cleaning import tree
from untfsse.review.merging import MARK, all_added, all_removed, changes, merged
from untfsse.review.moving import moved_pages
from untfsse.review.site_pages import Pages, SitePage
from untfsse.review.trees import Tree, written


@dataclass(frozen=True)
class PageChange:
    """A page in all languages in which it changed."""

    name: str
    how: str
    """`changed`, `added`, `removed` or `moved`."""

    pages: dict[str, SitePage]
    """Language → the page as it is now; where it is gone, as it was."""

    trees: dict[str, Tree]
    """Language → both versions as one, or the page as it is or was where there is one only."""

    was: str = ""
    """The name it had before, if it moved."""

    lost: tuple[str, ...] = ()
    """Old addresses of what moved or is gone at which nothing stands any more."""


@dataclass(frozen=True)
class FollowOn:
    """The same change on several pages, none of whose own files changed."""

    pages: tuple[tuple[str, dict[str, str]], ...]
    """Name of each, and language → title."""

    pieces: dict[str, list[str]] = field(default_factory=dict)
    """Language → what changed, as HTML."""


@dataclass(frozen=True)
class Comparison:
    """What is different between two built sites for those who read pages."""

    pages: list[PageChange]
    follow_on: list[FollowOn]
    frames: list[FollowOn]
    """What changed around the pages: head, menu, foot."""

    in_code_only: int
    """Pages whose HTML changed and whose words did not."""


def compare(before: Pages, after: Pages, files: Container[str], address: str) -> Comparison:
    """Compare two sites that are published at `address`; `files` have changed."""
    made = _Compared(before, after, files, address)
    pages, loose, in_code_only = [], defaultdict(list), 0
    moves = moved_pages(before, after)
    arrived = {new: old for old, new in moves.items()}
    for name in sorted(before.names | after.names):
        if name in moves:
            continue
        change = made.page(name, arrived.get(name, name))
        own = change.how != "changed" or any(made.is_own(page) for page in change.pages.values())
        if own and (change.trees or change.how != "changed"):
            pages.append(change)
        elif change.trees:
            for language, both in change.trees.items():
                for piece in changes(both):
                    loose[(language, written(piece))].append(name)
        else:
            in_code_only += made.differs(name)
    order = {"changed": 0, "moved": 1, "added": 2, "removed": 3}
    pages.sort(key=lambda one: (order[one.how], one.name))
    follow_on, frames = (_together(one, after) for one in (loose, made.frames()))
    return Comparison(pages, follow_on, frames, in_code_only)


class _Compared:
    def __init__(self, before: Pages, after: Pages, files: Container[str], address: str) -> None:
        self._before, self._after, self._files, self._address = before, after, files, address

    def is_own(self, page: SitePage) -> bool:
        """Whether a file that belongs to this page alone has changed."""
        prose = (f"docs/{language}/{page.name}.md" for language in (page.language, DEFAULT))
        return page.source in self._files or any(file in self._files for file in prose)

    def page(self, name: str, was: str) -> PageChange:
        """Return a page with what changed in it in each language."""
        pages, trees = {}, {}
        for language in LANGUAGES:
            old, new = self._before.get(was, language), self._after.get(name, language)
            if page := new or old:
                pages[language] = page
            if new is not None and name not in self._before.names and was == name:
                trees[language] = self._tree(new, self._after)
            elif old is not None and name not in self._after.names:
                trees[language] = self._tree(old, self._before)
            elif old is None and new is not None:
                trees[language] = all_added(self._tree(new, self._after))
            elif old is not None and new is None:
                trees[language] = all_removed(self._tree(old, self._before))
            elif old is not None and new is not None and _shown(old) != _shown(new):
                both = merged(self._tree(old, self._before, new), self._tree(new, self._after, old))
                if both.get(MARK):
                    trees[language] = both
        there = name in self._after.names
        how = "moved" if was != name else "removed" if not there else "changed"
        if how == "changed" and name not in self._before.names:
            how = "added"
        gone = how in ("moved", "removed")
        lost = tuple(page.path for page in self._old(was) if gone and not self._stands(page.path))
        return PageChange(name, how, pages, trees, was if was != name else "", lost)

    def differs(self, name: str) -> bool:
        """Whether the HTML of a page changed at all."""
        sides = ((self._before.get(name, one), self._after.get(name, one)) for one in LANGUAGES)
        return any(old and new and old.article != new.article for old, new in sides)

    def frames(self) -> dict[tuple[str, str], list[str]]:
        """Return what changed around pages, and on which."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        known: dict[tuple[str, str], list[str]] = {}
        for (name, language), new in self._after.pages.items():
            old = self._before.get(name, language)
            if old is None or old.frame == new.frame:
                continue
            both = old.frame, new.frame
            if both not in known:
                trees = (tree(one, self._address, frame=True) for one in both)
                known[both] = [written(one) for one in changes(merged(*trees))]
            for piece in known[both]:
                found[(language, piece)].append(name)
        return found

    def _stands(self, path: str) -> bool:
        return (self._after.folder / path / "index.html").is_file()

    def _old(self, name: str) -> Iterator[SitePage]:
        yield from (page for one in LANGUAGES if (page := self._before.get(name, one)))

    def _tree(self, page: SitePage, site: Pages, other: SitePage | None = None) -> Tree:
        made = tree(page.article, self._address + page.path, partial(_picture, site.folder, self._address))
        is_prose = page.source.startswith("docs/")  # of a record it repeats its summary
        if is_prose and other is not None and page.description != other.description:
            line = made.makeelement("p", {"class": "rv-description"})
            line.text = page.description
            made.insert(0, line)
        return made


def _shown(page: SitePage) -> tuple[str, str]:
    return page.article, page.description


def _picture(folder: Path, address: str, full: str) -> bytes | None:
    """Return a picture of the site."""
    path = unquote(urlsplit(full).path).removeprefix(urlsplit(address).path).lstrip("/")
    file = (folder / path).resolve()
    if not full.startswith(address) or not file.is_relative_to(folder.resolve()) or not file.is_file():
        return None
    return file.read_bytes()


def _together(loose: dict[tuple[str, str], list[str]], after: Pages) -> list[FollowOn]:
    """Put what changed on the same pages together, what changed on most pages first."""
    groups: dict[tuple[str, ...], FollowOn] = {}
    for (language, piece), pages in loose.items():
        names = tuple(sorted(set(pages)))
        if names not in groups:
            groups[names] = FollowOn(tuple((name, after.titles(name)) for name in names))
        groups[names].pieces.setdefault(language, []).append(piece)
    return sorted(groups.values(), key=lambda one: (-len(one.pages), [name for name, _ in one.pages]))
