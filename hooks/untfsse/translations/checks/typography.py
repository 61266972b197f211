"""The typography of the language: the rules that `untfsse check` keeps too, for every text there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from untfsse.language_rules import faults
from untfsse.translations.checks.plain import plain
from untfsse.translations.checks.side_by_side import Finding, SideBySide


def look(document: SideBySide, avoid: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Yield each breach. `avoid` are the forms of terms that must not be used, by language."""
    for _, unit in document.pairs:
        if unit.kind not in ("call", "code"):
            for fault in faults(document.language, plain(unit.text), avoid):
                yield Finding(unit, fault.key, fault.values)
