"""What two libraries that know nothing of each other read in a calendar: icalendar, and ical.js of npm."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar

from browser.tools import NODE, node_package

_SCRIPT = Path(__file__).with_name("read_calendars.mjs")


def by_icalendar(folder: Path, files: Sequence[str]) -> list[dict[str, Any]]:
    """Return name, interval and events of each file."""
    return [_calendar(icalendar.Calendar.from_ical((folder / file).read_bytes())) for file in files]


def by_ical_js(folder: Path, files: Sequence[str]) -> list[dict[str, Any]]:
    """Return the same."""
    library = node_package("ical.js/dist/ical.js")
    done = subprocess.run(
        [NODE, _SCRIPT, library, folder, *files], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def moment(when: date | datetime | None) -> str:
    """Return a day, or a time in UTC, as ical.js prints it; an empty string for None."""
    if isinstance(when, datetime):
        return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return when.isoformat() if when else ""


def _calendar(calendar: Any) -> dict[str, Any]:
    interval = calendar.get("REFRESH-INTERVAL")
    return {
        "name": str(calendar.get("NAME", "")),
        "refresh": interval.to_ical().decode() if interval else "",
        "events": [_event(one) for one in calendar.walk("VEVENT")],
    }


def _event(event: Any) -> dict[str, Any]:
    categories = event.get("CATEGORIES", [])
    geo = event.get("GEO")
    return {
        "uid": str(event["UID"]),
        "start": moment(event["DTSTART"].dt),
        "end": moment(event["DTEND"].dt) if "DTEND" in event else "",
        "stamp": moment(event["DTSTAMP"].dt),
        "sequence": int(event["SEQUENCE"]) if "SEQUENCE" in event else None,
        "status": str(event["STATUS"]),
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "location": str(event.get("LOCATION", "")),
        "url": str(event["URL"]),
        "categories": [
            str(one)
            for line in (categories if isinstance(categories, list) else [categories])
            for one in line.cats
        ],
        "geo": [geo.latitude, geo.longitude] if geo else None,
        "language": event["DESCRIPTION"].params.get("LANGUAGE", ""),
    }
