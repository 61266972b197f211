"""Feeds of small sites, for tests: written, read back, and of a history that a test invents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from markupsafe import Markup

from feed_rules import read_atom
from untfsse.changes import Revision
from untfsse.feeds import writing
from untfsse.site import Site


@dataclass(frozen=True)
class Made:
    """One feed in both formats."""

    raw: bytes
    atom: Any
    json: dict[str, Any]


def history(site: Site, moments: Mapping[str, str]) -> None:
    """Let `site` know file → moment of its last change (ISO 8601); before it is asked for anything."""
    site.revisions = {file: Revision(datetime.fromisoformat(one), 1) for file, one in moments.items()}


def written(site: Site, folder: Path, bodies: Mapping[str, str] | None = None) -> dict[str, Made]:
    """Write the feeds of `site` into `folder`; return path without ending → feed.

    `bodies` is the HTML of what people wrote, by the name of its page, in every language alike.
    """
    for language in ("en", "fr", "es"):
        for name, body in (bodies or {}).items():
            site.tongue(language).bodies[name] = Markup(body)
    writing.write(folder, site)
    found = {}
    for file in sorted(folder.rglob("*.atom")):
        raw, twin = file.read_bytes(), file.with_suffix(".json")
        name = file.relative_to(folder).as_posix().removesuffix(".atom")
        found[name] = Made(raw, read_atom(raw), json.loads(twin.read_text("utf-8")))
    return found
