"""Which words of a text were taken out and which were put in."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher


def taken_out(old: str, new: str) -> str:
    """Return the words that only `old` has, ` … ` between those that stand apart."""
    return " … ".join(_only_in_first(old.split(), new.split()))


def put_in(old: str, new: str) -> str:
    """Return the words that only `new` has."""
    return taken_out(new, old)


def _only_in_first(one: list[str], other: list[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, start, end, _, _ in matcher.get_opcodes():
        if kind in ("replace", "delete"):
            yield " ".join(one[start:end])
