"""What a ledger knows of a file under the name it had before."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from untfsse.translations.documents import Document
from untfsse.translations.ledger import Entry, Ledger

Known = Mapping[str, Sequence[Entry]]
"""Fingerprint of a translation → what the ledger knows of it."""


class Former:
    """The files of a ledger that are no longer there."""

    def __init__(self, ledger: Ledger, there: Container[str]) -> None:
        """`there` are the files of today, as the ledger calls them."""
        self._gone = {file: ledger.of(file) for file in ledger.entries if file not in there}

    def known(self, document: Document, own: Known) -> Known:
        """Return what is known of the units of a document; `own` is what is known under its present name.

        What is not known there may be known of a file that is gone, if half of its words at least were there:
        as much as git asks of a file that got another name.
        """
        words = {unit.fingerprint for unit in document.translation}
        unknown = words - own.keys()
        if not self._gone or not unknown:
            return own
        shared = {
            file: len(words & known.keys())
            for file, known in self._gone.items()
            if file.endswith(".md") == document.is_page
        }
        before = max(shared, key=lambda file: shared[file], default="")
        if not before or 2 * shared[before] < len(words):
            return own
        known = self._gone[before]
        return {**own, **{one: known[one] for one in unknown if one in known}}
