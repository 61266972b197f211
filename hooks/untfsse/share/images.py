"""Writes the share images of all pages: those of earlier builds as they are, new ones on all processors."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib.metadata import version
from pathlib import Path

from untfsse.share.kept import Kept
from untfsse.share.picture import Picture

CACHE = ".cache/share"
"""Where images are kept between builds, from the root of the project."""

_MANY = 100
"""From here on a second process saves more time than it costs."""

_TOOLS = ("pillow", "fonttools", "font-source-sans-pro", "font-source-serif-pro")


def write(site: Path, root: Path, pictures: Iterable[Picture]) -> int:
    """Write the images of `pictures` into the folder `site`; return how many had to be drawn."""
    kept = Kept(root / CACHE)
    tools = " ".join(f"{tool} {version(tool)}" for tool in _TOOLS)
    missing = []
    for picture in pictures:
        key = hashlib.sha256(f"{picture.digest} {tools}".encode()).hexdigest()
        image = kept.get(key)
        if image is None:
            missing.append((picture, key))
        else:
            _write(site, picture, image)
    _draw_all(partial(_draw_some, site, kept), missing)
    kept.prune()
    return len(missing)


def _draw_all(draw: partial[None], missing: Sequence[tuple[Picture, str]]) -> None:
    workers = min(os.cpu_count() or 1, len(missing) // _MANY)
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        draw(missing)
        return
    shares = [missing[number::workers] for number in range(workers)]
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        list(pool.map(draw, shares))


def _draw_some(site: Path, kept: Kept, missing: Sequence[tuple[Picture, str]]) -> None:
    if not missing:
        return
    from untfsse.share.drawing import draw  # takes a fifth of a second, often for nothing

    for picture, key in missing:
        image = draw(picture)
        kept.put(key, image)
        _write(site, picture, image)


def _write(site: Path, picture: Picture, image: bytes) -> None:
    path = site / picture.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(image)
