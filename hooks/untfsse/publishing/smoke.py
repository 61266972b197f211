"""Looks whether a published site works: `make smoke URL=https://unsse.org/`.

First it waits until `build.json` is the one that is expected: that of a file (`--build`), or of a commit
(`--commit`); with neither, it takes what is there. Then it asks for pages in every language and for what they
need. Each fault is one line; the exit status is 1 if there is any.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from untfsse.publishing.fetching import Answer, fetch
from untfsse.publishing.published import Published
from untfsse.publishing.smoke_beside import look_beside_pages
from untfsse.publishing.smoke_pages import look_at_pages

Record = Mapping[str, Any]

_PAUSE = 10
"""Seconds between two looks at `build.json`."""

_MINUTES = 15
"""How long is waited for it: a host may show what it had for ten minutes."""


def smoke(
    address: str, wanted: Record, old: str | None = None, seconds: float = 0, pause: float = _PAUSE
) -> list[str]:
    """Return every fault of the site at `address`, which ends with `/`; none if it is as it should be.

    `wanted` are the values that `build.json` must have; `old` is the path of a page that was moved, unless it
    is the one that `build.json` names.
    """
    found, fault = awaited(lambda: fetch(f"{address}build.json?{time.time_ns()}"), wanted, seconds, pause)
    if fault:
        return [f"{address}build.json: {fault}"]
    return list(look(address, found, str(found.get("moved", "")) if old is None else old))


def look(address: str, record: Record, old: str) -> Iterator[str]:
    """Yield each fault of the site at `address`, one line each; `record` is its `build.json`."""
    languages = tuple(record.get("languages") or ())
    if not languages:
        yield f"{address}build.json: names no language"
        return
    carried = int((record.get("carried") or {}).get("files", 0))
    published = Published(address, str(record.get("site", address)), languages, carried)
    yield from look_at_pages(published)
    yield from look_beside_pages(published, old)


def awaited(ask: Callable[[], Answer], wanted: Record, seconds: float, pause: float) -> tuple[Record, str]:
    """Ask until `build.json` has the wanted values, at most so long; return it, and what is wrong with it."""
    end = time.monotonic() + seconds
    while True:
        found, fault = _compared(ask(), wanted)
        if not fault or time.monotonic() + pause > end:
            return found, fault
        time.sleep(pause)


def _compared(answer: Answer, wanted: Record) -> tuple[Record, str]:
    if answer.status != 200:
        return {}, f"answers {answer.status or answer.fault}, and not 200"
    try:
        found = json.loads(answer.body)
    except ValueError:
        return {}, "is no JSON"
    if not isinstance(found, dict):
        return {}, "is no account of a build"
    for key, value in wanted.items():
        if found.get(key) != value:
            return found, f"{key} is {found.get(key)}, and {value} is expected"
    return found, ""


def wanted_of(build: Path | None, commit: str) -> Record:
    """Return what is expected of `build.json`: commit, clock and digest of a file, or a commit."""
    if build is None:
        return {"commit": commit} if commit else {}
    record = json.loads(build.read_text("utf-8"))
    return {key: record[key] for key in ("commit", "clock", "digest")}


def main(arguments: Iterable[str] | None = None) -> int:
    """Look at a site and print its faults."""
    parser = argparse.ArgumentParser(prog="make smoke", description=__doc__)
    parser.add_argument("address", help="where the site is published, such as https://unsse.org/")
    parser.add_argument("--commit", default="", help="the commit that must be there")
    parser.add_argument("--build", default="", help="a file like the build.json that must be there")
    parser.add_argument("--minutes", type=float, default=_MINUTES, help="how long to wait for it")
    parser.add_argument("--old", help="path of a page that was moved (default: that of build.json)")
    given = parser.parse_args(None if arguments is None else list(arguments))
    if "://" not in given.address:
        parser.error("name the address of the site: make smoke URL=https://unsse.org/")
    address = given.address.rstrip("/") + "/"
    wanted = wanted_of(Path(given.build) if given.build else None, given.commit)
    started = time.monotonic()
    faults = smoke(address, wanted, given.old, 60 * given.minutes if wanted else 0)
    for fault in faults:
        print(fault)
    taken = f"{time.monotonic() - started:.0f} seconds"
    print(f"{address}: {len(faults)} to mend, {taken}" if faults else f"{address} works, {taken}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
