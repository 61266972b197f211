"""Which pages were moved: by the redirect at their old address, else by their words."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urljoin, urlsplit

from untfsse.locales import DEFAULT
from untfsse.review.site_pages import Pages, SitePage

_TAG = re.compile("<[^>]*>")
_LIKE = 0.7
"""Share of words in common from which a new page is taken for one that is gone."""


def moved_pages(before: Pages, after: Pages) -> dict[str, str]:
    """Return the old name of each page that moved, and its new one."""
    gone, new = sorted(before.names - after.names), set(after.names - before.names)
    sources = {name: old for name in gone if (old := before.get(name, DEFAULT))}
    found = {name: target for name, old in sources.items() if (target := _target(old, after)) in new}
    new -= set(found.values())
    for name, old in sources.items():
        likest = max(sorted(new), key=lambda one: _like(old, after.get(one, DEFAULT)), default="")
        if name not in found and _like(old, after.get(likest, DEFAULT)) >= _LIKE:
            found[name] = likest
            new.discard(likest)
    return found


def _target(old: SitePage, after: Pages) -> str:
    """Return the name of the page to which the old address leads now."""
    leads = after.moved.get(old.path)
    if leads is None:
        return ""
    return urlsplit(urljoin(f"https://site.invalid/{old.path}", leads)).path.strip("/")


def _like(old: SitePage, new: SitePage | None) -> float:
    if new is None or _kind(old) != _kind(new):
        return 0.0
    one, other = (Counter(_TAG.sub(" ", page.article).split()) for page in (old, new))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _kind(page: SitePage) -> str:
    """Return the folder of a record, or that of all pages that people write."""
    folders = page.source.split("/")
    return folders[1] if folders[0] == "data" and len(folders) > 1 else folders[0]
