"""The search of the site: an index for each language, made by Pagefind once all pages are there."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from markupsafe import escape
from pagefind.service import get_executable

from untfsse.links import address
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.search_files import settle
from untfsse.search_pages import Entries, Entry
from untfsse.search_text import Searched, text_of
from untfsse.search_words import IGNORED, Synonyms, apart, folded, indexed, telling, words_of
from untfsse.site import Site

FOLDER = "pagefind"
"""Where the index stands in the site; `search.js` loads it from there."""

_HUB_WEIGHT = "0.3"

_LENGTHS = (3, 5, 8)
"""Numbers of words from which a title counts as longer; a word of a short title says more."""


class SearchFailed(Exception):
    """Pagefind could not make the index; says why."""


def write(folder: Path, site: Site, names: Mapping[str, Iterable[str]]) -> None:
    """Write the index of the site in `folder`, if the site has a page to search from.

    `names` are the pages of each language.
    """
    if not site.search(DEFAULT):
        return
    known: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as made:
        for language, some in names.items():
            entries = Entries(site, language)
            for name in some:
                entry = entries.entry(name)
                if entry:
                    document = _document(folder, site, language, entry, entries.synonyms)
                    _file(Path(made), address(name, language)).write_text(document, "utf-8")
            known[language] = _known(site, language, entries.synonyms)
        _run(Path(made), folder / FOLDER)
    settle(folder / FOLDER)
    for language, words in known.items():
        (folder / FOLDER / f"words.{language}.json").write_text(words + "\n", "utf-8")


def _file(folder: Path, path: str) -> Path:
    """Return the file of a page in one flat folder; `search.js` makes its name an address again."""
    return folder / f"~{path.replace('/', '~')}.html"


def _document(folder: Path, site: Site, language: str, entry: Entry, other: Synonyms) -> str:
    """Return a page as Pagefind reads it."""
    page = (folder / address(entry.name, language) / "index.html").read_text("utf-8")
    title = entry.title.plain
    text = text_of(page) or Searched(f"<p>{escape(title)}</p>", title)
    return site.tongue(language).fragments.render(
        "search/document",
        metas=list(_metas(entry, text.words, language, other)),
        filters=entry.filters,
        day=entry.day or "0",
        weight=_HUB_WEIGHT if entry.rank == "hub" else "1",
        text=indexed(text.html),
    )


def _metas(entry: Entry, text: str, language: str, other: Synonyms) -> Iterator[tuple[str, str]]:
    """Yield what the card of a result shows, then what is searched beside the text.

    `search.js` weighs each by its name; what is only shown weighs nothing.
    """
    title = entry.title.plain
    words = telling(title, language)
    name, alike = apart(telling(" ".join((title, entry.place, *other.missing(title))), language))
    known, more = apart([*name, *telling(" ".join((*entry.titles, entry.meaning)), *LANGUAGES)])
    metas = {
        "title": indexed(title),
        "short": entry.short,
        "kind": indexed(entry.label),
        "when": entry.when,
        "mark": entry.mark,
        "lang": entry.title.language or "",
        "meaning": indexed(entry.meaning),
        entry.rank or f"name{bisect(_LENGTHS, len(words))}": " ".join(name),
        "alike": " ".join(alike),
        "also": " ".join(apart(words_of(" ".join(entry.also)).split())[0]),
        "asked": " ".join(apart(words_of(" ".join(entry.asked)).split())[0]),
        "sort": " ".join(apart(telling(f"{entry.label} {entry.when}", language))[0]),
        "titles": " ".join(known[len(name) :]),
        "same": " ".join([*more, *other.missing(f"{title} {text}")]),
    }
    yield from ((key, value) for key, value in metas.items() if value)


def _known(site: Site, language: str, other: Synonyms) -> str:
    """Return what `search.js` needs to know of a language: its dialog, synonyms and words to pass over."""
    known = {
        "dialog": site.tongue(language).fragments.render("search/dialog"),
        "rules": other.rules,
        "ignored": sorted(IGNORED[language]),
        "own": folded(site.acronym),
    }
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def _run(documents: Path, index: Path) -> None:
    """Let Pagefind read `documents` and write `index`.

    Its Python interface answers at most ten times a second; one call for all pages is quicker.
    """
    program = get_executable()
    if program is None:
        raise SearchFailed("Pagefind is not installed; run make again.")
    done = subprocess.run(
        [program, "--site", documents, "--output-path", index, "--quiet"],
        cwd=documents,
        env={"PATH": os.environ.get("PATH", "")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SearchFailed(f"Pagefind could not make the search index: {done.stdout.strip()}")
