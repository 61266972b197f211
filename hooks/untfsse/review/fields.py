"""What changed in files of data and words, field by field: for the summary, and where no page shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import html  # type: ignore[import-untyped]

from untfsse.locales import LANGUAGES
from untfsse.records import KINDS
from untfsse.review import word_merging
from untfsse.review.titles import titles_in
from untfsse.review.trees import written
from untfsse.yaml_source import Unreadable, parse, read

_MOST_BYTES = 256 * 1024


@dataclass(frozen=True)
class Field:
    """One field, or one key of interface words."""

    name: str
    """Dotted, without the language: `summary`, `place.city`."""

    texts: dict[str, str]
    """Language, or an empty text for a field without one → both versions as HTML; only what changed."""


@dataclass(frozen=True)
class File:
    """A file of data or words that changed."""

    path: str
    how: str
    """`changed`, `added` or `removed`."""

    fields: tuple[Field, ...]
    """What changed in it; nothing where it was added or removed, or cannot be read."""

    titles: dict[str, str] = field(default_factory=dict)
    """Of a record: language → title; of one that is gone what it had."""

    @property
    def is_record(self) -> bool:
        """Whether it is a record, which has a page of its own."""
        return is_record(self.path)

    @property
    def names(self) -> list[str]:
        """The fields that changed, each once."""
        return list(dict.fromkeys(one.name.split(".")[0] for one in self.fields))

    @property
    def has_values(self) -> bool:
        """Whether something changed that is said once for all languages."""
        return any("" in one.texts for one in self.fields)

    @property
    def languages(self) -> list[str]:
        """The languages in which a text changed."""
        there = {language for one in self.fields for language in one.texts}
        return [one for one in LANGUAGES if one in there]


def is_record(path: str) -> bool:
    """Whether a file holds a record."""
    return path.startswith("data/") and path.split("/")[1] in KINDS


def changed_files(before: Path, after: Path, files: Mapping[str, str]) -> list[File]:
    """Return the YAML files of data and words among `files` with what changed in them."""
    found = []
    for path in sorted(files):
        if path.endswith(".yml") and path.startswith(("data/", "docs/")):
            how = files[path]
            fields = _fields(path, _held(before, path), _held(after, path)) if how == "changed" else ()
            titles = (titles_in(after, path) or titles_in(before, path)) if is_record(path) else {}
            found.append(File(path, how, tuple(fields), titles))
    return found


def _held(root: Path, path: str) -> dict[tuple[str, ...], str]:
    """Return name → text of everything a file says; nothing where it cannot be read."""
    try:
        return dict(_flat(parse(read(root, path, _MOST_BYTES)), ()))
    except Unreadable:
        return {}


def _flat(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(inner, (*path, str(name)))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            named = inner.get("id") if isinstance(inner, dict) else None
            yield from _flat(inner, (*path, str(named or at + 1)))
    else:
        yield path, "" if value is None else str(value)


def _fields(path: str, old: dict[tuple[str, ...], str], new: dict[tuple[str, ...], str]) -> Iterator[Field]:
    found: dict[str, dict[str, str]] = {}
    if not old or not new:
        return
    own = path.split("/")[1] if path.startswith("docs/") else ""
    for place in dict.fromkeys((*new, *old)):
        before, after = old.get(place, ""), new.get(place, "")
        if before != after:
            language = own or (place[-1] if place[-1] in LANGUAGES else "")
            name = place[:-1] if language and not own else place
            found.setdefault(".".join(name), {})[language] = _both(before, after)
    yield from (Field(name, texts) for name, texts in found.items())


def _both(before: str, after: str) -> str:
    sides = [html.Element("span") for _ in range(2)]
    sides[0].text, sides[1].text = before, after
    return written(word_merging.merged(*sides))
