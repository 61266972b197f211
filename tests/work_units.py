"""How tests are shared out to the processes of a test run."""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]


class WorkUnits(LoadFileScheduling):  # type: ignore[misc]
    """Keeps the tests of a file together, but those in a browser by what stands in their brackets.

    Pages take long in a browser, and each test opens its own; so these files are taken apart, and
    only tests that look at the same thing stay in one process and may remember what they saw.
    """

    def _split_scope(self, nodeid: str) -> str:
        file, _, name = nodeid.partition("::")
        _, bracket, given = name.partition("[")
        return f"{file}[{given}" if "/browser/" in file and bracket else file
