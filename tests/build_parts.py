"""Builds the site of the current folder as `mkdocs build --strict` does, and tells what its formats took.

Usage: python tests/build_parts.py FILE. Writes JSON: part → seconds by the clock, and of this process alone.
The project knows nothing of it: functions that make formats are wrapped before MkDocs loads the hooks.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import ModuleType
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

sys.path.insert(0, str(Path("hooks").resolve()))

from untfsse import head, outputs, site
from untfsse.citations import meta
from untfsse.structured_data import page

WHOLE = "the whole build"
WRITERS = {
    "calendars": "calendars",
    "feeds": "feeds",
    "citations": "files of citations",
    "open_data": "open data",
    "embeds": "lists to embed",
    "twins": "plain-text twins",
    "llms": "llms.txt",
}
"""Package or module of a writer of `outputs` → part; the pages of old addresses are no open format."""

FUNCTIONS: tuple[tuple[ModuleType, str, str], ...] = (
    (site, "catalogue", "feeds"),
    (head, "announced", "feeds"),
    (site, "cited", "references on pages"),
    (meta, "tags", "tags of citations"),
    (page, "structured_data", "JSON-LD"),
)

_clock: defaultdict[str, float] = defaultdict(float)
_process: defaultdict[str, float] = defaultdict(float)
_inside: list[list[float]] = []
"""What the parts within the ones that are going on have taken; they count for themselves."""


def timed(part: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return `function`, with what it takes counted for `part`."""

    @wraps(function)
    def counted(*arguments: Any, **named: Any) -> Any:
        clock, process = time.perf_counter(), time.process_time()
        _inside.append([0.0, 0.0])
        try:
            return function(*arguments, **named)
        finally:
            took = time.perf_counter() - clock, time.process_time() - process
            within = _inside.pop()
            _clock[part] += took[0] - within[0]
            _process[part] += took[1] - within[1]
            if _inside:
                _inside[-1][0] += took[0]
                _inside[-1][1] += took[1]

    return counted


def main(file: Path) -> None:
    """Build, and write what it took into `file`."""
    writers = ((one, WRITERS.get(one.__module__.split(".")[1])) for one in outputs._WRITERS)
    vars(outputs)["_WRITERS"] = [timed(part, one) if part else one for one, part in writers]
    for module, name, part in FUNCTIONS:
        setattr(module, name, timed(part, getattr(module, name)))
    clock, process = time.perf_counter(), time.process_time()
    config = load_config("mkdocs.yml", strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    _clock[WHOLE], _process[WHOLE] = time.perf_counter() - clock, time.process_time() - process
    file.write_text(json.dumps({part: [_clock[part], _process[part]] for part in _clock}), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
