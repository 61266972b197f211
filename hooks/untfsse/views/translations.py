"""How the translations of the site stand, as its page about them shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from untfsse.links import address
from untfsse.names import language_name
from untfsse.navigation import Navigation
from untfsse.prose import Prose, is_about_record
from untfsse.records import KINDS
from untfsse.repository import Repository
from untfsse.translations.board import Board
from untfsse.translations.report import STATUS_FILE, totals
from untfsse.translations.standing import Standing
from untfsse.views.base import Linked, Said, plain
from untfsse.views.reader import Reader

_LISTED = 60
"""Files that are listed for one language."""


class Row(NamedTuple):
    """A part of the site."""

    title: Said
    numbers: Mapping[str, int]
    """As `report.totals` gives them."""


class Item(NamedTuple):
    """A file in which something is to be done."""

    title: Linked
    """What it is about, and the page that shows it."""

    file: str
    is_missing: bool
    """Whether it does not exist yet, or holds no translation."""

    numbers: Mapping[str, int]
    edit: str
    """Where the file is edited, or made if it does not exist; empty if the repository is not known."""

    creates: bool
    source: str
    """Where the file is read that it is translated from, if that is another one."""

    changes: str
    """Where one sees what has changed in the source; empty where nothing is translated yet."""

    claim: str
    """Where one tells that one takes it."""


class LanguageView(NamedTuple):
    """One language."""

    code: str
    name: str
    whole: Row
    rows: tuple[Row, ...]
    items: tuple[Item, ...]
    more: int
    """Files that are not listed."""


class StatusView(NamedTuple):
    """All languages, that of the reader first."""

    languages: tuple[LanguageView, ...]
    has_repository: bool
    guide: str
    """Path of the page that tells how to take part."""

    file: str
    """Path of the same numbers for programs."""


def make(
    reader: Reader,
    board: Board,
    repository: Repository,
    navigation: Navigation,
    prose: Callable[[str], Prose | None],
) -> StatusView:
    """Return it in the language of `reader`; `prose` takes the name of a page."""
    maker = _Maker(reader, repository, navigation, prose)
    languages = sorted(board.found, key=lambda one: one != reader.language)
    views = tuple(maker.language(one, board.found[one]) for one in languages)
    return StatusView(views, bool(repository.address), repository.guide, STATUS_FILE)


class _Maker:
    def __init__(
        self,
        reader: Reader,
        repository: Repository,
        navigation: Navigation,
        prose: Callable[[str], Prose | None],
    ) -> None:
        self._reader = reader
        self._t = reader.strings
        self._repository = repository
        self._navigation = navigation
        self._prose = prose

    def language(self, code: str, found: list[Standing]) -> LanguageView:
        """Return what is told of one language."""
        parts: dict[tuple[int, str], tuple[Said, list[Standing]]] = {}
        for one in found:
            place, title = self._part(one.document.name)
            parts.setdefault((place, title.plain), (title, []))[1].append(one)
        rows = (
            Row(title, totals(some)) for _, (title, some) in sorted(parts.items(), key=lambda one: one[0])
        )
        waiting = [one for one in found if one.to_do]
        return LanguageView(
            code,
            language_name(code, self._reader.language),
            Row(plain(self._t("status.whole")), totals(found)),
            tuple(rows),
            tuple(self._items(code, waiting[:_LISTED])),
            len(waiting[_LISTED:]),
        )

    def _part(self, name: str) -> tuple[int, Said]:
        """Return the part of the site a document belongs to, and its place in the table."""
        kind = name.partition("/")[0]
        if kind in KINDS:
            return 100 + list(KINDS).index(kind), plain(
                self._t("status.records", kind=self._t(f"kind.{kind}"))
            )
        if kind == "vocabulary":
            return 200, plain(self._t("status.lists"))
        if not name.startswith("page:"):
            return 201, plain(self._t("status.interface"))
        page = name.removeprefix("page:")
        if page == "index":
            return 0, plain(self._t("nav.home"))
        if page.startswith("this-site/"):
            return 98, plain(self._t("footer.label"))
        place = self._navigation.place(page) if self._navigation.knows(page) else None
        if place is None or place.section is None:
            return 99, plain(self._t("status.other-pages"))
        order = [entry.words for entry in place.menu].index(place.section)
        return 1 + order, place.section

    def _items(self, code: str, found: Iterable[Standing]) -> Iterator[Item]:
        language = language_name(code, self._reader.language)
        for one in found:
            file, source = one.document.file, one.document.source_file
            creates = one.is_missing and one.document.is_page
            words = {"language": language, "file": file}
            body = f"{self._t('status.claim-body', language=language)}\n\n`{file}`"
            known = bool(self._repository.address)
            yield Item(
                self._title(one.document.name, code),
                file,
                one.is_missing,
                totals([one]),
                (self._repository.create if creates else self._repository.edit)(file) if known else "",
                creates,
                self._repository.show(source) if known and source != file else "",
                self._repository.history(source) if known and not one.is_missing else "",
                self._repository.issue(self._t("status.claim-title", **words), body) if known else "",
            )

    def _title(self, name: str, code: str) -> Linked:
        """Return what a document is called, and the page in the language `code` that shows it."""
        page = name.removeprefix("page:")
        kind, _, id_ = page.partition("/")
        records = self._reader.graph.records.get(kind, {})
        if id_ in records and (name != page or is_about_record(page)):
            return Linked(self._reader.title(records[id_]), address(page, code))
        prose = self._prose(page) if name != page else None
        if prose is not None and prose.top is not None:
            other = prose.language if prose.language != self._reader.language else None
            return Linked(plain(prose.top.title)._replace(language=other), address(page, code))
        if kind == "vocabulary":
            return Linked(plain(self._t("status.lists")), None)
        return Linked(
            plain(self._t("status.interface" if name in ("site", "strings") else "kind.pages")), None
        )
