"""The commits since the account was last kept, one after the other.

What was translated belongs to the source of its own commit: if the account were kept of the last one alone,
a source that changed in between would pass for the one that was translated. For the same reason a branch is
looked at as it was before it was merged: the main line may have changed the source meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from untfsse.checking import check_all
from untfsse.languages import use
from untfsse.problems import ProblemsFound
from untfsse.translations import commits
from untfsse.translations.ledger import Ledger
from untfsse.translations.standing import add_new, standings


def replay(root: Path, books: Mapping[str, Ledger]) -> None:
    """Add to `books` what each commit translated that nobody has kept account of yet; forget nothing.

    Commits with mistakes in their files, or without any, are passed over: what they translated counts for
    the next.
    """
    for commit in commits.unaccounted(root):
        with TemporaryDirectory() as folder:
            try:
                commits.unpack(root, commit, Path(folder))
                checked = check_all(Path(folder), markup=False)
            except (commits.NoSuchCommit, ProblemsFound):
                continue
            finally:
                use(root)  # the commit may have had other languages
            for language, book in books.items():
                if language in checked.strings:
                    add_new(book, standings(checked, book))
