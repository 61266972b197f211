"""What comes or goes on a day of its own, as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from untfsse.dates import say_day
from untfsse.review.days import Named, Scheduled
from untfsse.review.titles import title_in
from untfsse.strings import Strings


@dataclass(frozen=True)
class ShownDay:
    """One day of one record or page."""

    name: str
    sentence: str
    """What happens on it, how many pages that concerns, and what it leaves empty."""

    is_new: bool
    is_to_come: bool
    pages: tuple[tuple[str, str], ...]
    """Name and title of the pages that name it."""


def shown_days(days: Iterable[Scheduled], words: Strings) -> list[ShownDay]:
    """Return the days in the words of the review."""
    return [
        ShownDay(
            one.name,
            _sentence(one, words),
            one.is_new,
            one.how in ("from", "until"),
            _titled(one.naming or (), words.language),
        )
        for one in days
    ]


def _sentence(one: Scheduled, w: Strings) -> str:
    language = w.language
    values = {
        "title": title_in(one.titles, language) or one.name,
        "day": say_day(one.day, language),
        "last": say_day(one.day - timedelta(days=1), language),
    }
    said = [w(_KEYS[one.how], **values)]
    if one.naming is not None:
        said.append(w.count("days.named", len(one.naming)))
    if one.emptied:
        names = ", ".join(title for _, title in _titled(one.emptied, language))
        said.append(w("days.empty", names=names))
    return " ".join(said)


_KEYS = {"from": "days.from", "until": "days.until", "gone": "days.gone", "stays": "days.stays"}


def _titled(pages: Iterable[Named], language: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, title_in(titles, language)) for name, titles in pages)
