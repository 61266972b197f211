"""Which pages became heavy: over what they may weigh, or much heavier than they were. Counted, not opened."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from untfsse.review.site_pages import Pages
from untfsse.yaml_source import Unreadable, parse, read

_BUDGETS = "tests/browser/budgets.yml"
_KIB = 1024
_MORE = 1.1, 1 * _KIB
"""A page grew noticeably by a tenth at least, and by a kibibyte."""

_ASSET = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script defer|img)[^>]* (?:href|src)="([^"?#]+)')


@dataclass(frozen=True)
class Heavy:
    """A page that is too heavy, or has grown. Weights are in bytes."""

    path: str
    before: int
    """Of its HTML; 0 for a new page."""

    after: int
    may: int
    """What its HTML may weigh; 0 where nothing is said."""

    travels: int
    """What travels when it is opened first: its HTML, styles, scripts and pictures, compressed."""

    may_travel: int

    @property
    def is_over(self) -> bool:
        """Whether it weighs more than it may."""
        return bool(self.may and self.after > self.may) or bool(
            self.may_travel and self.travels > self.may_travel
        )


def heavy_pages(root: Path, before: Pages, after: Pages) -> list[Heavy]:
    """Return the changed pages that weigh too much or grew, those over their budget first."""
    budgets = _budgets(root)
    weigh = cache(lambda file: _travels(after.folder, file))
    found = list(_heavy(budgets, before, after, weigh))
    return sorted(found, key=lambda one: (not one.is_over, one.before - one.after, one.path))


def _heavy(budgets: dict[str, dict[str, int]], before: Pages, after: Pages, weigh: object) -> Iterator[Heavy]:
    for (name, language), page in after.pages.items():
        old = before.get(name, language)
        if old is not None and old.html_bytes >= page.html_bytes:
            continue
        was = old.html_bytes if old else 0
        kind = name.partition("/")[0].removesuffix("s") if name.count("/") == 1 else ""
        may = budgets.get("html", {}).get(kind, 0)  # pages below that of a record are lists
        if may and '<div class="sse-notice">' in page.article:
            may += budgets.get("html_of_a_notice", {}).get("older parts", 0)
        views = budgets.get("first_view", {})
        travel = views.get("home" if name == "index" else "every other template", 0)
        travels = sum(weigh(one) for one in _needed(after.folder, page.path))  # type: ignore[operator]
        one = Heavy(page.path, was, page.html_bytes, may, travels, travel)
        grew = old is not None and one.after > was * _MORE[0] and one.after - was > _MORE[1]
        if one.is_over or grew:
            yield one


def _needed(folder: Path, path: str) -> set[Path]:
    """Return the files that travel when a page is opened."""
    file = folder / path / "index.html"
    named = _ASSET.findall(file.read_text("utf-8", errors="replace"))
    return {file, *((file.parent / one).resolve() for one in named if "//" not in one)}


def _travels(folder: Path, file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0


def _budgets(root: Path) -> dict[str, dict[str, int]]:
    """Return what pages may weigh, in bytes; nothing where a project does not say."""
    try:
        written = parse(read(root, _BUDGETS))
    except Unreadable:
        return {}
    return {
        kind: {name: round(float(kib) * _KIB) for name, kib in most.items()} for kind, most in written.items()
    }
