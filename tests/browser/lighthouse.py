"""Runs Lighthouse as on a phone: six templates, three languages, the median of three (`make lighthouse`)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any

from browser.served import Served, flags, served_at
from browser.templates import Case
from browser.tools import NODE, PROJECT, chromium, node_package
from building import build
from untfsse.locales import LANGUAGES

TEMPLATES = ("home", "events", "event", "publication", "member", "prose")
RUNS = 3
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_TIMES = {
    "LCP s": ("largest-contentful-paint", 1000),
    "TBT ms": ("total-blocking-time", 1),
    "CLS": ("cumulative-layout-shift", 1),
    "KiB": ("total-byte-weight", 1024),
}


def measure(served: Served, path: str) -> dict[str, float]:
    """Run Lighthouse once; return scores of 0 to 100 and times."""
    chrome = ["--headless=new", "--no-sandbox", *flags(served.port)]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        done = subprocess.run(
            [
                str(NODE),
                str(node_package("lighthouse/cli/index.js")),
                served.address + path,
                "--quiet",
                "--output=json",
                f"--output-path={report}",
                f"--only-categories={','.join(_CATEGORIES)}",
                f"--chrome-flags={' '.join(_quoted(one) for one in chrome)}",
            ],
            env={**os.environ, "CHROME_PATH": chromium()},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    if found.get("runtimeError"):
        raise RuntimeError(found["runtimeError"]["message"])
    scores = {name: found["categories"][name]["score"] * 100 for name in _CATEGORIES}
    times = {name: found["audits"][audit]["numericValue"] / by for name, (audit, by) in _TIMES.items()}
    _tell_faults(served.address + path, found)
    return {**scores, **times}


def _quoted(flag: str) -> str:
    name, _, value = flag.partition("=")
    return f"{name}='{value}'" if " " in value else flag


def _tell_faults(address: str, report: dict[str, Any]) -> None:
    """Name on the error output what costs points."""
    for name in _CATEGORIES:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                print(f"{address}: {name}: {audit['title']} {audit.get('displayValue', '')}", file=sys.stderr)


def table(served: Served, results: dict[Case, dict[str, float]]) -> Iterable[str]:
    """Measure all pages, filling `results` with their medians; return the lines of a table."""
    names = [*_CATEGORIES, *_TIMES]
    yield "| page | " + " | ".join(names) + " |"
    yield "|---|" + "---:|" * len(names)
    for template in TEMPLATES:
        for language in LANGUAGES:
            case = Case(template, language)
            runs = [measure(served, case.path) for _ in range(RUNS)]
            results[case] = {name: median(run[name] for run in runs) for name in names}
            cells = [_written(name, results[case][name]) for name in names]
            yield f"| {case} | " + " | ".join(cells) + " |"


def _written(name: str, value: float) -> str:
    digits = {"LCP s": 2, "CLS": 3, "KiB": 1}.get(name, 0)
    return f"{value:.{digits}f}"


def main() -> None:
    """Build the site, measure it, and end with status 1 where anything but speed is below 100."""
    results: dict[Case, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        site.mkdir()
        with served_at(site) as served:
            built = build(PROJECT, site, SITE_URL=served.address)
            if built.status:
                sys.exit(built.output)
            for line in table(served, results):
                print(line, flush=True)
    low = [str(case) for case, found in results.items() if any(found[name] < 100 for name in _CATEGORIES[1:])]
    if low:
        sys.exit(f"Below 100 in something that does not depend on the machine: {', '.join(low)}")


if __name__ == "__main__":
    main()
