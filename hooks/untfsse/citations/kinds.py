"""What each kind of publication is called in the formats of reference managers."""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """The type of a work in each format."""

    bibtex: str
    """Entry type of BibTeX, which biblatex knows too."""

    ris: str
    """Value of `TY` (RIS format specifications, 2011)."""

    csl: str
    """Type of an item (CSL 1.0.2, appendix III)."""


_REPORT = Form("techreport", "RPRT", "report")

FORMS = {
    "position-paper": _REPORT,
    "action-plan": _REPORT,
    "strategy": _REPORT,
    "report": _REPORT,
    "working-paper": _REPORT,
    "book": Form("book", "BOOK", "book"),
    "training-module": _REPORT,
    "guidelines": _REPORT,
    "statement": _REPORT,
    "resolution": Form("techreport", "LEGAL", "report"),
    "recommendation": Form("techreport", "LEGAL", "report"),
    "outcome-document": Form("techreport", "GOVDOC", "report"),
    "room-document": Form("techreport", "CONF", "report"),
}
"""Kind of `data/vocabulary/publication-kinds.yml` → its types.

A resolution is a report to CSL: its legal types follow the law of the United States, and name no author.
"""

_OTHER = Form("misc", "GEN", "document")

CSL_TYPES = frozenset(form.csl for form in (*FORMS.values(), _OTHER))
"""Every type that an item may have."""


def form_of(kind: str) -> Form:
    """Return the types of a kind; those for anything at all where the kind is not in the table."""
    return FORMS.get(kind, _OTHER)
