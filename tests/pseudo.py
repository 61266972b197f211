"""Builds the site in a language that nobody speaks: `Ŵóóřďšé` for `Words`. By `make pseudo`, never published.

Every word that translators get is accented and about a third longer. A word of a page that is not accented
is hard-coded somewhere; what does not fit would not fit in German. `tests/browser/test_pseudo.py` looks.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

from building import CLOCK, PROJECT, build
from untfsse.languages import FILE, SOURCE
from untfsse.locales import LANGUAGES
from untfsse.yaml_source import parse, read

CODE = "en-XA"
"""An invented territory of English, as other pseudo-languages have it (X…: for private use, ISO 3166-1)."""

_ACCENTED = str.maketrans(
    "aceghijklnorstuwyzdACEGHIJKLNORSTUWYZD",
    "áçéğĥíĵķľñóřšťúŵýžďÁÇÉĞĤÍĴĶĽÑÓŘŠŤÚŴÝŽĎ",
)
_LONGER = 0.35
_MOST = 256 * 1024
"""Bytes of the largest file there is."""

_VOWELS = frozenset("áéíóúýÁÉÍÓÚÝ")
_WORD = re.compile(r"[^\W\d_]+")
_KEPT = re.compile(
    r"""
      ^(?:```|~~~).*?^(?:```|~~~)[ \t]*$     # code
    | `[^`\n]*`
    | \{\{.*?\}\} | \{[^{}\n]*\}             # macro calls, places to fill in
    | <!--.*?--> | <[^<>\n]+>                # HTML
    | &\#?\w+;
    | (?<=\])\([^()\s]*(?:\ "[^"\n]*")?\)    # where links lead
    | ^\ {0,3}\[[^\]\n]+\]:[^\n]*$ | \[\^[^\]\n]+\]
    | ^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+[\w-]+   # the kind of an admonition
    | https?://[^\s)>\]]+ | [\w.+-]+@[\w-]+\.[\w.]+
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
"""What translators leave alone, too."""

_TOP = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)
_TOP_LINE = re.compile(r"^((?:title|description): *)(.*)$", re.MULTILINE)


def accented(text: str) -> str:
    """Return a text as the pseudo-language has it; Markdown, placeholders, links and code stay."""
    parts, at = [], 0
    for kept in _KEPT.finditer(text):
        parts += [_WORD.sub(_word, text[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*parts, _WORD.sub(_word, text[at:])])


def _word(found: re.Match[str]) -> str:
    """Accent the letters of a word, and say its vowels twice until it is long enough."""
    word = found[0].translate(_ACCENTED)
    more = round(len(word) * _LONGER)
    letters = []
    for letter in word:
        letters.append(letter)
        if more and letter in _VOWELS:
            letters.append(letter.lower())
            more -= 1
    return "".join(letters) + "é" * (more if len(word) > 2 else 0)


def texts(value: Any, name: str = "") -> Any:
    """Return what a file of `data/` holds with its texts in English and in the pseudo-language only."""
    if isinstance(value, list):
        return [texts(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value and value.keys() <= set(LANGUAGES) and all(isinstance(one, str) for one in value.values()):
        words = value.get(SOURCE) or next(iter(value.values()))
        there = {} if name == "title_translations" else {SOURCE: words}
        return {**there, CODE: accented(words)}
    if name in ("typed", "avoid", "allowed"):
        return {SOURCE: [one for forms in value.values() for one in forms]}
    left_out = {"original_language"} | ({"language"} if "old" in value else set())
    return {key: texts(one, key) for key, one in value.items() if key not in left_out}


def proper(value: Any) -> set[str]:
    """Return the values of a file of `data/` that are the same in every language: names, numbers, codes."""
    if isinstance(value, list):
        return set().union(*map(proper, value))
    if isinstance(value, dict):
        return set().union(*(proper(one) for key, one in value.items() if key not in LANGUAGES))
    return {value} if isinstance(value, str) else set()


def data_files() -> list[str]:
    """Return the paths of the files that hold texts."""
    files = sorted((PROJECT / "data").rglob("*.yml"))
    return [path for file in files if (path := file.relative_to(PROJECT).as_posix()) != FILE]


def make(folder: Path) -> Path:
    """Write a copy of the project that has English and the pseudo-language; return its root."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("hooks", "overrides"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    for path in data_files():
        _write(folder / path, _yaml(texts(parse(read(PROJECT, path, _MOST)))))
    languages = [{"code": SOURCE, "locale": "en_GB"}, {"code": CODE, "locale": "en_GB"}]
    _write(folder / FILE, _yaml(languages))
    docs = PROJECT / "docs"
    for name in ("assets", SOURCE):
        if (docs / name).exists():
            shutil.copytree(docs / name, folder / "docs" / name)
    for file in (docs / SOURCE).rglob("*.md"):
        _write(folder / "docs" / CODE / file.relative_to(docs / SOURCE), _page(file.read_text("utf-8")))
    words = parse(read(PROJECT, f"docs/{SOURCE}/strings.yml", _MOST))
    made = {key: accented(text) for key, text in words.items()}
    _write(folder / "docs" / CODE / "strings.yml", _yaml(made))
    return folder


def _page(text: str) -> str:
    top = _TOP.match(text)
    if top is None:
        return accented(text)
    lines = _TOP_LINE.sub(lambda line: line[1] + accented(line[2]), top[0])
    return lines + accented(text[top.end() :])


def _yaml(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def main() -> int:
    """Build it in `site-pseudo/`; return the exit status."""
    made = build(make(PROJECT / ".cache" / "pseudo"), PROJECT / "site-pseudo", SOURCE_DATE_EPOCH=CLOCK)
    print(made.output.strip() or f"open {made.site.relative_to(PROJECT)}/{CODE}/index.html")
    return made.status


if __name__ == "__main__":
    sys.exit(main())
