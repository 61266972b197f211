"""Times a synthetic site of N records against the same number of plain pages on the stock stack.

Usage: python tests/bench.py N. Prints two tables, and a third of what it takes to tell how 10,000
units of each translation stand; see "Benchmark" in CONTRIBUTING.md.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "tests"))

from synthetic import (  # noqa: E402
    keep_history,
    write_plain_pages,
    write_records,
    write_translated_pages,
)

_WHOLE = "the whole build"
_PARTS = str(PROJECT / "tests" / "build_parts.py")

Parts = dict[str, tuple[float, float]]
"""Part → seconds by the clock, and of the process that builds."""


@dataclass(frozen=True)
class Run:
    """What one command cost: seconds of wall clock, MB (10^6 bytes) of memory at the peak."""

    seconds: float
    memory: float


def main(number: int) -> None:
    """Build both sites of `number` records and print what they cost."""
    with tempfile.TemporaryDirectory(prefix="untfsse-bench-") as name:
        ours, stock = Path(name) / "ours", Path(name) / "stock"
        least = Path(name) / "least"
        write_records(least, 1, PROJECT)
        start = _timed([_bin("mkdocs"), "build", "--strict", "--quiet"], least)
        least_pages, _ = _counted(least / "site")
        write_records(ours, number, PROJECT)
        keep_history(ours)
        check = _timed([_bin("untfsse"), "check", "--root", str(ours)], ours)
        build = _timed([sys.executable, _PARTS, f"{name}/first.json"], ours)
        pages, size = _counted(ours / "site")
        write_plain_pages(stock, pages, PROJECT)
        plain = _timed([_bin("mkdocs"), "build", "--quiet"], stock)
        stock_pages, stock_size = _counted(stock / "site")
        _timed([sys.executable, _PARTS, f"{name}/again.json"], ours)
        first, again = (_read(Path(name) / f"{one}.json") for one in ("first", "again"))
    ratio = (build.seconds / pages) / (plain.seconds / stock_pages)
    above_start = 1000 * (build.seconds - start.seconds) / max(1, pages - least_pages)
    print(
        "| records | pages | seconds | pages/s | ms/page | ms/page above start | MB memory | bytes/page "
        "| check s | check MB | stock pages | stock ms/page | stock bytes/page | ratio |"
    )
    print("|" + "---:|" * 14)
    print(
        f"| {number} | {pages} | {build.seconds:.1f} | {pages / build.seconds:.0f} "
        f"| {1000 * build.seconds / pages:.2f} | {above_start:.2f} | {build.memory:.0f} | {size / pages:.0f} "
        f"| {check.seconds:.2f} | {check.memory:.0f} | {stock_pages} "
        f"| {1000 * plain.seconds / stock_pages:.2f} | {stock_size / stock_pages:.0f} | {ratio:.2f} |"
    )
    print("\n| part | seconds | % | CPU seconds | % of CPU |\n|---|---:|---:|---:|---:|")
    parts = sorted(({*first} - {_WHOLE}), key=lambda part: -first[part][1])
    for part in parts:
        _row(part, [first[part]], first)
    _row("all formats", [first[part] for part in parts], first)
    _row("all formats, references kept", [again[part] for part in parts], again)
    with tempfile.TemporaryDirectory(prefix="untfsse-bench-") as name:
        _status(Path(name) / "units")


def _status(root: Path) -> None:
    """Print what it takes to tell how about 10,000 units stand, a tenth of the pages with a stale one."""
    write_records(root, 1400, PROJECT)
    write_translated_pages(root, 270)
    command = [_bin("untfsse"), "translations", "record", "--root", str(root)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    keep_history(root)
    for page in sorted((root / "docs/en/more").glob("*0.md")):
        page.write_text(page.read_text("utf-8").replace("\n# ", "\n# Not ", 1), "utf-8")
    command[2:3] = ["status"]
    took = _timed(["sh", "-c", 'exec "$@" > /dev/null', "sh", *command], root)
    told = json.loads(subprocess.run([*command, "--json"], check=True, stdout=subprocess.PIPE).stdout)
    units, stale = (sum(one[key] for one in told.values()) for key in ("units", "stale"))
    print("\n| units in all languages | stale | status s | MB memory |\n|---:|---:|---:|---:|")
    print(f"| {units} | {stale} | {took.seconds:.2f} | {took.memory:.0f} |")


def _read(file: Path) -> Parts:
    return {part: (clock, process) for part, (clock, process) in json.loads(file.read_text("utf-8")).items()}


def _row(name: str, parts: list[tuple[float, float]], whole: Parts) -> None:
    clock, process = (sum(part[at] for part in parts) for at in (0, 1))
    all_clock, all_process = whole[_WHOLE]
    print(
        f"| {name} | {clock:.1f} | {100 * clock / all_clock:.1f} "
        f"| {process:.1f} | {100 * process / all_process:.1f} |"
    )


def _bin(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def _timed(command: list[str], folder: Path) -> Run:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    started = time.perf_counter()
    pid = os.posix_spawn(
        "/bin/sh",
        ["sh", "-c", 'cd "$1" && shift && exec "$@"', "sh", str(folder), *command],
        environment,
    )
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(time.perf_counter() - started, usage.ru_maxrss * unit / 1e6)


def _counted(site: Path) -> tuple[int, int]:
    """Number of HTML pages, and bytes of them."""
    sizes = [page.stat().st_size for page in site.rglob("*.html")]
    return len(sizes), sum(sizes)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
