"""`untfsse review`: writes what a change does to the site as one file that opens in any browser."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from untfsse.locales import LANGUAGES
from untfsse.review.report import gather
from untfsse.review.wording import LANGUAGES_OF_WORDS
from untfsse.review.writing import write
from untfsse.translations.commits import NoSuchCommit
from untfsse.wording import system_language


def add(commands: Any) -> None:
    """Add the command to the command line."""
    review = commands.add_parser(
        "review", help="write every page that changed, before and after, as one file"
    )
    review.add_argument(
        "--base", default="main", metavar="COMMIT", help="such as main, or HEAD~1 (default: main)"
    )
    review.add_argument("--output", type=Path, default=Path("review.html"), help="default: review.html")
    review.add_argument("--lang", choices=LANGUAGES_OF_WORDS, help="of its own words (default: the system's)")
    review.add_argument("--root", type=Path, default=Path(), help="the project (default: here)")


def run(given: argparse.Namespace) -> int:
    """Write the file; return the exit status: 0 whenever it was written, whatever it says, else 1."""
    started = time.monotonic()
    language = given.lang or system_language(LANGUAGES_OF_WORDS)
    with tempfile.TemporaryDirectory(prefix="untfsse-review-") as folder:
        try:
            report = gather(given.root, given.base, Path(folder), language, _tell)
        except NoSuchCommit:
            print(f"there is no commit {given.base} here", file=sys.stderr)
            return 1
        size = write(report, given.output, language, list(LANGUAGES))
    print(f"{given.output}: {size / 1024:,.0f} KiB, {time.monotonic() - started:.0f} seconds")
    return 0


def _tell(step: str) -> None:
    print(step, file=sys.stderr, flush=True)
