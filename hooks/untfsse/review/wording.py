"""The words of the review itself, in the languages its readers work in: `words.yml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from untfsse.strings import Strings

LANGUAGES_OF_WORDS = ("en", "fr", "es")
"""Not those of the site: a language that is being added has readers before it has words here."""


@cache
def _written() -> dict[str, dict[str, str]]:
    held: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))
    return held


def words(language: str) -> Strings:
    """Return the words in one language; each key has all of them."""
    return Strings(language, {key: said[language] for key, said in _written().items()})
