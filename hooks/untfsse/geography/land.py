"""The shapes of land on the maps of the site: one path each, without any boundary in it."""

from __future__ import annotations

import json
from functools import cache

from untfsse.geography.points import HERE


@cache
def land() -> dict[str, str]:
    """Return the `d` of the path of each map: `world` and `europe`."""
    paths: dict[str, str] = json.loads((HERE / "land.json").read_text("utf-8"))
    return paths
