"""Adds a language: its line in the list of languages, its folder, its interface words, its ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from untfsse.languages import FILE, SOURCE, is_code, read_languages
from untfsse.names import language_name
from untfsse.strings import strings_file
from untfsse.translations.ledger import Ledger, place, save
from untfsse.yaml_source import parse

_HEAD = """\
# Interface words in {name}. What is still in English starts with "# ": take these two characters away, and
# translate what follows the colon. Words in {{braces}} are filled in and stay as they are; words that hold a
# colon or start with a brace stand in 'quotes'. A count may also have words for .zero, .two, .few and .many.
"""


class CannotAdd(Exception):
    """The language cannot be added; says why."""


def add_language(root: Path, code: str) -> list[Path]:
    """Write the files that a language starts with; return them. Raise CannotAdd before any is written."""
    if code in read_languages(root)[0]:
        raise CannotAdd(f"{code} is a language of this site already; see untfsse translations status {code}")
    if not is_code(code):
        raise CannotAdd(f'"{code}" is no language code; write one such as pt, ar or zh-Hans')
    listed, words, ledger = root / FILE, root / strings_file(code), place(root, code)
    if words.parent.exists():
        raise CannotAdd(f"there is a folder docs/{code} already; take it away first, or add {code} to {FILE}")
    list_ = listed.read_text("utf-8") if listed.exists() else _list_of_this_site(root)
    source = (root / strings_file(SOURCE)).read_text("utf-8")
    listed.write_text(f"{list_.rstrip()}\n- code: {code}\n  unfinished: true\n", "utf-8")
    words.parent.mkdir(parents=True)
    head = _HEAD.format(name=language_name(code, SOURCE))
    words.write_text(head + "\n".join(to_translate(source)) + "\n", "utf-8")
    save(root, Ledger(code))
    return [listed, words, ledger]


def to_translate(source: str) -> Iterator[str]:
    """Yield the lines of a strings file, its first remark apart, each key as a remark: `# skip: Skip …`."""
    lines = source.rstrip().split("\n")
    first = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    for line in lines[first:]:
        if line.startswith("#") or not line:
            yield line.replace("# ", "## ", 1)
        else:
            yield f"# {line}"


def taken_up(words: str, keys: Iterable[str]) -> str:
    """Return a strings file with `keys` that wait as a remark, or that it lacks, as keys: `skip: Skip …`."""
    lines = words.split("\n")
    waiting = {line[2:].partition(": ")[0]: at for at, line in enumerate(lines) if line.startswith("# ")}
    there = parse(words) or {}
    for key in keys:
        if key in there:
            continue
        if key in waiting:
            lines[waiting[key]] = lines[waiting[key]][2:]
        else:
            lines.insert(len(lines) - (not lines[-1]), f"{key}: …")
    return "\n".join(lines)


def _list_of_this_site(root: Path) -> str:
    """A project that has no list of its own gets one of the languages it has now."""
    found, _ = read_languages(root)
    return "\n".join(
        f"- code: {one.code}" + (f"\n  locale: {one.locale}" if one.locale != one.code else "")
        for one in found.values()
    )
