"""Same numbers and dates, written as the language writes them."""

from __future__ import annotations

from collections.abc import Iterator

from untfsse.translations.checks.number_reading import Numbers, Said, read_numbers, written_in
from untfsse.translations.checks.plain import plain
from untfsse.translations.checks.side_by_side import Finding, SideBySide


def look(document: SideBySide) -> Iterator[Finding]:
    """Yield each number, and each month of a date, that one side lacks.

    A number in figures may be one in words on the other side, and may stand there once or more often.
    """
    for source, translation in document.pairs:
        if source.kind in ("call", "code"):
            continue
        there = read_numbers(plain(source.text), document.original)
        here = read_numbers(plain(translation.text), document.language)
        missing, added = list(_lacking(there, here)), list(_lacking(here, there))
        where = document.where(source)
        if len(missing) == len(added) == 1:
            right = written_in(document.language, missing[0])
            values = {"given": added[0].written, "right": right, "other": missing[0].written, "source": where}
            yield Finding(translation, "translation-number", values)
            continue
        for one in missing:
            values = {"given": one.written, "right": written_in(document.language, one), "source": where}
            yield Finding(translation, "translation-number-missing", values)
        for one in added:
            yield Finding(translation, "translation-number-added", {"given": one.written, "source": where})


def _lacking(said: Numbers, other: Numbers) -> Iterator[Said]:
    """Yield what one text says in figures, and the other does not say at all; each once."""
    lacking = {
        one.readings: one
        for one in said.said
        if not any(reading <= other.understood for reading in one.readings)
    }
    yield from lacking.values()
