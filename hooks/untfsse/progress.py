"""Says how far a build is: in place on a terminal, in plain lines in a log."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable

_log = logging.getLogger("mkdocs.untfsse")
_QUIET_SECONDS = 3.0
_LOG_SECONDS = 10.0


class Progress:
    """Counts the pages of each language."""

    def __init__(self, tell: Callable[[str], None] | None = None) -> None:
        """`tell` takes a line for a log; without it, lines go to the log of MkDocs."""
        self._started = self._told = time.monotonic()
        self._done: dict[str, int] = {}
        self._tell = tell or _log.info
        self._terminal = sys.stderr.isatty()

    def page_done(self, language: str, total: int) -> None:
        """Count a page of `language`, of which there are `total`."""
        done = self._done[language] = self._done.get(language, 0) + 1
        now = time.monotonic()
        if now - self._started < _QUIET_SECONDS:
            return
        if self._terminal and (done % 25 == 0 or done == total):
            end = "\n" if done == total else ""
            print(f"\r{language}: {done} of {total} pages", end=end, file=sys.stderr, flush=True)
        elif not self._terminal and (now - self._told > _LOG_SECONDS or done == total):
            self._told = now
            self._tell(f"{language}: {done} of {total} pages")
