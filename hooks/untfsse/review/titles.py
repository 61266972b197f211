"""What a record is called in each language, by its file: also of one that is faulty, gone or not public."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from untfsse.locales import LANGUAGES
from untfsse.yaml_source import Unreadable, parse, read


def titles_in(root: Path, path: str) -> dict[str, str]:
    """Return language → title of the record at `path`, the source first; nothing where it says none."""
    try:
        held = parse(read(root, path))
    except Unreadable:
        return {}
    return _titles(held) if isinstance(held, dict) else {}


def title_in(titles: Mapping[str, str], language: str) -> str:
    """Return the title in a language if there is one, else in the first there is; empty if there is none."""
    return titles.get(language) or next(iter(titles.values()), "")


def _titles(held: Mapping[str, Any]) -> dict[str, str]:
    """A work has the titles of its editions, and after them what those are called in other languages."""
    versions = held.get("versions")
    given = [
        {one.get("language"): one.get("title")}
        for one in (versions if isinstance(versions, list) else ())
        if isinstance(one, dict)
    ]
    given += [
        one for name in ("title", "name", "title_translations") if isinstance(one := held.get(name), dict)
    ]
    found: dict[str, str] = {}
    for titles in given:
        for language, title in titles.items():
            if isinstance(language, str) and isinstance(title, str) and title:
                found.setdefault(language, title)
    return {one: found[one] for one in (*(code for code in LANGUAGES if code in found), *found)}
