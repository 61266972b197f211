"""The commits since the account was last kept, one after the other.

What was translated belongs to the source of its own commit: if the account were kept of the last one alone,
a source that changed in between would pass for the one that was translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from untfsse.checking import check_all
from untfsse.languages import use
from untfsse.problems import ProblemsFound
from untfsse.translations import history
from untfsse.translations.ledger import Ledger
from untfsse.translations.standing import record, standings


def replay(root: Path, books: Mapping[str, Ledger]) -> None:
    """Keep account in `books` of each commit that nobody has kept account of yet.

    Those with mistakes in their files are passed over: what they translated counts for the next. Nothing
    is done where the ledgers have been changed and not committed: they may know more than the commits.
    """
    for commit in history.unaccounted(root):
        with TemporaryDirectory() as folder:
            history.unpack(root, commit, Path(folder))
            try:
                checked = check_all(Path(folder), markup=False)
            except ProblemsFound:
                continue
            finally:
                use(root)  # the commit may have had other languages
            for language, book in books.items():
                if language in checked.strings:
                    record(book, standings(checked, book))
