"""A small correct project in a folder of its own, and broken files laid over it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).parent.parent
BROKEN = PROJECT / "tests" / "broken"

_TOP = "---\ntitle: {}\ndescription: {}\n---\n\n{}\n"
_ENOUGH = {
    "en": _TOP.format("Home", "Words enough to describe this small page of a small project.", "A."),
    "fr": _TOP.format("Accueil", "Assez de mots pour décrire cette petite page d’un projet.", "A."),
    "es": _TOP.format("Inicio", "Palabras suficientes para describir esta página pequeña.", "A."),
}
TRANSLATED = {
    f"docs/{language}/{page}.md": words
    for language, words in _ENOUGH.items()
    for page in ("index", "events/index")
}
"""The pages of the small project in every language, with descriptions that are long enough."""


def write_base(root: Path) -> None:
    """Write the real closed lists, and the records and pages of `tests/broken/base.yml`."""
    shutil.copytree(PROJECT / "data" / "vocabulary", root / "data" / "vocabulary")
    lay(root, yaml.safe_load((BROKEN / "base.yml").read_text("utf-8")))


def lay(root: Path, files: dict[str, Any]) -> None:
    """Write files below `root`: path → text, or a list of parts (see `_bytes`)."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_bytes(content))


def _bytes(content: Any) -> bytes:
    """A text, `{hex: …}`, `{repeat: …, times: …}`, or a list of these one after the other."""
    if isinstance(content, list):
        return b"".join(_bytes(part) for part in content)
    if isinstance(content, dict):
        if "hex" in content:
            return bytes.fromhex(content["hex"])
        return str(content["repeat"]).encode() * int(content["times"])
    return str(content).encode()
