"""Same headings, on the same levels."""

from __future__ import annotations

from collections.abc import Iterator

from untfsse.translations.checks.plain import shown
from untfsse.translations.checks.side_by_side import Finding, SideBySide
from untfsse.translations.units import Unit


def look(document: SideBySide) -> Iterator[Finding]:
    """Yield each heading that is missing, superfluous or on another level."""
    for source, translation in document.pairs:
        right, given = _level(source), _level(translation)
        if given and right and given != right:
            values = {"given": "#" * given, "right": "#" * right, "source": document.where(source)}
            yield Finding(translation, "translation-heading-level", values)
    for source, before in document.lost:
        if _level(source):
            values = {"given": shown(source.text), "source": document.where(source)}
            yield Finding(before, "translation-heading-missing", values)
    for unit in document.added:
        if _level(unit):
            yield Finding(unit, "translation-heading-added", {"given": shown(unit.text)})


def _level(unit: Unit) -> int:
    """Return 1 to 6 for a heading, 0 for everything else."""
    return int(unit.kind[-1]) if unit.kind.startswith("heading") else 0
