"""Reads many YAML files, on two processors where there are many."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from untfsse.yaml_source import Unreadable, parse, read

_MANY = 1000
"""From here on a second process saves more time than it costs."""


def read_files(root: Path, files: Sequence[str]) -> list[Any]:
    """Return what each file holds, as plain texts, or the Unreadable that says why it cannot be read."""
    if len(files) < _MANY or "fork" not in multiprocessing.get_all_start_methods():
        return _read_some(root, files)
    halves = [files[: len(files) // 2], files[len(files) // 2 :]]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as pool:
        return list(chain.from_iterable(pool.map(partial(_read_some, root), halves)))


def _read_some(root: Path, files: Sequence[str]) -> list[Any]:
    return [_read_one(root, file) for file in files]


def _read_one(root: Path, file: str) -> Any:
    try:
        return parse(read(root, file))
    except Unreadable as unreadable:
        return unreadable
