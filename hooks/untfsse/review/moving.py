"""Which pages were moved: by the redirect at their old address, else by their words."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urljoin, urlsplit

from untfsse.locales import DEFAULT
from untfsse.review.site_pages import Pages, SitePage

_TAG = re.compile("<[^>]*>")
_LIKE = 0.6
"""Share of words in common from which a new page is taken for one that is gone."""


def moved_pages(before: Pages, after: Pages) -> dict[str, str]:
    """Return the old name of each page that moved, and its new one."""
    gone, new = sorted(before.names - after.names), set(after.names - before.names)
    found: dict[str, str] = {}
    for name in gone:
        old = before.get(name, DEFAULT)
        if old is None:
            continue
        target = _target(old, after)
        if target not in new:
            likest = max(sorted(new), key=lambda one: _like(old, after.get(one, DEFAULT)), default="")
            target = likest if _like(old, after.get(likest, DEFAULT)) >= _LIKE else ""
        if target:
            found[name] = target
            new.discard(target)
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
