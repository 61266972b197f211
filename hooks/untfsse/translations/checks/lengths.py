"""A translation is neither much shorter than its source nor much longer."""

from __future__ import annotations

from collections.abc import Iterator

from untfsse.translations.checks.plain import plain
from untfsse.translations.checks.side_by_side import Finding, SideBySide

_LEAST = 40
"""Letters of a source whose translation can be called too short: `terms of reference` is `mandat`."""


def look(document: SideBySide) -> Iterator[Finding]:
    """Yield what is less than half as long, or more than twice and 40 letters more."""
    for source, translation in document.pairs:
        if source.kind in ("call", "code"):
            continue
        here, there = len(plain(translation.text).strip()), len(plain(source.text).strip())
        values = {"length": here, "right": there, "source": document.where(source)}
        if there >= _LEAST and 2 * here < there:
            yield Finding(translation, "translation-short", values)
        elif here > 2 * there + _LEAST:
            yield Finding(translation, "translation-long", values)
