"""A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from typing import Any

from untfsse.feeds.entries import Entry
from untfsse.feeds.source import Source

VERSION = "https://jsonfeed.org/version/1.1"


def feed(source: Source, items: list[dict[str, Any]]) -> str:
    """Return the file; keys stand in the order of the specification."""
    whole = {
        "version": VERSION,
        "title": source.title.plain,
        "home_page_url": source.home,
        "feed_url": source.json,
        "description": source.about.plain,
        "favicon": source.icon,
        "authors": [{"name": source.author, "url": source.author_address}],
        "language": source.language,
        "_rights": {"about": source.reuse, "text": source.rights.plain, "licence": source.licence},
        "items": items,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def item(entry: Entry) -> dict[str, Any]:
    """Return one item; what is not there is left out."""
    whole = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title.plain,
        "content_html": entry.html,
        "summary": entry.summary.plain,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": author} for author in entry.authors],
        "tags": list(dict.fromkeys(one.label for one in entry.categories)),
        "language": entry.language,
    }
    return {key: value for key, value in whole.items() if value}
