"""The formats there are. Their libraries are installed only where translators' files are made or read."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from untfsse.translations.exchange.items import Bundle, Unfit

FORMATS = ("xliff", "po", "xlsx")
_ENDINGS = {".xliff": "xliff", ".xlf": "xliff", ".po": "po", ".xlsx": "xlsx"}
_LARGEST = 40 * 1024 * 1024


def write(bundle: Bundle, name: str) -> bytes:
    """Return a file in the format `name`."""
    return bytes(_module(name).write(bundle))


def read(file: Path) -> Bundle:
    """Read a file in the format that its name ends with; raise Unfit."""
    name = format_of(file)
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise Unfit(f"it cannot be read: {error.strerror}") from None
    if len(raw) > _LARGEST:
        raise Unfit("it is too large")
    bundle: Bundle = _module(name).read(raw)
    if not any("#" in item.id for item in bundle.items):
        raise Unfit("it holds no text that this site has sent")
    return bundle


def format_of(file: Path) -> str:
    """Return the format of a file by the end of its name; raise Unfit."""
    if file.suffix.lower() not in _ENDINGS:
        raise Unfit(f"its name must end with {', '.join(_ENDINGS)}")
    return _ENDINGS[file.suffix.lower()]


def _module(name: str) -> Any:
    try:
        return import_module(f"untfsse.translations.exchange.{name}")
    except ModuleNotFoundError as error:
        raise Unfit(f'{error.name} is not installed; run: pip install "untfsse[translators]"') from None
