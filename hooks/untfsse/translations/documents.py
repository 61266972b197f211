"""What there is to translate: every page, record, list of terms and strings file beside its translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from untfsse.checking import Checked
from untfsse.locales import DEFAULT, Text, Translations
from untfsse.prose import Prose
from untfsse.records.leaves import leaves
from untfsse.store import path_of
from untfsse.strings import strings_file
from untfsse.translations.blocks import split
from untfsse.translations.units import Unit
from untfsse.yaml_source import Positions, parse, read

MOST = 256 * 1024
"""Bytes of the largest file that is read; what is too large has been refused before."""

SHOWN_ON: Mapping[str, str] = {
    "site": "index",
    "vocabulary/glossary": "sse/glossary",
    "vocabulary/sdgs": "sdgs/index",
    "vocabulary/themes": "themes/index",
}
"""Facts of the site, or list → the page that shows them; the words of other lists are shown on many."""


@dataclass(frozen=True)
class Document:
    """A file, or the part of it that is in another language, and what it was translated from."""

    name: str
    """`page:about/index`, `events/<id>`, `vocabulary/themes`, `site` or `strings`."""

    source_file: str
    file: str
    """Where the translation stands; for records it is the file of the source as well."""

    source: tuple[Unit, ...]
    translation: tuple[Unit, ...]
    language: str = DEFAULT
    """The one the source is written in."""

    @property
    def key(self) -> str:
        """What the ledger calls it: the file of the translation."""
        return self.file

    @property
    def is_page(self) -> bool:
        """Whether it is made of blocks that have no names."""
        return self.name.startswith("page:")


def documents(checked: Checked, language: str) -> Iterator[Document]:
    """Yield everything that is written in another language than `language` and is to be translated."""
    source, translated = checked.prose[DEFAULT], checked.prose[language]
    if language != DEFAULT:
        for name in sorted({*source, *translated}):
            yield _page(name, language, source.get(name), translated.get(name))
        words = checked.strings[DEFAULT].items(), checked.strings[language].items()
        files = strings_file(DEFAULT), strings_file(language)
        originals, translations = (tuple(_keys(*one)) for one in zip(files, words, strict=True))
        yield Document("strings", *files, originals, translations)
    for name, file, parts, original in _with_texts(checked):
        if original != language:
            texts = [(path, text) for prefix, part in parts for path, text in _texts(part, prefix)]
            yield _of_texts(name, file, texts, original, language)


def located(root: Path, document: Document) -> Mapping[str, int]:
    """Return name → line of every text of a record or list, or key of a strings file; reads the file again.

    The words of one language have their line as well: `title.fr`.
    """
    positions = Positions()
    held = parse(read(root, document.file, MOST), positions)
    ids = [term["id"] for term in held] if isinstance(held, list) else []
    return {
        dotted((ids[path[0]], *path[1:]) if ids and isinstance(path[0], int) else path): line
        for path, (line, _) in positions.items()
        if path
    }


def blocks_of(file: str, body: str) -> Iterator[Unit]:
    """Yield the blocks of a page as units."""
    for block in split(body):
        yield Unit(file, block.line, f"{block.kind}{block.level or ''}", "", block.text)


def dotted(path: Iterable[str | int]) -> str:
    """Return the name of a text within its file: `areas.0.title`."""
    return ".".join(map(str, path))


def _page(name: str, language: str, source: Prose | None, translated: Prose | None) -> Document:
    return Document(
        f"page:{name}",
        source.file if source else f"docs/{DEFAULT}/{name}.md",
        translated.file if translated else f"docs/{language}/{name}.md",
        tuple(_units(source)),
        tuple(_units(translated)),
    )


def _units(page: Prose | None) -> Iterator[Unit]:
    if page is None:
        return
    if page.top is not None:
        for name in ("title", "description"):
            if words := getattr(page.top, name):
                yield Unit(page.file, 1, f"top-{name}", "", words)
    yield from blocks_of(page.file, page.body)


def _keys(file: str, words: Iterable[tuple[str, str]]) -> Iterator[Unit]:
    yield from (Unit(file, 0, "key", key, text) for key, text in words)


def _with_texts(checked: Checked) -> Iterator[tuple[str, str, list[tuple[tuple[Any, ...], BaseModel]], str]]:
    """Yield name, file, parts with their places in it, and the language it is written in."""
    store = checked.store
    if store.site is not None:
        yield "site", "data/site.yml", [((), store.site)], DEFAULT
    for name, terms in sorted(store.vocabulary.items()):
        parts: list[tuple[tuple[Any, ...], BaseModel]] = [((id_,), term) for id_, term in terms.items()]
        yield f"vocabulary/{name}", f"data/vocabulary/{name}.yml", parts, DEFAULT
    for kind, records in store.records.items():
        for id_, record in records.items():
            yield f"{kind}/{id_}", path_of(kind, id_), [((), record)], record.original_language


def _texts(part: BaseModel, prefix: tuple[Any, ...]) -> Iterator[tuple[str, Text]]:
    for path, marker, value in leaves(part):
        if marker is Text:
            yield dotted((*prefix, *path)), value


def _of_texts(
    name: str, file: str, texts: Iterable[tuple[str, Text]], original: str, language: str
) -> Document:
    """The texts that exist in the language a record is written in, and those of them that are translated.

    What a title means is not said in a language in which the work itself exists: not to be translated.
    """
    pairs = [
        (path, text)
        for path, text in texts
        if original in text and (language in text or not isinstance(text, Translations))
    ]
    return Document(
        name,
        file,
        file,
        tuple(Unit(file, 0, "field", path, text[original]) for path, text in pairs),
        tuple(Unit(file, 0, "field", path, text[language]) for path, text in pairs if language in text),
        original,
    )
