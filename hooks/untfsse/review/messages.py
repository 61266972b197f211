"""What `untfsse check` says of a change: first what is new with it, then what was so before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from untfsse.checking import Checked
from untfsse.problems import Problem, ProblemsFound
from untfsse.word_checks import check_words
from untfsse.wording import help_address


class Said(NamedTuple):
    """A sentence, in the parts in which the command line prints it."""

    place: str
    code: str

    help: str
    """Address of the page that explains the code."""

    words: str


@dataclass(frozen=True)
class Messages:
    """What is to be mended."""

    new: tuple[Said, ...]
    old: tuple[Said, ...]
    """Those that were there before this change."""


def messages(before: Checked | None, after: Checked, language: str) -> Messages:
    """Return what is to be mended; a mistake that only moved to another line is no new one."""
    there = {_known(one) for one in _problems(before)} if before else set()
    now = _problems(after)
    new = [one for one in now if _known(one) not in there]
    old = [one for one in now if _known(one) in there]
    return Messages(tuple(_told(new, language)), tuple(_told(old, language)))


def _problems(checked: Checked) -> list[Problem]:
    return ProblemsFound([*checked.problems, *check_words(checked)]).problems


def _known(one: Problem) -> tuple[str, ...]:
    return one.file, one.field, one.key, str(one.values)


def _told(problems: Iterable[Problem], language: str) -> Iterable[Said]:
    for one in problems:
        before, _, words = one.told(language).partition(f": {one.code} ")
        yield Said(before, one.code, help_address(language, one.key), words)
