"""Slips and hostile changes in real records and pages: the check tells them, or takes them as right.

`make mutations N=10000` counts what becomes of each. One file is read again by the functions that a check
reads it with, beside everything else as it is; every fiftieth change goes through a whole check.
"""

from __future__ import annotations

import random
import shutil
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from untfsse.checking import Checked, check_alone, link_targets, read_all
from untfsse.languages import read_languages
from untfsse.page_places import check_places
from untfsse.problems import Problem, ProblemsFound
from untfsse.prose import read_page
from untfsse.public_days import PublicDays
from untfsse.records import KINDS
from untfsse.redirects import read_redirects
from untfsse.reports import shown
from untfsse.search_terms import read_search_terms
from untfsse.store import read_again
from untfsse.word_checks import check_page, check_words
from untfsse.wording import languages

PROJECT = Path(__file__).resolve().parent.parent
SEED = "mistakes"
_LISTS = ("redirects.yml", "search.yml", "languages.yml")
_WHOLE = 50
"""One change in so many goes through a whole check."""

_NAMES = (
    "X.yml",
    "é.yml",
    "a b.yml",
    "a.yaml",
    "con.yml",
    "-.md",
    "a.md",
    "x" * 90 + ".yml",
    "a\n.yml",
    "\u202e.md",
)
_RENAMED = 0.3
"""Of the changes that go through a whole check, so many give the file another name too."""

Change = Callable[[random.Random, bytes], bytes]

_SIGNS = "\t\n:-#&*!|>%@`\"'{}[],?~<\\/\0\u202e\u00a0\u2028é0“”’«»\ufeff\U0001f30d"
_VALUES = (
    *("", "null", "~", "true", "no", "[]", "{}", "- x", "[[x]]", "{en: x}", "{{ x }}", "&a x", "*a", "!x x"),
    *("2023-02-30", "12/10/2026", "9999", "-1", "1e3", "0x1F", "1_000", "22:30", "99999999999999999999999"),
    *('"x', "'x", '"\\x"', '"\\ud800"', "|", ">-", "https://", "javascript:x", "<b>x</b>", "“x”", "../../x"),
    *("{{ events( }}", "{{ events(limit=99**99) }}", "[x](javascript:y)", "x\n  y: z", "\ufeffx", "é" * 90),
)


def _lines(change: Callable[[random.Random, list[bytes]], None]) -> Change:
    def changed(chance: random.Random, text: bytes) -> bytes:
        lines = text.splitlines(keepends=True) or [b""]
        change(chance, lines)
        return b"".join(lines)

    changed.__name__ = change.__name__
    return changed


def _at(chance: random.Random, text: bytes) -> int:
    return chance.randrange(len(text) + 1)


def _without_a_line(chance: random.Random, lines: list[bytes]) -> None:
    del lines[chance.randrange(len(lines))]


def _with_a_line_twice(chance: random.Random, lines: list[bytes]) -> None:
    at = chance.randrange(len(lines))
    lines.insert(at, lines[at])


def _with_lines_exchanged(chance: random.Random, lines: list[bytes]) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _indented_otherwise(chance: random.Random, lines: list[bytes]) -> None:
    at = chance.randrange(len(lines))
    indent = chance.choice([b"", b" ", b"   ", b"\t", "\u00a0\u00a0".encode(), b" " * 60])
    lines[at] = indent + lines[at].lstrip(b" ")


def _with_another_value(chance: random.Random, lines: list[bytes]) -> None:
    at = chance.randrange(len(lines))
    name, colon, _ = lines[at].partition(b":")
    lines[at] = name + (colon or b":") + b" " + chance.choice(_VALUES).encode() + b"\n"


def _with_another_name(chance: random.Random, lines: list[bytes]) -> None:
    at = chance.randrange(len(lines))
    name, colon, value = lines[at].partition(b":")
    other = chance.choice(
        [b"id", b"1", b"null", b"[x]", b"? x", b"title", name[:-1], name.upper(), name + b"s"]
    )
    lines[at] = name[: len(name) - len(name.lstrip())] + other.lstrip() + colon + value


def _with_a_very_long_line(chance: random.Random, lines: list[bytes]) -> None:
    at = chance.randrange(len(lines))
    sign = chance.choice([b"x", b"[", b"(", b"{{ ", b"- ", b"*", b"<", b"> ", b"&amp;", "é".encode()])
    lines[at] = lines[at].rstrip(b"\n") + sign * chance.choice([200, 3001, 9000]) + b"\n"


def _with_a_sign(chance: random.Random, text: bytes) -> bytes:
    at = _at(chance, text)
    return text[:at] + chance.choice(_SIGNS).encode() + text[at:]


def _with_another_sign(chance: random.Random, text: bytes) -> bytes:
    at = _at(chance, text)
    return text[:at] + chance.choice(_SIGNS).encode() + text[at + 1 :]


def _without_a_sign(chance: random.Random, text: bytes) -> bytes:
    at = _at(chance, text)
    return text[:at] + text[at + 1 :]


def _cut_short(chance: random.Random, text: bytes) -> bytes:
    return text[: _at(chance, text)]


def _with_other_bytes(chance: random.Random, text: bytes) -> bytes:
    at = _at(chance, text)
    return text[:at] + chance.choice([b"\xff", b"\xc3", b"\x00", b"\xed\xa0\x80", b"\xfe\xff"]) + text[at:]


def _with_other_line_ends(chance: random.Random, text: bytes) -> bytes:
    return text.replace(b"\n", chance.choice([b"\r\n", b"\r", b"\n\n", "\u2028".encode(), b"\x0b"]))


def _in_another_encoding(chance: random.Random, text: bytes) -> bytes:
    return text.decode("utf-8", "replace").encode(chance.choice(["utf-16", "utf-8-sig", "cp1252"]), "replace")


def _with_other_quotes(chance: random.Random, text: bytes) -> bytes:
    old, new = chance.choice([('"', "“"), ("'", "’"), (": ", ":"), ("- ", "-"), ("’", "'"), ('"', "")])
    return text.replace(old.encode(), new.encode())


def _with_anchors(chance: random.Random, text: bytes) -> bytes:
    return text.replace(b": ", chance.choice([b": &a ", b": *a ", b": !!str ", b": ? "]), 1)


CHANGES: tuple[Change, ...] = (
    *map(_lines, (_without_a_line, _with_a_line_twice, _with_lines_exchanged, _indented_otherwise)),
    *map(_lines, (_with_another_value, _with_another_name, _with_a_very_long_line)),
    *(
        _with_a_sign,
        _with_another_sign,
        _without_a_sign,
        _cut_short,
        _with_other_bytes,
        _with_other_line_ends,
    ),
    *(_in_another_encoding, _with_other_quotes, _with_anchors),
)


@dataclass(frozen=True)
class Outcome:
    """What became of one change."""

    file: str
    change: str
    problems: list[Problem]
    fault: str = ""
    """The traceback, where the check stumbled."""


def _is_quick(file: str) -> bool:
    """Whether a file is read by itself, not for all the others as a closed list is."""
    return file.endswith(".md") or file.split("/")[1] in (*KINDS, *_LISTS)


class Bench:
    """A copy of the real project in which one file at a time is changed."""

    def __init__(self, root: Path) -> None:
        """Copy the project into `root`, and read it once."""
        self.root = root
        for folder in ("data", "docs"):
            shutil.copytree(PROJECT / folder, root / folder)
        self.checked: Checked = read_all(root)
        self.files = sorted(
            file.relative_to(root).as_posix() for kind in ("*.yml", "*.md") for file in root.rglob(kind)
        )
        self._quick = list(filter(_is_quick, self.files))
        store = self.checked.store
        self._public = PublicDays(store, self.checked.prose)
        self._targets = link_targets(root, store, self.checked.prose)

    def outcomes(self, number: int, seed: str = SEED) -> Iterator[Outcome]:
        """Yield what becomes of `number` changes, the same for the same seed."""
        chance = random.Random(seed)
        for count in range(number):
            whole = count % _WHOLE == _WHOLE - 1
            file, change = chance.choice(self.files if whole else self._quick), chance.choice(CHANGES)
            path = self.root / file
            kept = path.read_bytes()
            changed = kept
            for _ in range(chance.choice([1, 1, 2, 4])):
                changed = change(chance, changed)
            name = chance.choice(_NAMES) if whole and chance.random() < _RENAMED else path.name
            path.unlink()
            path.with_name(name).write_bytes(changed)
            try:
                yield self._outcome(file, change.__name__.strip("_"), whole)
            finally:
                path.with_name(name).unlink()
                path.write_bytes(kept)

    def _outcome(self, file: str, change: str, whole: bool) -> Outcome:
        try:
            found = list(self._check_all() if whole else self._check_one(file))
            self._tell(found)
        except Exception:  # whatever it is, it is what is looked for
            return Outcome(file, change, [], traceback.format_exc())
        return Outcome(file, change, found)

    def _tell(self, found: list[Problem]) -> None:
        """Tell every problem in every language: its place is in its file, its line is one line."""
        for problem in found:
            told = [problem.told(language) for language in languages()]
            assert not any("\n" in one for one in told), told
            assert problem.column >= 1, told
            file = self.root / problem.file
            if problem.line and file.is_file():
                text = file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
                lines = text.split("\n")
                assert problem.line <= len(lines), told
                assert problem.column <= len(lines[problem.line - 1]) + 2, told
            shown(problem, self.root)

    def _check_all(self) -> list[Problem]:
        checked = read_all(self.root)
        return ProblemsFound([*checked.problems, *check_words(checked)]).problems

    def _check_one(self, file: str) -> Iterator[Problem]:
        """Read one file as a check of everything would, beside the others as they were."""
        folder, _, rest = file.partition("/")
        kind, _, name = rest.partition("/")
        if folder == "docs" and file.endswith(".md"):
            yield from self._check_page(file, kind, name.removesuffix(".md"))
        elif kind in KINDS and file.endswith(".yml"):
            yield from read_again(self.checked.store, kind, name.removesuffix(".yml"))
        elif rest == "redirects.yml":
            yield from read_redirects(self.root, self._targets)[1]
        elif rest == "search.yml":
            yield from read_search_terms(self.root, self._targets)[1]
        elif rest == "languages.yml":
            yield from read_languages(self.root)[1]

    def _check_page(self, file: str, language: str, name: str) -> Iterator[Problem]:
        store = self.checked.store
        page, problems = read_page(self.root, file, language, name, store.around)
        yield from problems
        pages = {one: {**self.checked.prose[one]} for one in ("en", language)}
        pages[language][name] = page
        yield from check_places(pages, store.all_ids)
        yield from check_alone(page, self._targets, self._public)
        yield from check_page(page, language, {})


def main(number: int) -> int:
    """Make so many changes and count; return 1 where the check stumbled."""
    begun, counted, faults = time.perf_counter(), Counter[str](), list[Outcome]()
    with TemporaryDirectory() as folder:
        for outcome in Bench(Path(folder)).outcomes(number):
            keys = {one.code for one in outcome.problems}
            counted[
                ", ".join(sorted(keys)) if len(keys) == 1 else "several" if keys else "nothing to mend"
            ] += 1
            if outcome.fault:
                faults.append(outcome)
                print(f"{outcome.file}: {outcome.change}\n{outcome.fault}")
    for what, times in counted.most_common():
        print(f"{times:6} {what}")
    print(f"{number} changes in {time.perf_counter() - begun:.0f} s, {len(faults)} tracebacks")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
