"""Writes every feed in both formats: `feeds/<name>.atom` and `.json`, in the folder of each language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup

from untfsse.feeds import json_feed
from untfsse.feeds.catalogue import Feed, Item
from untfsse.feeds.entries import Entries, rfc3339
from untfsse.feeds.source import Source, source_of
from untfsse.fragments import Fragments
from untfsse.locales import LANGUAGES
from untfsse.site import Site
from untfsse.writing import put


def write(folder: Path, site: Site) -> None:
    """Write the feeds of all languages into `folder`."""
    for language in LANGUAGES:
        _Writer(folder, site, language).write()


class _Writer:
    """The feeds of one language; an entry that several of them hold is made once."""

    def __init__(self, folder: Path, site: Site, language: str) -> None:
        self._folder = folder
        self._site = site
        self._language = language
        self._fragments: Fragments = site.tongue(language).fragments
        self._entries = Entries(site, language)
        self._made: dict[Item, tuple[Markup, dict[str, Any]]] = {}

    def write(self) -> None:
        for feed in self._site.tongue(self._language).feeds:
            source = source_of(self._site, feed, self._language)
            made = [self._both(item) for item in feed.items]
            self._write(feed, "atom", self._atom(feed, source, [atom for atom, _ in made]))
            self._write(feed, "json", json_feed.feed(source, [json for _, json in made]))

    def _both(self, item: Item) -> tuple[Markup, dict[str, Any]]:
        if item not in self._made:
            entry = self._entries.entry(item)
            atom = self._fragments.render("feeds/entry", entry=entry)
            self._made[item] = atom, json_feed.item(entry)
        return self._made[item]

    def _atom(self, feed: Feed, source: Source, entries: list[Markup]) -> str:
        updated = rfc3339(feed.items[0].moment)
        return self._fragments.render("feeds/atom", feed=source, updated=updated, entries=entries) + "\n"

    def _write(self, feed: Feed, ending: str, text: str) -> None:
        put(self._folder / feed.path(self._language, ending), text.encode())
