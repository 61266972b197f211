"""The site of one build: read and checked once, then made language by language."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from markupsafe import Markup

from untfsse.assets import Assets
from untfsse.changes import revisions
from untfsse.checking import Checked, check_all
from untfsse.citations.cited import cited
from untfsse.citations.references import References
from untfsse.citations.works import Library
from untfsse.clock import today
from untfsse.editing.pages import EditingPages
from untfsse.feeds.catalogue import Feed, catalogue
from untfsse.fragments import Fragments
from untfsse.graph import Graph
from untfsse.links import absolute, address
from untfsse.lists import Lists
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.navigation import Navigation, Section
from untfsse.pages import PageMaker, RecordPage
from untfsse.prose import Prose, is_about_record, is_story
from untfsse.public_days import as_the_public_saw
from untfsse.repository import Repository
from untfsse.selection import Index, page_orders
from untfsse.translations.board import Board
from untfsse.views import NOUNS, translations
from untfsse.views.base import Linked, plain
from untfsse.views.hub import hub_ids
from untfsse.views.older import Olders, OlderView
from untfsse.views.reader import Reader
from untfsse.withdrawn import public, withdrawn_pages

GUIDE = "contribute/index"
"""The page that tells how to change something."""

CALENDARS = "this-site/calendars"
"""The page that tells how to subscribe to calendars, if the site has one."""

SEARCH = "search"
"""The page of the search, if the site has one."""

ABOUT_THIS_SITE = (
    "index",
    "accessibility",
    "privacy",
    "reuse",
    "cite",
    "feeds",
    "correct-a-fact",
    "contribute",
    "translate",
)
"""Pages of `this-site/` that the foot of every page links to, in this order."""

_DOORS = {"contribute": "contribute/index"}
"""Those that have become the overview of a section of their own."""


@dataclass(frozen=True)
class Alternate:
    """The same page in another language, or in this one."""

    language: str
    path: str
    exists: bool
    """Whether the page is really in that language."""

    current: bool


@dataclass
class Tongue:
    """What is made of the site in one language."""

    reader: Reader
    fragments: Fragments
    maker: PageMaker
    lists: Lists
    navigation: Navigation
    feeds: tuple[Feed, ...]
    repository: Repository
    older: Callable[[str], OlderView | None]
    """Takes the name of a page and returns what it says of its older parts."""

    pages: dict[str, RecordPage] = field(default_factory=dict)
    """Name → page made from records."""

    bodies: dict[str, Markup] = field(default_factory=dict)
    """Name → what people wrote, as HTML: of news stories and of the pages of records, as far as made."""


class Site:
    """Everything a build needs, independent of what builds it."""

    def __init__(
        self,
        root: Path,
        site_url: str,
        drafts: bool = False,
        templates: Path | None = None,
        sheets: Sequence[str] = (),
        menu: tuple[Section, ...] = (),
    ) -> None:
        """Read and check `root`; raise ProblemsFound. `site_url` ends with `/`.

        `templates` is the folder that holds `fragments/`: `overrides` unless it is said; `sheets` are
        its stylesheets in their order; `menu` are the sections of `mkdocs.yml`.
        """
        self.root = root
        self.templates = templates or root / "overrides"
        self.assets = Assets(self.templates, sheets)
        self.menu = menu
        self.site_url = site_url
        every = check_all(root)
        self.graph = Graph(every.store, drafts)
        self.index = Index(self.graph, today())
        there = {f"{kind}/{id_.lower()}" for kind, id_ in hub_ids(self.index)}
        self.checked: Checked = every if drafts else public(every, self.graph.gone, self.index.today)
        self.withdrawn = {} if drafts else withdrawn_pages(every, there, self.index.today)
        """Name → since when, of the pages that say only that they are gone."""

        self.library = Library(self.graph, self.checked.store.vocabulary, site_url)
        self.references = References(root)
        self.revisions = as_the_public_saw(revisions(root), every.store, every.prose)
        self.changes = {file: revision.moment.date() for file, revision in self.revisions.items()}
        self.board = Board(root, every, self.index.today)
        self._tongues: dict[str, Tongue] = {}

    def tongue(self, language: str) -> Tongue:
        """Return the site in one language, made at the first call."""
        if language not in self._tongues:
            facts = self.checked.store.site
            assert facts is not None
            reader = Reader(
                language,
                self.checked.strings[language],
                self.checked.store.vocabulary,
                self.graph,
                self.index.today,
                NOUNS,
                self.changes,
            )
            calendars = address(CALENDARS, language) if CALENDARS in self.checked.prose[DEFAULT] else ""
            fragments = Fragments(self.templates, reader, self.assets, self.site_url, calendars)
            prose = self.checked.prose[language]
            guide = address(GUIDE if GUIDE in self.checked.prose[DEFAULT] else "index", language)
            quote = partial(cited, self.library, self.references, language=language)
            repository = Repository(self.repository, guide)
            older = cache(Olders(reader, self.board, prose).of)
            maker = PageMaker(reader, fragments, self.index, repository, quote, older)
            feeds = catalogue(
                reader, self.index, self.revisions, prose, lambda name: self.prose(name, language)
            )
            pages = {page.name: page for page in maker.pages()}
            for name, day in self.withdrawn.items():
                pages[name] = maker.withdrawn(name, day, self._overview(name, language))
            navigation = self._navigation(reader, pages)
            written = partial(self.prose, language=language)
            standing = cache(partial(translations.make, reader, self.board, repository, navigation, written))
            editing = EditingPages(reader, repository, self.root)
            lists = Lists(
                reader, fragments, self.index, facts, prose, feeds, self.site_url, standing, editing
            )
            self._tongues[language] = Tongue(
                reader, fragments, maker, lists, navigation, feeds, repository, older, pages
            )
        return self._tongues[language]

    def prose(self, name: str, language: str) -> Prose | None:
        """Return the page in `language`, else in the first language there is; None for no page."""
        for one in (language, *LANGUAGES):
            if name in self.checked.prose[one]:
                return self.checked.prose[one][name]
        return None

    def prose_names(self) -> list[str]:
        """Names of the pages people write, those that belong to a record apart."""
        return sorted(name for name in self.checked.prose[DEFAULT] if not is_about_record(name))

    def foot(self, language: str) -> list[tuple[str, str]]:
        """Return key and path of the pages about this site that there are."""
        there = self.checked.prose[DEFAULT]
        names = [(key, (_DOORS.get(key, ""), f"this-site/{key}")) for key in ABOUT_THIS_SITE]
        found = ((key, next((name for name in either if name in there), "")) for key, either in names)
        return [(key, address(name, language)) for key, name in found if name]

    @property
    def acronym(self) -> str:
        """The short name of the task force."""
        facts = self.checked.store.site
        assert facts is not None
        return facts.acronym

    @property
    def repository(self) -> str:
        """Where files are edited: what the workflow says, else `data/site.yml`; empty if neither does."""
        server, name = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
        if server and name:
            return f"{server}/{name}"
        facts = self.checked.store.site
        return (facts.repository or "").rstrip("/") if facts else ""

    def search(self, language: str) -> str:
        """Return the path of the page of the search, or an empty string where there is none."""
        return address(SEARCH, language) if SEARCH in self.checked.prose[DEFAULT] else ""

    def languages(self, name: str, language: str) -> tuple[str, ...]:
        """Return the languages in which the page `name` really exists."""
        page = self.tongue(language).pages.get(name)
        if page is not None:
            return page.languages
        return tuple(one for one in LANGUAGES if name in self.checked.prose[one])

    def alternates(self, name: str, language: str) -> list[Alternate]:
        """Return the page in every language, in the order of the language bar."""
        exists = LANGUAGES if name in self.withdrawn else self.languages(name, language)
        return [Alternate(one, address(name, one), one in exists, one == language) for one in LANGUAGES]

    def canonical(self, name: str, language: str) -> str:
        """Return the full address that search engines should keep for a page."""
        if name in self.withdrawn:
            return self.canonical(self._above(name), language)
        exists = self.languages(name, language)
        home = language if language in exists or not exists else exists[0]
        return absolute(address(name, home), self.site_url)

    def _above(self, name: str) -> str:
        """The page above `name` that people wrote: the overview of its folder, else the home page."""
        above = f"{name.partition('/')[0]}/index"
        return above if above in self.checked.prose[DEFAULT] else "index"

    def _overview(self, name: str, language: str) -> Linked:
        above = self._above(name)
        prose = self.prose(above, language)
        assert prose is not None
        assert prose.top is not None
        other = prose.language if prose.language != language else None
        return Linked(plain(prose.top.title)._replace(language=other), address(above, language))

    def _navigation(self, reader: Reader, pages: dict[str, RecordPage]) -> Navigation:
        """The places of all pages: those made from records by their title, the others by their top."""
        language = reader.language
        titles = {name: page.title for name, page in pages.items()}
        for name in self.prose_names():
            prose = self.prose(name, language)
            if prose is not None and prose.top is not None:
                other = prose.language if prose.language != language else None
                titles[name] = plain(prose.top.title)._replace(language=other)
        orders = (*page_orders(self.index, language), sorted(filter(is_story, titles)))
        return Navigation(self.menu, reader.strings, titles, lambda name: address(name, language), orders)
