"""What `untfsse check` says of a change: first what is new with it, then what was so before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from untfsse.checking import Checked
from untfsse.problems import Problem, ProblemsFound
from untfsse.word_checks import check_words


@dataclass(frozen=True)
class Messages:
    """Sentences, as the command line prints them."""

    new: tuple[str, ...]
    old: tuple[str, ...]
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


def _told(problems: Iterable[Problem], language: str) -> Iterable[str]:
    for one in problems:
        try:
            yield one.told(language)
        except OSError:  # the messages are not written in this language
            yield one.told()
