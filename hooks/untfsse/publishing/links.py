"""Looks which links of the records and pages to other sites are dead: `make links`.

Writes a report that people can work through: each dead address with the places it stands at and, where there
is one, a copy at archive.org. `data/links.yml` names addresses to pass over. The exit status is 0 also if
there are dead links: they are no mistake of this project.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from untfsse.link_exceptions import read_link_exceptions
from untfsse.publishing.fetching import Answer, fetch

ARCHIVE = "https://archive.org/wayback/available?url="

_ADDRESS = re.compile(r"https://(?:[^\s<>\"'`{}|\\^()\[\]]|\([^\s<>\"'`{}|\\^()\[\]]*\))+")
"""With brackets only in pairs: Markdown and lists of YAML put them around."""

_ENDS = ".,;:!?»”’*_"
"""What a sentence puts after an address."""

_GONE = frozenset({404, 410})
_REFUSED = frozenset({400, 401, 403, 405, 406, 418, 429, 451, 999})
"""What hosts answer to programs while people see the page."""

_NO_SUCH_HOST = ("not known", "nodename", "no address associated", "Name does not resolve")
_PAUSE = 1.0
"""Seconds between two addresses of one host."""

_PATIENCE = 3
"""After so many addresses in a row that a host does not answer, the rest of it is not asked for."""

Ask = Callable[[str], Answer]


class Found(NamedTuple):
    """What became of an address."""

    state: str
    """`fine`, `refused`, `gone` or `silent`."""

    said: str = ""
    """What the host answered, in a few words."""


def places(root: Path) -> dict[str, list[str]]:
    """Return address, without what follows `#` → `file:line` of each place where it stands."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted([*(root / "data").rglob("*.yml"), *(root / "docs").rglob("*.md")]):
        name = file.relative_to(root).as_posix()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            for written in _ADDRESS.findall(line):
                address = written.partition("#")[0].rstrip(_ENDS)
                if (place := f"{name}:{number}") not in found[address]:
                    found[address].append(place)
    return dict(found)


def look(addresses: Iterable[str], ask: Ask, pause: float) -> dict[str, Found]:
    """Ask for every address; those of one host one after the other, with `pause` seconds between them."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[urlsplit(address).netloc].append(address)
    with ThreadPoolExecutor(8) as several:
        looked = several.map(lambda some: list(_look_at_host(some, ask, pause)), hosts.values())
        return {address: found for some in looked for address, found in some}


def _look_at_host(addresses: Sequence[str], ask: Ask, pause: float) -> Iterator[tuple[str, Found]]:
    silent = 0
    for address in addresses:
        if silent == _PATIENCE:
            yield address, Found("silent", f"its host did not answer {_PATIENCE} times")
            continue
        found = judged(ask(address))
        if found.state == "silent":
            time.sleep(pause)
            found = judged(ask(address))
        silent = silent + 1 if found.state == "silent" else 0
        yield address, found
        time.sleep(pause)


def judged(answer: Answer) -> Found:
    """Say what an answer means."""
    if 200 <= answer.status < 400:
        return Found("fine")
    if answer.status in _GONE:
        return Found("gone", f"answers {answer.status}")
    if answer.status in _REFUSED:
        return Found("refused", f"answers {answer.status}")
    if any(words in answer.fault for words in _NO_SUCH_HOST):
        return Found("gone", "its host does not exist")
    return Found("silent", f"answers {answer.status}" if answer.status else "does not answer")


def archived(address: str, ask: Ask, archive: str = ARCHIVE) -> str:
    """Return the address of the newest copy that archive.org has, or nothing."""
    try:
        closest = json.loads(ask(archive + quote(address, safe="")).body)["archived_snapshots"]["closest"]
        return re.sub("^http:", "https:", str(closest["url"])) if closest["available"] else ""
    except (ValueError, KeyError, TypeError):
        return ""


def report(found: dict[str, Found], at: dict[str, list[str]], copies: dict[str, str]) -> str:
    """Return the report in Markdown; a line for work to do starts with `- [ ]`."""
    lines = [f"{len(found)} addresses of other sites were asked for.", ""]
    for state, words in (
        ("gone", "Gone: link to the copy, to where it is now, or take the link out"),
        ("silent", "Did not answer this time: look again when they stand here a second week"),
    ):
        some = [address for address, one in sorted(found.items()) if one.state == state]
        lines += [f"## {words}", ""] if some else []
        for address in some:
            lines.append(f"- [ ] <{address}> {found[address].said}; in {', '.join(at[address])}")
            lines += [f"  - copy: <{copies[address]}>"] if copies.get(address) else []
        lines += [""] if some else []
    refused = sum(one.state == "refused" for one in found.values())
    lines += [f"{refused} more refuse programs and were not looked at." if refused else "", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def main(arguments: Iterable[str] | None = None) -> int:
    """Look at the links of the project here and write the report."""
    parser = argparse.ArgumentParser(prog="make links", description=__doc__)
    parser.add_argument("report", type=Path, help="where the report goes")
    given = parser.parse_args(None if arguments is None else list(arguments))
    exceptions, problems = read_link_exceptions(Path())
    if problems:
        print("\n".join(problem.told() for problem in problems), file=sys.stderr)
        return 1
    past = tuple(one.address for one in exceptions)
    at = {address: lines for address, lines in places(Path()).items() if not address.startswith(past)}
    found = look(at, lambda address: fetch(address, limit=0), _PAUSE)
    if at and not any(one.state in ("fine", "refused") for one in found.values()):
        print("No host answers at all: this machine seems to have no network.", file=sys.stderr)
        return 1
    gone = sorted(address for address, one in found.items() if one.state == "gone")
    copies = {address: archived(address, fetch) for address in gone}
    given.report.write_text(report(found, at, copies), "utf-8")
    print(f"{len(found)} addresses, {len(gone)} gone; see {given.report}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
