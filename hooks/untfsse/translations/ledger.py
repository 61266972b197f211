"""What each translated unit was made from: a file for each language, written by commands, never by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from untfsse.problems import Problem, ProblemsFound

Origin = Literal["person", "machine"]

_HEAD = """\
# What each translation was made from. Written by `untfsse translations`; nobody needs to edit this file.
# A line for each unit: its file and name (blocks of a page have none), fingerprint of the source (- where it
# is meant to have none), of the translation, who made it, and, where it was reviewed, the day and the
# reviewer. Both sides of a merge are right: run `untfsse translations record`.
"""

ALONE = "-"
"""Instead of the fingerprint of a source: it is meant that only the translation has this."""

_FINGERPRINT = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True)
class Entry:
    """One translated unit."""

    source: str
    """Fingerprint of the source it was made from, or `ALONE`."""

    translation: str
    """Fingerprint of its own words."""

    origin: Origin = "person"
    reviewed: date | None = None
    reviewer: str = ""

    name: str = ""
    """`Unit.field`: dotted name of a field or key; the blocks of a page have none."""

    def __str__(self) -> str:
        review = f" {self.reviewed} {self.reviewer}".rstrip() if self.reviewed else ""
        return f"{self.source} {self.translation} {self.origin}{review}"


@dataclass
class Ledger:
    """What is known of one language."""

    language: str
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    """File of the translation → its units, in the order they stand in it."""

    def __iter__(self) -> Iterator[tuple[str, Entry]]:
        """Yield every unit with its file."""
        return ((file, entry) for file, entries in self.entries.items() for entry in entries)

    def of(self, file: str) -> Mapping[str, list[Entry]]:
        """Return fingerprint of a translation → entries of a file; the same words may stand twice."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.get(file, ()):
            found.setdefault(entry.translation, []).append(entry)
        return found

    def put(self, file: str, entries: Iterable[Entry]) -> None:
        """Set the units of a file; a file without any is forgotten."""
        kept = list(dict.fromkeys(entries))
        if kept:
            self.entries[file] = kept
        else:
            self.entries.pop(file, None)

    def reviewed(self, file: str, fingerprints: Iterable[str], day: date, reviewer: str) -> None:
        """Note who reviewed units of a file, known by the fingerprints of the translations."""
        wanted, name = set(fingerprints), " ".join(reviewer.split())
        reviewed = (
            replace(one, reviewed=day, reviewer=name) if one.translation in wanted else one
            for one in self.entries.get(file, ())
        )
        self.put(file, reviewed)


def place(root: Path, language: str) -> Path:
    """Return where the ledger of a language is kept."""
    return root / "data" / "translations" / f"{language}.txt"


def load(root: Path, language: str) -> Ledger:
    """Read a ledger; an empty one if there is none. Raise ProblemsFound for a line that is none of ours.

    After a merge that kept the lines of both sides (`.gitattributes`), a unit may stand there with two
    sources: either is right.
    """
    ledger, file = Ledger(language), place(root, language)
    if not file.exists():
        return ledger
    problems = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        name, _, rest = line.partition(" ")
        name, _, unit = name.partition("#")
        if (entry := _entry(rest, unit)) is None:
            values = {"given": line}
            problems.append(Problem(f"data/translations/{file.name}", number, 1, "", "ledger-line", values))
        else:
            ledger.entries.setdefault(name, []).append(entry)
    if problems:
        raise ProblemsFound(problems)
    return ledger


def save(root: Path, ledger: Ledger) -> None:
    """Write a ledger: files in the order of their names, an empty line between them.

    Each line stands for itself, so that whatever a merge does with the lines of two branches is right.
    """
    parts = [
        "\n".join(f"{_named(file, entry)} {entry}" for entry in ledger.entries[file])
        for file in sorted(ledger.entries)
    ]
    file = place(root, ledger.language)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n\n".join([_HEAD.rstrip(), *parts]) + "\n", "utf-8")


def _named(file: str, entry: Entry) -> str:
    return f"{file}#{entry.name}" if entry.name else file


def _entry(written: str, name: str) -> Entry | None:
    parts = written.split(maxsplit=4)
    if len(parts) < 3 or parts[2] not in get_args(Origin):
        return None
    if not all(map(_FINGERPRINT.fullmatch, parts[parts[0] == ALONE : 2])):
        return None
    reviewed = None
    if len(parts) > 3:
        try:
            reviewed = date.fromisoformat(parts[3])
        except ValueError:
            return None
    origin: Origin = "machine" if parts[2] == "machine" else "person"
    return Entry(parts[0], parts[1], origin, reviewed, parts[4] if len(parts) > 4 else "", name)
