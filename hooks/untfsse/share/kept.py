"""Share images of earlier builds, so that only new ones are drawn.

The folder may be deleted at any time. Several builds may use it at once: a file appears whole or not at all,
and one that is damaged is drawn again.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from untfsse.share.png import is_whole

_DAY = 24 * 60 * 60
_KEPT = 30 * _DAY
"""Seconds after which what no build asked for is removed."""


class Kept:
    """A folder with one file for each image."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """Return the image, or None where there is none that is whole."""
        path = self._path(key)
        try:
            image = path.read_bytes()
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        except OSError:
            return None
        return image if is_whole(image) else None

    def put(self, key: str, image: bytes) -> None:
        """Keep an image; where that is not possible, it is drawn again next time."""
        path = self._path(key)
        new = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            new.write_bytes(image)
            new.replace(path)

    def prune(self) -> None:
        """Remove what no build has asked for in a month."""
        with suppress(OSError):
            for entry in os.scandir(self._folder):
                if time.time() - entry.stat().st_mtime > _KEPT:
                    os.unlink(entry)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.png"
