"""The rules for calendars themselves: each notices the mistakes of `broken_calendars.yml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from calendar_rules import RULES, Calendar
from untfsse.calendars import files

_CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "broken_calendars.yml").read_text("utf-8")
)
_BY_NAME = {rule.__name__: rule for rule in RULES}
_FILES = {
    "data/events/2020-01-15-talks.yml": {
        "kind": "conference",
        "title": {"en": "Talks"},
        "summary": {"en": "A café, with many words so that the line of the description is folded somewhere."},
        "start": "2020-01-15",
        "place": {"city": "Geneva", "country": "CH"},
    },
    "data/events/2020-07-15-walks.yml": {
        "kind": "webinar",
        "title": {"en": "Walks"},
        "start": "2020-07-15T10:00",
        "end": "2020-07-15T11:00",
        "timezone": "Europe/Zurich",
    },
}


@pytest.fixture
def correct(small_site: Any, tmp_path: Path) -> Calendar:
    """A small calendar without a mistake."""
    files.write(tmp_path / "site", small_site(_FILES))
    path = "calendars/events.ics"
    return Calendar(path, (tmp_path / "site" / path).read_bytes())


def test_every_rule_has_a_case() -> None:
    assert {case["rule"] for case in _CASES} == set(_BY_NAME)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case['rule']}: {case['with']!r}")
def test_a_rule_notices_a_mistake(case: dict[str, Any], correct: Calendar) -> None:
    rule = _BY_NAME[case["rule"]]
    assert list(rule(correct)) == []
    text, number = re.subn(case["replace"], case["with"], correct.raw.decode("latin-1"))
    assert number
    assert list(rule(Calendar(correct.path, text.encode("latin-1"))))


def test_a_file_for_one_event_holds_one(correct: Calendar) -> None:
    [notice] = _BY_NAME["there_is_an_event"](Calendar("events/2020-01-15-talks.ics", correct.raw))
    assert notice == "2 events"
