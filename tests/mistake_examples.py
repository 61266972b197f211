"""The examples of the help on mistakes, as projects and texts that can be checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from small_project import TRANSLATED, lay, write_base
from untfsse.checking import read_all
from untfsse.problems import Problem, ProblemsFound
from untfsse.word_checks import check_words

_TOP = "---\ntitle: Home\ndescription: What this page is about, in a sentence of some length.\n---\n\n"
PLACES: dict[str, tuple[str, str]] = {
    "event": (
        "data/events/2020-01-15-talks.yml",
        "kind: conference\ntitle: {en: Talks}\nstart: 2020-01-15\n",
    ),
    "member": (
        "data/members/oecd.yml",
        "name: {en: OECD}\nkind: intergovernmental-organization\nmembership:\n  - status: member\n",
    ),
    "publication": (
        "data/publications/report.yml",
        "kind: report\nversions:\n  - language: en\n    title: Report\n",
    ),
    "plan": ("data/plans/2020-2022.yml", "title: {en: Plan}\nstart: 2020\nend: 2022\n"),
    "list": ("data/vocabulary/link-kinds.yml", ""),
    "goals": ("data/vocabulary/sdgs.yml", ""),
    "redirects": ("data/redirects.yml", ""),
    "search": ("data/search.yml", ""),
    "languages": ("data/languages.yml", ""),
    "strings": (
        "docs/en/strings.yml",
        'site.name: UNTFSSE\nfound.one: one record\nfound.other: "{n} records"\n',
    ),
    "strings-fr": (
        "docs/fr/strings.yml",
        'site.name: UNTFSSE\nfound.one: "{n} fiche"\nfound.other: "{n} fiches"\n',
    ),
    "page": ("docs/en/index.md", ""),
    "text": ("docs/en/index.md", _TOP),
    "text-fr": ("docs/fr/index.md", _TOP.replace("Home", "Accueil")),
    "text-es": ("docs/es/index.md", _TOP.replace("Home", "Inicio")),
}
"""What an example is a part of → the file, and what else stands in it."""

_NAMED = {
    ".yml": "kind: conference\ntitle: {en: Talks}\nstart: 2020-02-01\n",
    ".md": f"{_TOP}Words.\n",
}
"""What a file holds whose name is the mistake."""

_TERM = "- id: finance\n  label: {en: Finance}\n"
_ASSETS = {"docs/assets/photo.jpg": "x"}


def found_in(folder: Path, example: dict[str, Any], which: str) -> list[Problem]:
    """Return what the check says of a project with the `wrong` or the `right` of an example in it."""
    write_base(folder)
    lay(folder, {**TRANSLATED, **_ASSETS})
    lay(folder, dict(_files(example, example[which].rstrip("\n"))))
    checked = read_all(folder)
    return ProblemsFound([*checked.problems, *check_words(checked)]).problems


def _files(example: dict[str, Any], text: str) -> Iterator[tuple[str, str]]:
    place = example["in"]
    if place == "name":
        listed = text.startswith("data/vocabulary/")
        words = _TERM if listed else _NAMED.get(Path(text).suffix, _NAMED[".yml"])
        yield text, words
        language, _, rest = text.removeprefix("docs/").partition("/")
        if text.startswith("docs/") and language == "en" and not example.get("alone"):
            yield from ((f"docs/{other}/{rest}", words) for other in ("fr", "es") if rest.endswith(".md"))
        return
    file, around = PLACES[place]
    yield file, f"{_without(around, text)}{text}\n" if not example.get("whole") else f"{text}\n" * bool(text)


def _without(around: str, text: str) -> str:
    """Return what stands around an example, without the fields that it has itself."""
    own = set(re.findall(r"^([\w.]+):", text, re.MULTILINE))
    fields = (
        re.split(r"^(?=[\w.]+:)", around, flags=re.MULTILINE) if not around.startswith("---") else [around]
    )
    return "".join(field for field in fields if field.partition(":")[0] not in own)
