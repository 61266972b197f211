"""Where a page may stand, and what the two `---` lines at its top must hold."""

from __future__ import annotations

from collections.abc import Iterator

from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.problems import Problem, nearest
from untfsse.prose import Prose, is_about_record, is_story
from untfsse.records import KINDS

RESERVED = ("data", "calendars", "feeds", "citations", "embed")
"""Folders that hold the site in other formats."""

_SITE = ("assets", *RESERVED)
MADE = ("themes", "sdgs", "countries", "years")
"""Folders whose pages are made from the records, all but their `index`."""


def check_places(pages: dict[str, dict[str, Prose]], ids: dict[str, set[str]]) -> Iterator[Problem]:
    """Yield what is wrong with the place or the top of a page; `ids` are those of the records."""
    if "index" not in pages[DEFAULT]:
        yield Problem(f"docs/{DEFAULT}/index.md", 0, 1, "", "file-missing", {})
    for by_name in pages.values():
        for page in by_name.values():
            kind, _, rest = page.name.partition("/")
            about_record = is_about_record(page.name)
            if about_record and rest not in ids[kind]:
                values = {"given": rest, "kind": kind, "near": nearest(rest, ids[kind])}
                yield Problem(page.file, 0, 1, "", "page-record-missing", values)
            elif not about_record:
                yield from _check_address(page, pages)
            if is_story(page.name) and page.top and page.top.date is None:
                yield Problem(page.file, 1, 1, "date", "missing-field", {"given": "date"})


def _check_address(page: Prose, pages: dict[str, dict[str, Prose]]) -> Iterator[Problem]:
    """A page has an address of its own, and an original that it translates."""
    first, _, rest = page.name.partition("/")
    if page.name != "index" and (
        first in _SITE or first in LANGUAGES or (first in MADE and rest not in ("", "index"))
    ):
        yield Problem(page.file, 0, 1, "", "page-address-reserved", {"given": first})
    elif page.name in (*KINDS, *MADE) or f"{page.name}/index" in pages[page.language]:
        other = f"docs/{page.language}/{page.name}/index.md"
        yield Problem(page.file, 0, 1, "", "page-address-taken", {"other": other})
    elif page.name not in pages[DEFAULT]:
        values = {"source": f"docs/{DEFAULT}/{page.name}.md"}
        yield Problem(page.file, 0, 1, "", "page-source-missing", values)
