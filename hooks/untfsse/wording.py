"""The sentences editors are told, in each language there is a file of them for, and the code of each."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_MESSAGES = Path(__file__).parent / "messages"
_LONGEST_VALUE = 80
SOURCE = "en"
SITE = "https://unsse.org/"
"""Where the help is published, unless the environment says so: as in `mkdocs.yml`."""


class Word(str):
    """Words for a value that stand in a message: in English, translated when they are told.

    `parts` are names in it that stay as they are.
    """

    parts: Mapping[str, str]
    template: str

    def __new__(cls, template: str, **parts: str) -> Word:
        """Make it of the English, with `{names}` to be filled in."""
        word = super().__new__(cls, template.format_map(parts) if parts else template)
        word.template, word.parts = template, parts
        return word


def languages() -> list[str]:
    """Return the languages there are messages in."""
    others = sorted(file.stem for file in _MESSAGES.glob("??.yml"))
    return sorted(others, key=lambda one: one != SOURCE)


def system_language(spoken: Collection[str] = ()) -> str:
    """Return the language that the system asks for (POSIX: LC_ALL, LC_MESSAGES, LANG), else English.

    `spoken` are those there are words in; without them, those of the messages.
    """
    asked = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    code = asked.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return code if code in (spoken or languages()) else SOURCE


@cache
def sentences(language: str) -> dict[str, Any]:
    """Return everything that can be said in a language: key → sentence."""
    loaded: dict[str, Any] = yaml.safe_load((_MESSAGES / f"{language}.yml").read_text("utf-8"))
    return loaded


@cache
def families() -> dict[str, dict[str, str]]:
    """Return family → code → key of the message, in their order; codes out of use have no key."""
    loaded: dict[str, dict[str, str]] = yaml.safe_load((_MESSAGES / "codes.yml").read_text("utf-8"))
    return {
        family: {code: key for code, key in codes.items() if key is not None}
        for family, codes in loaded.items()
    }


@cache
def _codes() -> dict[str, tuple[str, str]]:
    return {key: (code, family) for family, codes in families().items() for code, key in codes.items()}


def code_of(key: str) -> str:
    """Return the code of a message, such as EV001."""
    return _codes()[key][0]


def help_address(language: str, key: str = "") -> str:
    """Return the address of the help: all of it, or where one message is explained."""
    folder = "" if language == SOURCE else f"{language}/"
    code, family = _codes()[key] if key else ("", "")
    place = f"{family}/#{code.lower()}" if key else ""
    site = (os.environ.get("SITE_URL") or SITE).rstrip("/")  # GitHub tells its address without a slash
    return f"{site}/{folder}contribute/mistakes/{place}"


def say(key: str, values: Mapping[str, Any], language: str) -> str:
    """Return a sentence with `values` filled in."""
    made: str = sentences(language)[key].format_map(_Values(values, language))
    return made


class _Values(dict[str, Any]):
    """Values as messages show them in a language; a missing one is empty."""

    def __init__(self, values: Mapping[str, Any], language: str) -> None:
        super().__init__(values)
        self.language = language

    def __missing__(self, key: str) -> Any:
        return _Hint(self) if key == "hint" else ""

    def __getitem__(self, key: str) -> Any:
        value = super().__getitem__(key)
        if isinstance(value, Word):
            return _translated(value, self.language)
        if isinstance(value, list | tuple):
            return _listed(value, self.language)
        return short(str(value)) if key == "given" else value


class _Hint:
    """`{hint:; otherwise}` is “; did you mean "x"?” where a near value is known, else the rest."""

    def __init__(self, values: _Values) -> None:
        self.near, self.language = values.get("near") or "", values.language

    def __format__(self, otherwise: str) -> str:
        return say("-hint", {"near": self.near}, self.language) if self.near else otherwise


def _translated(word: Word, language: str) -> str:
    there: str = sentences(language).get("-words", {}).get(word.template, word.template)
    return there.format_map(word.parts) if word.parts else there


def _listed(values: Sequence[Any], language: str) -> str:
    """Return values as a sentence names them: `en, fr or es`."""
    *most, last = map(str, values)
    return say("-or", {"most": ", ".join(most), "last": last}, language) if most else last


def short(value: str) -> str:
    """Return a value, cut where it is too long for one line."""
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"
