"""What the public sees on a day: the one place that knows drafts, `publish:` and `withdraw:`.

Days are whole days in UTC, by the clock of the build. What is not public yet is a draft, whatever the reason.
What was withdrawn is gone in the same way, but something stood at its address: see `withdrawn.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

NEVER = date.max
"""The day a draft becomes public: nobody knows."""

ALWAYS = date.min


class Shown(Protocol):
    """A record, or the top of a page."""

    @property
    def publish(self) -> date | None:
        """Day from which it is public."""

    @property
    def withdraw(self) -> date | None:
        """Day from which it is public no more."""


class Hidden(NamedTuple):
    """Why something is not public."""

    why: str
    """`draft`, `publish` or `withdraw`: the field that says so."""

    day: date
    """The day it becomes public (NEVER for a draft), or since which it is so no more."""


def hidden(one: Shown, today: date) -> Hidden | None:
    """Return why `one` is not public on a day; None where it is."""
    return _hidden(bool(getattr(one, "draft", False)), one.publish, one.withdraw, today)


def hidden_as_written(data: Any, today: date) -> Hidden | None:
    """Return the same of what stands in a file, before that is checked; what is no day says nothing."""
    if not isinstance(data, Mapping):
        return None
    return _hidden(data.get("draft") == "true", _day(data, "publish"), _day(data, "withdraw"), today)


def comes(why: Hidden | None) -> date | None:
    """Return the day from which something may be named; None where it is named already.

    What was withdrawn may be: records leave it out, links lead to a page that says so.
    """
    return None if why is None or why.why == "withdraw" else why.day


def speaks_from(why: Hidden | None) -> date:
    """Return the day from which the public reads what something says: NEVER once it is withdrawn."""
    return ALWAYS if why is None else NEVER if why.why == "withdraw" else why.day


def _hidden(draft: bool, publish: date | None, withdraw: date | None, today: date) -> Hidden | None:
    if draft:
        return Hidden("draft", NEVER)
    if withdraw and today >= withdraw:
        return Hidden("withdraw", withdraw)
    return Hidden("publish", publish) if publish and today < publish else None


def _day(data: Mapping[str, Any], field: str) -> date | None:
    try:
        return date.fromisoformat(str(data.get(field, "")).strip())
    except ValueError:
        return None
