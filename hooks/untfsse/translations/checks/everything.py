"""Runs all checks over all documents, and says in which file and line each finding stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from untfsse.checking import Checked
from untfsse.locales import LANGUAGES
from untfsse.problems import Problem
from untfsse.spots import index_of, place_in
from untfsse.translations.checks import (
    calls,
    english,
    headings,
    lengths,
    links,
    numbers,
    placeholders,
    terms,
    typography,
)
from untfsse.translations.checks.side_by_side import Finding, SideBySide, side_by_side
from untfsse.translations.documents import MOST, Document, located
from untfsse.translations.ledger import Ledger
from untfsse.translations.standing import Standing
from untfsse.translations.units import Unit
from untfsse.vocabulary import Terms
from untfsse.yaml_source import read

_EXCUSES = {
    "heading": "headings",
    "call": "calls",
    "link": "links",
    "number": "numbers",
    "placeholder": "placeholders",
    "term": "terms",
    "left": "language",
    "short": "length",
    "long": "length",
}
"""Beginning of a message → what `translation_differs` calls the check it comes from."""

_AROUND = 80
"""Letters that may stand around the words of a unit: name, indentation, quotation marks."""

Check = Callable[[SideBySide], Iterator[Finding]]


def check_translations(
    root: Path, checked: Checked, ledgers: Mapping[str, Ledger], found: Mapping[str, Sequence[Standing]]
) -> Iterator[Problem]:
    """Yield what is doubtful in the translations into each language, by the documents as they stand."""
    for language, ledger in ledgers.items():
        documents = [
            (one, side_by_side(one, ledger, _meant(one.document, language, checked)))
            for one in found[language]
        ]
        glossary = checked.store.vocabulary.get("glossary", {})
        checks = checks_for(glossary, (beside for _, beside in documents))
        for one, beside in documents:
            findings = [
                finding
                for name, check in checks.items()
                if name not in beside.differs
                for finding in check(beside)
                if name not in _meant_by_term(one.document, finding.unit, checked)
            ]
            yield from _told(root, one, language, findings)


def checks_for(glossary: Terms, documents: Iterable[SideBySide]) -> Mapping[str, Check]:
    """Return every check by the name that `translation_differs` knows it by."""
    avoid = {
        one: [form for term in glossary.values() for form in term.avoid.in_language(one)] for one in LANGUAGES
    }
    return {
        "headings": headings.look,
        "calls": calls.look,
        "links": links.look,
        "numbers": numbers.look,
        "placeholders": placeholders.look,
        "terms": partial(terms.look, terms=terms.in_order(glossary)),
        "typography": partial(typography.look, avoid=avoid),
        "language": partial(english.look, used=english.usage(documents)),
        "length": lengths.look,
    }


def excuse(problem: Problem) -> str:
    """Return the word of `translation_differs` that excuses a file from a problem; empty if none does.

    The words of the interface (`strings.yml`) have no place for it.
    """
    name = _EXCUSES.get(problem.key.removeprefix("translation-").split("-")[0], "")
    has_place = problem.file.endswith(".md") or problem.file.startswith("data/")
    return name if has_place and problem.key.startswith("translation-") else ""


def _told(root: Path, one: Standing, language: str, findings: Sequence[Finding]) -> Iterator[Problem]:
    places = located(root, one.document) if findings and not one.document.is_page else {}
    written_in: dict[str, str] = {}
    for unit, key, values in findings:
        written = f"{unit.name}.{language}"
        line = unit.line or places.get(written) or places.get(unit.name, 0)
        name = written if unit.kind == "field" else unit.name or unit.kind.removeprefix("top-")
        field = name if unit.kind in ("field", "key") or unit.kind.startswith("top-") else ""
        if unit.file not in written_in:
            written_in[unit.file] = read(root, unit.file, MOST)
        place = _place(written_in[unit.file], line, unit, str(values.get("given", "")))
        yield Problem(unit.file, *place, field, key, values)


def _place(source: str, line: int, unit: Unit, given: str) -> tuple[int, int]:
    """Return where `given` stands in a unit that begins in a line of its file; else where the unit begins."""
    if not line:
        return 0, 1
    start = index_of(source, (line, 1))
    if unit.kind.startswith("top-"):
        start = max(source.find(f"\n{unit.kind.removeprefix('top-')}:", 0), 0) + 1
    at = source.find(given, start, start + len(unit.text) + _AROUND) if given else -1
    if at < 0:
        at = start + len(source[start:]) - len(source[start:].lstrip())
    return place_in(source, at)


def _meant(document: Document, language: str, checked: Checked) -> Iterator[str]:
    """Yield the checks from which a record, the top of a page or that of its source excuses it."""
    kind, _, id_ = document.name.partition("/")
    facts = checked.store.site if kind == "site" else checked.store.records.get(kind, {}).get(id_)
    if facts is not None:
        yield from facts.translation_differs
    for one in (document.language, language) if document.is_page else ():
        page = checked.prose[one].get(document.name.removeprefix("page:"))
        if page is not None and page.top is not None:
            yield from page.top.translation_differs


def _meant_by_term(document: Document, unit: Unit, checked: Checked) -> tuple[str, ...]:
    """Return the checks from which a term of a list excuses its own texts."""
    terms = checked.store.vocabulary.get(document.name.removeprefix("vocabulary/"), {})
    term = terms.get(unit.name.partition(".")[0])
    return term.translation_differs if term else ()
