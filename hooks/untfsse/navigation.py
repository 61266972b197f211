"""Where a page stands: the menu, the trail that leads to it, its section and its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from untfsse.views.base import Linked, Said, plain


class Section(NamedTuple):
    """One entry of the menu."""

    key: str
    """Its words in `strings.yml`; empty where it has the title of its page."""

    names: tuple[str, ...]
    """Its pages; the first is its overview."""


class Entry(NamedTuple):
    """One entry of the menu, as a page shows it."""

    words: Said
    path: str
    current: str
    """Value of `aria-current`: `page`, `true` for the section the page is in, or empty."""


@dataclass(frozen=True)
class Place:
    """Where one page stands."""

    menu: tuple[Entry, ...]
    trail: tuple[Linked, ...]
    """The way from the home page, without the page itself; empty on the home page."""

    section: Said | None
    """Words of the section, if it is in one."""

    siblings: tuple[tuple[Linked, bool], ...]
    """The pages of the section, and whether each is the one we are on."""

    before: Linked | None
    """The page before this one where pages have an order: events, stories, goals, years."""

    after: Linked | None


def sections(nav: Iterable[Any]) -> tuple[Section, ...]:
    """Return the sections of `nav:` in `mkdocs.yml`: `{key: page}`, `{key: [pages]}` or `page`."""
    found = []
    for entry in nav:
        for key, pages in {"": entry}.items() if isinstance(entry, str) else entry.items():
            names = [pages] if isinstance(pages, str) else pages
            found.append(Section(key, tuple(name.removesuffix(".md") for name in names)))
    return tuple(found)


class Navigation:
    """The places of all pages in one language."""

    def __init__(
        self,
        menu: tuple[Section, ...],
        strings: Callable[[str], str],
        titles: Mapping[str, Said],
        address: Callable[[str], str],
        orders: Iterable[Sequence[str]] = (),
    ) -> None:
        """`titles` are those of all pages, by name; `address` gives the path of a name.

        `orders` are names of pages that follow each other.
        """
        self._menu = [section for section in menu if section.names[0] in titles]
        self._strings = strings
        self._titles = titles
        self._address = address
        self._section_of = {name: section for section in self._menu for name in section.names}
        pairs = [pair for order in orders for pair in pairwise(order)]
        self._after = dict(pairs)
        self._before = {after: before for before, after in pairs}

    def knows(self, name: str) -> bool:
        """Whether there is a page of this name."""
        return name in self._titles

    def place(self, name: str) -> Place:
        """Return where the page `name` stands."""
        above = list(self._above(name))
        section = next((self._section_of[one] for one in (name, *above) if one in self._section_of), None)
        steps = [self._linked(one) for one in above]
        if section is not None and section.names[0] not in (name, *above):
            steps.append(Linked(self._label(section), self._address(section.names[0])))
        trail = (self._linked("index"), *reversed(steps)) if name != "index" else ()
        siblings = section.names if section and name in section.names and len(section.names) > 1 else ()
        return Place(
            tuple(self._entry(one, name, section) for one in self._menu),
            tuple(trail),
            self._label(section) if section else None,
            tuple((self._linked(one), one == name) for one in siblings if one in self._titles),
            self._linked(self._before[name]) if name in self._before else None,
            self._linked(self._after[name]) if name in self._after else None,
        )

    def _above(self, name: str) -> Iterable[str]:
        """Yield the overviews above a page, the nearest first, the home page apart."""
        folders = name.removesuffix("/index").split("/")[:-1]
        while folders:
            folder = "/".join(folders)
            yield from (one for one in (f"{folder}/index", folder) if one in self._titles)
            folders.pop()

    def _linked(self, name: str) -> Linked:
        words = plain(self._strings("nav.home")) if name == "index" else self._titles[name]
        return Linked(words, self._address(name))

    def _entry(self, entry: Section, name: str, section: Section | None) -> Entry:
        here = "page" if entry.names[0] == name else "true" if entry is section else ""
        return Entry(self._label(entry), self._address(entry.names[0]), here)

    def _label(self, section: Section) -> Said:
        return plain(self._strings(section.key)) if section.key else self._titles[section.names[0]]
