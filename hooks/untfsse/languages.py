"""The languages of the site: `data/languages.yml`, the one place that lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, overload

from babel import Locale, UnknownLocaleError, localedata

from untfsse import guesses
from untfsse.problems import Problem, nearest
from untfsse.spots import locate, locate_value
from untfsse.validation import unknown_field
from untfsse.yaml_source import Positions, Unreadable, parse, read

FILE = "data/languages.yml"
SOURCE = "en"
"""The language that everything is translated from; served at the root of the site."""

_OURS = Path(__file__).resolve().parents[2]
"""A project without a list of its own, such as one made for a test, has the languages of this site."""

_FIELDS = ("code", "locale", "unfinished")
_CODE = re.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""As in `lang=` (BCP 47): a language, and a script or a territory where they tell two of them apart."""


@dataclass(frozen=True)
class Language:
    """One language of the site."""

    code: str
    """What stands in addresses, in `lang=`, and before texts in records."""

    locale: str
    """Name of the CLDR locale it is written in: `en_GB`."""

    unfinished: bool = False
    """Whether it is still being added, so that what it lacks is no mistake."""


class Languages(Sequence[str]):
    """The codes of the languages of the project that was read last, in their order.

    A process reads one project. It is one object for ever, so that it may be imported by name.
    """

    def __init__(self, *, but: str = "") -> None:
        """`but` is a code that is left out."""
        self._but = but

    @property
    def _codes(self) -> tuple[str, ...]:
        return tuple(code for code in known() if code != self._but)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        return self._codes[at]

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code != self._but and code in known()

    def __eq__(self, other: object) -> bool:
        return self._codes == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._codes)

    def __repr__(self) -> str:
        return repr(self._codes)


_known: dict[str, Language] = {}


def known() -> dict[str, Language]:
    """Return code → language of the project that was read last."""
    if not _known:
        use(_OURS)
    return _known


def use(root: Path) -> list[Problem]:
    """Take the languages of the project in `root`; return what is wrong with its list."""
    found, problems = read_languages(root)
    _known.clear()
    _known.update(found)
    return problems


def unfinished(code: str) -> bool:
    """Whether a language is still being added."""
    return code in known() and known()[code].unfinished


def own_locale(code: str) -> str:
    """Return the name of the locale a language of the site is written in; of another, its usual one."""
    return known()[code].locale if code in known() else _usual(code)


def read_languages(root: Path) -> tuple[dict[str, Language], list[Problem]]:
    """Return code → language, and what is wrong with the list; sound entries are kept."""
    positions = Positions()
    try:
        data = parse(read(root if (root / FILE).exists() else _OURS, FILE), positions)
    except Unreadable as unreadable:
        return _with_folders(root), [unreadable.problem(FILE)]
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        return _with_folders(root), [Problem(FILE, 1, 1, "", "languages-shape", {})]
    found: dict[str, Language] = {}
    problems = []
    for at, item in enumerate(data):
        faults = list(_faults(item, found))
        for field, key, values in faults:
            find = locate if key == "unknown-field" else locate_value
            place = find((at, field), positions)
            problems.append(Problem(FILE, *place, field, key, values))
        if not any(field == "code" for field, _, _ in faults):
            code, locale = item["code"], item.get("locale")
            sound = isinstance(locale, str) and _is_locale(locale)
            found[code] = Language(code, locale if sound else _usual(code), item.get("unfinished") == "true")
    if next(iter(found), "") != SOURCE:
        problems.append(Problem(FILE, 1, 1, "", "languages-first", {"given": SOURCE}))
        found = {SOURCE: Language(SOURCE, SOURCE), **found}
    return found, problems


def _with_folders(root: Path) -> dict[str, Language]:
    """Return the languages that have a folder: without a list not every text is to be blamed."""
    folders = sorted(folder.name for folder in (root / "docs").glob("*") if is_code(folder.name))
    return {code: Language(code, _usual(code)) for code in dict.fromkeys((SOURCE, *folders))}


def is_code(code: str) -> bool:
    """Whether `code` is a language that CLDR can write, in the form that `lang=` wants."""
    return bool(_CODE.fullmatch(code)) and bool(_usual(code))


def _faults(item: dict[str, Any], before: dict[str, Language]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield field, key of the message and its values."""
    for field in item:
        if field not in _FIELDS:
            yield field, "unknown-field", unknown_field(field, _FIELDS, item)
    code, locale, state = (item.get(field) for field in _FIELDS)
    if not code:
        yield "code", "missing-field", {"given": "code"}
    elif not isinstance(code, str) or not _CODE.fullmatch(code) or not (locale or _usual(code)):
        given = str(code)
        yield "code", "language-code", {"given": given, "near": guesses.language(given)}
    elif code in before:
        yield "code", "id-twice", {"given": code}
    if locale is not None and (not isinstance(locale, str) or not _is_locale(locale)):
        near = nearest(str(locale).replace("-", "_"), localedata.locale_identifiers())
        yield "locale", "language-locale", {"given": str(locale), "near": near}
    if state not in (None, "true", "false"):
        yield "unfinished", "yes-or-no", {"given": str(state), "near": nearest(str(state), ("true", "false"))}


def _is_locale(name: str) -> bool:
    try:
        return str(Locale.parse(name)) == name
    except (UnknownLocaleError, ValueError, TypeError):
        return False


@cache
def _usual(code: str) -> str:
    """Return the CLDR locale of a code, or an empty string for a code that CLDR does not know."""
    try:
        return str(Locale.parse(code, sep="-"))
    except (UnknownLocaleError, ValueError, TypeError):
        return ""
