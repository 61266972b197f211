"""Publishes how the translations stand, for programs: `data/translations/status.json`."""

from __future__ import annotations

from pathlib import Path

from untfsse.site import Site
from untfsse.translations.report import STATUS_FILE, written


def write(folder: Path, site: Site) -> None:
    """Write into `folder` what `untfsse translations status --json` prints."""
    file = folder / STATUS_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(written(site.board.found).encode())
