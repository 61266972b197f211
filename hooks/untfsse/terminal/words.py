"""The words of the command line, in the language of whoever sits there."""

from __future__ import annotations

import argparse
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from untfsse.wording import system_language

_FOLDER = Path(__file__).parent.parent / "messages"
SPOKEN = ("en", "fr", "es")
"""Languages there are words in."""


class Words:
    """Says things in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: Any) -> str:
        """Return the words of a key, with values in the places that are marked for them."""
        return _load(self.language)[key].format(**values)

    @property
    def for_mistakes(self) -> str:
        """The language in which mistakes are told: English where there are no such messages."""
        return self.language if (_FOLDER / f"{self.language}.yml").exists() else SPOKEN[0]


def add_language(parser: argparse.ArgumentParser) -> None:
    """Let a command be told in which language it speaks."""
    parser.add_argument("--lang", choices=SPOKEN, default=None, help="en, fr or es (default: the system's)")


def words_for(given: argparse.Namespace) -> Words:
    """Return the words of a command: those asked for, else the system's language, else English."""
    return Words(given.lang or system_language(SPOKEN))


@cache
def _load(language: str) -> dict[str, str]:
    file = _FOLDER / f"terminal.{language}.yml"
    loaded: dict[str, str] = yaml.safe_load(file.read_text("utf-8"))
    return loaded
