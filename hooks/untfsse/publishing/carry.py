"""Carries styles, scripts and the index of the search of the last release on into a finished site.

`make carry FROM=https://unsse.org/`: what `assets.json` of the last release names and the
new site has not, is added to it, so that pages which a browser has kept still find what they ask for. What
was carried on once is carried on for two days. The last release may also be a folder. If it cannot be read,
the site is published without: the first release has none before it.

`build.json` goes on telling the digest of what was built; what was carried stands in `assets.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from untfsse.build_record import ASSETS, FILE, kept, sum_of, write_json
from untfsse.publishing.fetching import fetch
from untfsse.writing import put

KEPT_FOR = 2 * 24 * 60 * 60
"""Seconds. Hosts and browsers keep pages for ten minutes; people keep them open for longer."""

LIMIT = 20 * 1024 * 1024
"""Bytes that may be carried on in all: about four times the index of the search."""

Ask = Callable[[str], bytes | None]
"""Takes a path from the root of the last release and returns the file, or None if it cannot be had."""


class Carried(NamedTuple):
    """A file of an earlier release."""

    path: str
    sum: str
    """SHA-256 in hexadecimal digits."""

    since: int
    """Clock of the release that carried it on first, in seconds of Unix."""


def carry(site: Path, ask: Ask) -> list[str]:
    """Add to the finished `site` what the release behind `ask` has and it lacks; return what to say."""
    record = json.loads((site / FILE).read_text("utf-8"))
    assets = json.loads((site / ASSETS).read_text("utf-8"))
    try:
        before = json.loads(ask(ASSETS) or b"")
        candidates = list(_candidates(before, assets["built"], int(record["clock"])))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        return [f"Nothing is carried on: the last release has no {ASSETS} that can be read ({fault})."]
    said, carried, size = [], {}, 0
    with ThreadPoolExecutor(8) as several:
        contents = several.map(lambda one: ask(one.path), candidates)
        for one, content in zip(candidates, contents, strict=True):
            if content is None or sum_of(content) != one.sum:
                said.append(f"{one.path} is not carried on: it is not what {ASSETS} says.")
            elif size + len(content) > LIMIT:
                said.append(f"{one.path} is not carried on: all together may have {LIMIT} bytes.")
            else:
                put(site / one.path, content)
                carried[one.path] = {"sha256": one.sum, "since": one.since}
                size += len(content)
    write_json(site / ASSETS, {**assets, "carried": dict(sorted(carried.items()))})
    write_json(site / FILE, {**record, "carried": {"files": len(carried), "bytes": size}})
    return [*said, f"{len(carried)} files of the last release are carried on, {size} bytes."]


def _candidates(before: Mapping[str, Any], built: Mapping[str, str], clock: int) -> Iterator[Carried]:
    """Yield what of the last release is to be carried on, the newest first."""
    for path, one in sorted(before["built"].items()):
        if path not in built and _may(path):
            yield Carried(path, str(one), clock)
    older = [Carried(path, one["sha256"], int(one["since"])) for path, one in before["carried"].items()]
    for carried in sorted(older, key=lambda one: (-one.since, one.path)):
        known = carried.path in built or carried.path in before["built"]
        if not known and _may(carried.path) and clock - carried.since < KEPT_FOR:
            yield carried


def _may(path: str) -> bool:
    """Whether a path from outside names a file that is carried on; it cannot lead anywhere else."""
    return kept(path) and ".." not in PurePosixPath(path).parts


def from_folder(folder: Path, path: str) -> bytes | None:
    """Read a file of a release that lies in a folder."""
    file = folder / path
    return file.read_bytes() if file.is_file() else None


def from_address(address: str, path: str) -> bytes | None:
    """Fetch a file of a release that is published, not what a host has kept of the one before."""
    answer = fetch(f"{address}{path}?{time.time_ns()}")
    return answer.body if answer.status == 200 else None


def main(arguments: Iterable[str] | None = None) -> int:
    """Carry on what there is; 0 also if there is nothing, 1 only without a site to carry it into."""
    parser = argparse.ArgumentParser(prog="make carry", description=__doc__)
    parser.add_argument("before", help="the last release: its address, or a folder")
    parser.add_argument("site", type=Path, help="the finished site")
    given = parser.parse_args(None if arguments is None else list(arguments))
    if not given.before:
        parser.error("name the last release: make carry FROM=https://unsse.org/ (or a folder)")
    if not (given.site / FILE).is_file():
        print(f"There is no finished site in {given.site}; make build first.", file=sys.stderr)
        return 1
    published = "://" in given.before
    ask = (
        partial(from_address, given.before.rstrip("/") + "/")
        if published
        else partial(from_folder, Path(given.before))
    )
    for line in carry(given.site, ask):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
