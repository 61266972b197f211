"""How tests are shared out to the processes of a test run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]

_ROOT = Path(__file__).resolve().parent.parent


class WorkUnits(LoadFileScheduling):  # type: ignore[misc]
    """Keeps the tests of a file together, but those in a browser by what stands in their brackets.

    Pages take long in a browser, and each test opens its own; so these files are taken apart, and
    only tests that look at the same thing stay in one process and may remember what they saw. All that
    look at the built sites of `shared_sites` stay in one process: reading a site takes longer than they do.
    """

    def _split_scope(self, nodeid: str) -> str:
        file, _, name = nodeid.partition("::")
        _, bracket, given = name.partition("[")
        if "/browser/" in file:
            return f"{file}[{given}" if bracket else file
        return "the built sites" if _reads_built_sites(file) else file


@cache
def _reads_built_sites(file: str) -> bool:
    return "shared_sites" in (_ROOT / file).read_text("utf-8")
