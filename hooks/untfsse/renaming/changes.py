"""Everything that changes when a record gets another name, tried on a copy before anything is written."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from untfsse.checking import Checked, check_all
from untfsse.languages import use
from untfsse.locales import LANGUAGES, TRANSLATED
from untfsse.prose import Prose
from untfsse.records import KINDS, Plan
from untfsse.redirects import FILE as REDIRECTS
from untfsse.renaming import account, markdown_text
from untfsse.renaming.move import Move
from untfsse.renaming.old_addresses import with_redirects
from untfsse.renaming.yaml_text import with_pages, with_references
from untfsse.search_terms import FILE as SEARCH
from untfsse.store import path_of
from untfsse.terminal.files import write
from untfsse.translations import ledger

_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"}
_GUIDES = ("CONTRIBUTING.md", "data/README.md")
_SEARCHES = "tests/search.yml"
"""Which page readers must find first, by its address."""


def changes(root: Path, checked: Checked, move: Move) -> dict[str, bytes | None]:
    """Return path → what it holds from now on. Raise ProblemsFound if the check would then find mistakes."""
    files = moved_files(root, checked, move)
    found: dict[str, bytes | None] = {old: None for old, new in files.items() if old != new}
    for file, text in _texts(root, checked, move, files):
        path, content = files.get(file, file), text.encode()
        if path != file or not (root / file).exists() or content != (root / file).read_bytes():
            found[path] = content
    for old, new in files.items():
        if new not in found:
            found[new] = (root / old).read_bytes()
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("data", "docs"):
            shutil.copytree(root / name, copy / name, copy_function=_link)
        write(copy, found)
        try:
            after = check_all(copy, markup=True)
            for language in TRANSLATED:
                book = ledger.place(root, language)
                if book.exists():
                    place = ledger.place(copy, language)
                    place.unlink()
                    ledger.save(copy, account.moved(ledger.load(root, language), checked, after, move))
                    if place.read_bytes() != book.read_bytes():
                        found[book.relative_to(root).as_posix()] = place.read_bytes()
        finally:
            use(root)
    return found


def moved_files(root: Path, checked: Checked, move: Move) -> dict[str, str]:
    """Return old → new path of what bears the name: the record, its pages, its pictures.

    Downloads keep theirs: their address is public, and nothing could lead on from it.
    """
    files: dict[str, str] = {}
    if move.kind in KINDS:
        files[path_of(move.kind, move.old)] = path_of(move.kind, move.new)
    for language in LANGUAGES:
        if move.page in checked.prose[language]:
            files[f"docs/{language}/{move.page}.md"] = f"docs/{language}/{move.new_page}.md"
    for file in (root / "docs" / "assets" / move.kind).glob(f"{move.old}.*"):
        if file.suffix.lower() in _PICTURES:
            path = file.relative_to(root).as_posix()
            files[path] = f"docs/assets/{move.kind}/{move.new}{file.suffix}"
    return files


def _texts(root: Path, checked: Checked, move: Move, files: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each text file that may name the record, and its text from now on."""
    store = checked.store
    for kind, records in store.records.items():
        for id_, record in records.items():
            file = path_of(kind, id_)
            yield file, with_references(_read(root, file), record, move)
    if store.site is not None:
        yield "data/site.yml", with_references(_read(root, "data/site.yml"), store.site, move)
    if (root / SEARCH).exists():
        yield SEARCH, with_pages(_read(root, SEARCH), "page", move)
    old = _read(root, REDIRECTS) if (root / REDIRECTS).exists() else ""
    yield REDIRECTS, with_redirects(old, checked.redirects, move, _pages(checked, move))
    pictures = {one.removeprefix("docs/"): other.removeprefix("docs/") for one, other in files.items()}
    for page in _written(checked):
        yield page.file, markdown_text.renamed(_read(root, page.file), page, move, pictures)
    for guide in _GUIDES:
        if (root / guide).exists():
            yield guide, _read(root, guide).replace(f"{move.page}.yml", f"{move.new_page}.yml")
    if (root / _SEARCHES).exists():
        address = re.compile(rf"(?<![\w/-]){re.escape(move.page)}/")
        yield _SEARCHES, address.sub(f"{move.new_page}/", _read(root, _SEARCHES))


def _written(checked: Checked) -> Iterator[Prose]:
    for pages in checked.prose.values():
        yield from pages.values()


def _pages(checked: Checked, move: Move) -> list[str]:
    """The pages whose addresses change: of a record, and of the areas of a plan."""
    record = checked.store.records[move.kind][move.old] if move.kind in KINDS else None
    areas = record.areas if isinstance(record, Plan) else ()
    return [move.page, *(f"{move.page}/{area.id}" for area in areas)]


def _read(root: Path, file: str) -> str:
    return (root / file).read_bytes().decode("utf-8").removeprefix("\ufeff")


def _link(source: str, target: str) -> None:
    """Copy a file without its bytes, which nothing changes in place."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copyfile(source, target, follow_symlinks=False)
