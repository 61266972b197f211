"""MkDocs hook: builds into a new folder, and puts it in place only when all went well."""

from __future__ import annotations

import logging
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from untfsse import build_record, building, outputs, search, sitemap
from untfsse.share import images

_DAY = 24 * 60 * 60
"""Seconds."""

_command = ""
_site: Path | None = None
_new: Path | None = None
_warnings = CountHandler()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember the command: the preview builds into a folder of its own anyway."""
    global _command
    _command = command


@event_priority(90)
def on_config(config: Any) -> None:
    """Send the build into a new folder beside the site."""
    global _site, _new, _warnings
    if config.plugins["i18n"].building or _command != "build":
        return
    _site = Path(config.site_dir)
    _site.parent.mkdir(parents=True, exist_ok=True)
    _forget_killed_builds(_site)
    _new = Path(tempfile.mkdtemp(prefix=f".{_site.name}-", dir=_site.parent))
    _new.chmod(0o755)
    config.site_dir = str(_new)
    _warnings = CountHandler()
    _warnings.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(_warnings)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Say how far the build is."""
    building.current().page_done()
    return output


@event_priority(-200)
def on_post_build(config: Any) -> None:
    """After the last language: write what spans all pages, then swap the folders."""
    global _new
    if config.plugins["i18n"].building:
        return
    build = building.current()
    folder = Path(config.site_dir)
    names = {language: list(made) for language, made in build.made.items()}
    sitemap.write(folder, build.site, names)
    outputs.write(folder, build.site)
    build.site.assets.write(folder)
    try:
        search.write(folder, build.site, names)
    except search.SearchFailed as failed:
        raise Abort(str(failed)) from None
    if _new is None or _site is None:
        return
    if config.strict and _warnings.get_counts():
        raise Abort("Warnings count as mistakes (--strict); the site is as it was before.")
    images.write(folder, build.site.root, build.pictures)
    build.site.references.save()
    _remove_unused(folder, config.theme)
    build_record.write(folder, build.site)
    old = _site.with_name(f".{_site.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if _site.exists():
        _site.rename(old)
    _new.rename(_site)
    _new = None
    config.site_dir = str(_site)
    shutil.rmtree(old, ignore_errors=True)


def on_build_error(error: Exception) -> None:
    """Leave nothing behind of a build that failed."""
    _clear()


def on_shutdown() -> None:
    """Leave nothing behind of a build that was aborted."""
    _clear()


def _clear() -> None:
    global _new
    if _new is not None:
        shutil.rmtree(_new, ignore_errors=True)
        _new = None


def _forget_killed_builds(site: Path) -> None:
    """Remove folders that builds left when they were killed, a day ago or more."""
    for left in site.parent.glob(f".{site.name}-*"):
        if left.is_dir() and time.time() - left.stat().st_mtime > _DAY:
            shutil.rmtree(left, ignore_errors=True)


def _remove_unused(folder: Path, theme: Any) -> None:
    """Remove the styles and scripts of the theme: no page of ours loads them."""
    ours = Path(theme.custom_dir)
    for theme_folder in map(Path, theme.dirs):
        for file in theme_folder.glob("assets/**/*.*"):
            path = file.relative_to(theme_folder)
            if not (ours / path).exists():
                (folder / path).unlink(missing_ok=True)
    for empty in sorted((folder / "assets").rglob("*"), reverse=True):
        if empty.is_dir() and not any(empty.iterdir()):
            empty.rmdir()
