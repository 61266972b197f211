"""The same files and clock make the same bytes, wherever and in whichever surroundings."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

from building import CLOCK, build, copy_example
from crawler import Crawl

pytest_plugins = ["shared_sites"]

_ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "fr_FR.UTF-8",
    "LC_ALL": "C",
    "HOME": "/nowhere",
    "USER": "somebody",
    "PYTHONHASHSEED": "7",
    "COLUMNS": "40",
}


def test_two_builds_are_identical(example: Crawl, tmp_path: Path) -> None:
    project = _copy_in_another_order(copy_example(tmp_path / "first"), tmp_path / "quite" / "another")
    built = build(project, None, SITE_URL=example.address, **_ELSEWHERE)
    assert built.status == 0, built.output
    assert _files(built.site) == _files(example.folder)


def test_another_day_makes_another_site(example: Crawl, tmp_path: Path) -> None:
    later = str(int(CLOCK) + 366 * 86400)
    built = build(copy_example(tmp_path), SITE_URL=example.address, SOURCE_DATE_EPOCH=later)
    assert built.status == 0, built.output
    assert _files(built.site)["index.html"] != _files(example.folder)["index.html"]


def _copy_in_another_order(example: Path, into: Path) -> Path:
    """Copy the project of `example`, its files in any order and as if changed on any day."""
    root = example.parents[1]
    chance = random.Random(3)
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    chance.shuffle(files)
    for file in files:
        target = into / file.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        os.utime(target, (chance.randrange(10**9), chance.randrange(10**9)))
    return into / example.relative_to(root)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
