"""MkDocs hook: gives every record its page in every language."""

from __future__ import annotations

from typing import Any

from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files

from untfsse import building, macros

_serving = False


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is the preview: only there drafts are shown."""
    global _serving
    _serving = command == "serve"


@event_priority(100)
def on_config(config: Any) -> None:
    """Read and check everything, once for all languages, before anything is made."""
    if not config.plugins["i18n"].building:
        building.set_current(building.Build(config, _serving))
        building.put_languages(config)


@event_priority(-50)
def on_pre_build(config: Any) -> None:
    """Let pages call macros and nothing else."""
    macros.put_into_sandbox(config)


@event_priority(0)
def _add(files: Files, config: Any) -> Files:
    building.add_files(building.current(), files)
    return files


@event_priority(-101)
def _make(files: Files, config: Any) -> Files:
    building.make_pages(building.current(), files)
    return files


on_files = CombinedEvent(_add, _make)
