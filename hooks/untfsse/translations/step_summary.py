"""The report of `untfsse translations check` on the page of a run of the workflow, in Markdown."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from untfsse.names import language_name
from untfsse.translations.report import totals
from untfsse.translations.standing import Standing

VARIABLE = "GITHUB_STEP_SUMMARY"
"""Holds the path of the file that GitHub shows; what is there stays."""

_MOST = 200
"""Findings that are written; GitHub shows one mebibyte at most."""

_COLUMNS = {
    "right": "Up to date",
    "units": "of",
    "stale": "Stale",
    "missing": "Missing",
    "orphaned": "Without a source",
    "words_to_do": "Words to do",
}


def write(found: Mapping[str, list[Standing]], made: str, findings: Sequence[str]) -> None:
    """Add the report to the file, if there is one; `made` says what a change leaves to translators."""
    if file := os.environ.get(VARIABLE):
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write("\n".join(_lines(found, made, findings)) + "\n")


def _lines(found: Mapping[str, list[Standing]], made: str, findings: Sequence[str]) -> Iterator[str]:
    yield from ("## Translations", "")
    if made:
        yield from (f"This change {made}.", "")
    yield f"| Language | {' | '.join(_COLUMNS.values())} |"
    yield f"|---|{'---:|' * len(_COLUMNS)}"
    for language, some in found.items():
        numbers = totals(some)
        yield f"| {language_name(language, 'en')} | {' | '.join(str(numbers[one]) for one in _COLUMNS)} |"
    yield ""
    if not findings:
        yield "Every translation fits its source."
        return
    yield from (f"What does not fit its source ({len(findings)}):", "", "~~~~text", *findings[:_MOST])
    if more := len(findings[_MOST:]):
        yield f"… and {more} more"
    yield "~~~~"
