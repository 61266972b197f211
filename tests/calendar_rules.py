"""What every calendar file must keep to, byte by byte (RFC 5545, RFC 7986 and what programs expect).

Each rule takes a file and tells what breaks it; `test_calendar_rules.py` looks whether it can fail.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

Rule = Callable[["Calendar"], Iterator[str]]
RULES: list[Rule] = []

_LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)')
_TEXTS = {
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "NAME",
    "X-WR-CALNAME",
    "X-WR-CALDESC",
    "PRODID",
    "UID",
    "TZID",
}
_ADDRESSES = {"URL", "SOURCE"}
_STATUSES = {"CONFIRMED", "TENTATIVE", "CANCELLED"}
_STATES = {"TENTATIVE", "CANCELLED"}
_UTC = r"\d{8}T\d{6}Z"
_ONCE = {
    "VCALENDAR": ("VERSION", "PRODID", "CALSCALE"),
    "VEVENT": ("UID", "DTSTAMP", "DTSTART", "STATUS", "SUMMARY", "DESCRIPTION", "URL"),
    "VTIMEZONE": ("TZID",),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"),
    "DAYLIGHT": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"),
}
"""Component → properties that stand in it exactly once."""

_AT_MOST_ONCE = {
    "VCALENDAR": (
        *("NAME", "X-WR-CALNAME", "X-WR-CALDESC", "DESCRIPTION", "URL", "SOURCE", "LAST-MODIFIED"),
        *("REFRESH-INTERVAL", "X-PUBLISHED-TTL"),
    ),
    "VEVENT": ("DTEND", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "LOCATION", "GEO", "CATEGORIES"),
    "VTIMEZONE": (),
    "STANDARD": ("RRULE", "RDATE"),
    "DAYLIGHT": ("RRULE", "RDATE"),
}
_WITHIN = {
    "VCALENDAR": {""},
    "VEVENT": {"VCALENDAR"},
    "VTIMEZONE": {"VCALENDAR"},
    "STANDARD": {"VTIMEZONE"},
    "DAYLIGHT": {"VTIMEZONE"},
}
"""Component → where it may stand."""


class Property(NamedTuple):
    """One unfolded line."""

    component: int
    """Number of the component it stands in, in the order they begin; 0 is outside of all."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Calendar:
    """One file as it was written."""

    path: str
    raw: bytes
    languages: tuple[str, ...] = ("en", "fr", "es")

    @property
    def is_feed(self) -> bool:
        """Whether it is one to subscribe to, not a single event."""
        return "calendars/" in self.path

    @cached_property
    def lines(self) -> list[str]:
        """Unfolded lines, as far as they can be read."""
        return self.raw.replace(b"\r\n ", b"").decode("utf-8", "replace").split("\r\n")[:-1]

    @cached_property
    def _read(self) -> tuple[list[Property], dict[int, tuple[str, int]]]:
        """Properties, and number of each component → its name and the number of the one around it."""
        properties: list[Property] = []
        components: dict[int, tuple[str, int]] = {0: ("", 0)}
        here = 0
        for line in self.lines:
            match = _LINE.fullmatch(line)
            if match is None:
                continue
            parameters = {name.upper(): value.strip('"') for name, value in _PARAMETER.findall(match[2])}
            if match[1] == "BEGIN":
                components[len(components)] = (match[3], here)
                here = len(components) - 1
            elif match[1] == "END":
                here = components[here][1]
            else:
                properties.append(Property(here, match[1].upper(), parameters, match[3]))
        return properties, components

    @property
    def properties(self) -> list[Property]:
        return self._read[0]

    @property
    def components(self) -> dict[int, tuple[str, int]]:
        """Number → name and the number of what is around it; 0 is the file."""
        return self._read[1]

    def events(self) -> Iterator[dict[str, Property]]:
        """Yield the properties of each event by name; of several of a name, the last."""
        yield from self.of("VEVENT")

    def of(self, component: str) -> Iterator[dict[str, Property]]:
        for number, (name, _) in self.components.items():
            if name == component:
                yield {one.name: one for one in self.properties if one.component == number}


def rule(check: Rule) -> Rule:
    RULES.append(check)
    return check


# the bytes


@rule
def every_line_ends_in_crlf(file: Calendar) -> Iterator[str]:
    if not file.raw.endswith(b"\r\n"):
        yield "the last line has no end"
    if re.search(rb"(?<!\r)\n|\r(?!\n)", file.raw):
        yield "a line ends in a bare CR or LF"


@rule
def no_line_is_longer_than_75_octets(file: Calendar) -> Iterator[str]:
    yield from (f"{len(line)}: {line!r}" for line in file.raw.split(b"\r\n") if len(line) > 75)


@rule
def every_physical_line_is_utf_8(file: Calendar) -> Iterator[str]:
    for line in file.raw.split(b"\r\n"):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"a character is cut: {line!r}"


@rule
def there_is_no_byte_order_mark_and_no_empty_line(file: Calendar) -> Iterator[str]:
    if file.raw.startswith(b"\xef\xbb\xbf"):
        yield "byte order mark"
    if b"\r\n\r\n" in file.raw or file.raw.startswith(b"\r\n"):
        yield "empty line"


@rule
def there_are_no_control_characters(file: Calendar) -> Iterator[str]:
    yield from (repr(found) for found in re.findall(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", file.raw))


@rule
def every_line_is_name_parameters_and_value(file: Calendar) -> Iterator[str]:
    yield from (repr(line) for line in file.lines if not _LINE.fullmatch(line))


# what stands where


@rule
def components_stand_where_they_may_and_are_closed(file: Calendar) -> Iterator[str]:
    waiting = [""]
    for line in file.lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            if waiting[-1] not in _WITHIN.get(value, set()):
                yield f"{value} in {waiting[-1] or 'the file'}"
            waiting.append(value)
        elif name == "END" and waiting.pop() != value:
            yield f"END:{value} closes another component"
            return
        elif name not in ("BEGIN", "END") and len(waiting) == 1:
            yield f"outside of everything: {line}"
    if waiting != [""]:
        yield f"never closed: {waiting}"


@rule
def what_is_required_is_there_once_and_nothing_twice(file: Calendar) -> Iterator[str]:
    for number, (component, _) in file.components.items():
        names = Counter(one.name for one in file.properties if one.component == number)
        if component == "VEVENT" and names["CATEGORIES"] > 1:
            names["CATEGORIES"] = 1  # one for each language
        once = _ONCE.get(component, ())
        yield from (f"{component}: {names[name]} {name}" for name in once if names[name] != 1)
        several = (name for name in _AT_MOST_ONCE.get(component, ()) if names[name] > 1)
        yield from (f"{component}: several {name}" for name in several)
        unknown = names.keys() - {*once, *_AT_MOST_ONCE.get(component, ())}
        yield from (f"{component}: {name} is not expected" for name in sorted(unknown))


@rule
def the_version_is_2_0_and_there_is_no_method(file: Calendar) -> Iterator[str]:
    for one in file.properties:
        if (one.name == "VERSION" and one.value != "2.0") or one.name == "METHOD":
            yield f"{one.name}:{one.value}"


@rule
def there_is_an_event(file: Calendar) -> Iterator[str]:
    number = sum(1 for _ in file.events())
    if number == 0 or (number > 1 and not file.is_feed):
        yield f"{number} events"


@rule
def a_calendar_says_what_it_is_and_how_often_to_look(file: Calendar) -> Iterator[str]:
    [calendar] = file.of("VCALENDAR")
    if not file.is_feed:
        return
    for name, value, parameters in (
        ("REFRESH-INTERVAL", "P1D", {"VALUE": "DURATION"}),
        ("X-PUBLISHED-TTL", "P1D", {}),
    ):
        found = calendar.get(name)
        if found is None or (found.value, found.parameters) != (value, parameters):
            yield f"{name}: {found}"
    source = calendar.get("SOURCE")
    if source is None or source.parameters != {"VALUE": "URI"} or not source.value.endswith(file.path):
        yield f"SOURCE: {source}"
    yield from (f"no {name}" for name in ("NAME", "DESCRIPTION", "URL") if name not in calendar)
    for ours, theirs in (("NAME", "X-WR-CALNAME"), ("DESCRIPTION", "X-WR-CALDESC")):
        if ours in calendar and (theirs not in calendar or calendar[ours].value != calendar[theirs].value):
            yield f"{theirs} is not {ours}"


# identity


@rule
def uids_are_uuids_and_stand_once(file: Calendar) -> Iterator[str]:
    uids = [event["UID"].value for event in file.events() if "UID" in event]
    for uid, number in Counter(uids).items():
        if number > 1 or not re.fullmatch(
            r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", uid
        ):
            yield f"{number} times {uid}"


@rule
def moments_of_change_are_in_utc_and_agree(file: Calendar) -> Iterator[str]:
    for one in file.properties:
        if one.name in ("DTSTAMP", "LAST-MODIFIED") and not re.fullmatch(_UTC, one.value):
            yield f"{one.name}:{one.value}"
    newest = max(
        (event["LAST-MODIFIED"].value for event in file.events() if "LAST-MODIFIED" in event), default=""
    )
    for event in file.events():
        changed = event.get("LAST-MODIFIED")
        if changed and ("SEQUENCE" not in event or event["DTSTAMP"].value != changed.value):
            yield f"{event['UID'].value}: changed {changed.value}"
        elif "SEQUENCE" in event and (
            changed is None or not re.fullmatch(r"0|[1-9]\d*", event["SEQUENCE"].value)
        ):
            yield f"SEQUENCE:{event['SEQUENCE'].value}"
    [calendar] = file.of("VCALENDAR")
    if file.is_feed and newest != (calendar["LAST-MODIFIED"].value if "LAST-MODIFIED" in calendar else ""):
        yield f"the newest change is {newest}"


# times


@rule
def days_and_times_are_written_as_they_must_be(file: Calendar) -> Iterator[str]:
    for event in file.events():
        for name in ("DTSTART", "DTEND"):
            one = event.get(name)
            if one and not _is_moment(one):
                yield f"{name} {one.parameters} {one.value}"


@rule
def an_event_ends_after_it_starts(file: Calendar) -> Iterator[str]:
    """An end is exclusive: that of a day is the next day (RFC 5545, section 3.8.2.2)."""
    for event in file.events():
        start, end = event.get("DTSTART"), event.get("DTEND")
        if start is None:
            continue
        if end is None:
            if start.parameters.get("VALUE") == "DATE":
                yield f"{start.value}: days without an end"
        elif end.value <= start.value or end.parameters != start.parameters:
            yield f"{start.value} to {end.value}, {start.parameters} and {end.parameters}"


@rule
def zones_are_explained_each_once_and_none_in_vain(file: Calendar) -> Iterator[str]:
    explained = Counter(zone["TZID"].value for zone in file.of("VTIMEZONE") if "TZID" in zone)
    used = {one.parameters["TZID"] for one in file.properties if "TZID" in one.parameters}
    if used != set(explained) or any(number > 1 for number in explained.values()):
        yield f"used: {sorted(used)}, explained: {dict(explained)}"


@rule
def zones_begin_before_the_events(file: Calendar) -> Iterator[str]:
    onsets: dict[str, list[str]] = {}
    zone_of = {one.component: one.value for one in file.properties if one.name == "TZID"}
    for number, (name, around) in file.components.items():
        if name in ("STANDARD", "DAYLIGHT"):
            starts = [
                one.value for one in file.properties if one.component == number and one.name == "DTSTART"
            ]
            onsets.setdefault(zone_of.get(around, ""), []).extend(starts)
    for event in file.events():
        zone = event["DTSTART"].parameters.get("TZID") if "DTSTART" in event else None
        if zone and min(onsets.get(zone, ["9"])) > event["DTSTART"].value:
            yield f"{zone} is explained after {event['DTSTART'].value}"


@rule
def offsets_and_rules_of_zones_are_whole(file: Calendar) -> Iterator[str]:
    rule_form = r"FREQ=YEARLY;BYMONTH=([1-9]|1[0-2]);BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)"
    for one in file.properties:
        if one.name.startswith("TZOFFSET") and not re.fullmatch(r"[+-]\d{4}(\d\d)?", one.value):
            yield f"{one.name}:{one.value}"
        if one.name == "RRULE" and not re.fullmatch(rule_form, one.value):
            yield f"RRULE:{one.value}"
        if one.name == "RDATE" and not re.fullmatch(r"\d{8}T\d{6}(,\d{8}T\d{6})*", one.value):
            yield f"RDATE:{one.value}"
        component = file.components[one.component][0]
        onset = component in ("STANDARD", "DAYLIGHT") and one.name == "DTSTART"
        if onset and (one.parameters or not re.fullmatch(r"\d{8}T\d{6}", one.value)):
            yield f"{component} DTSTART:{one.value}"


# values


@rule
def texts_are_escaped(file: Calendar) -> Iterator[str]:
    r"""A backslash stands before `\`, `;`, `,` and `n` only, and before each of the first three."""
    whole = r"(?:[^\\;,]|\\[\\;,n])*"
    listed = rf"{whole[:-1]}+(?:,{whole[:-1]}+)*"
    for one in file.properties:
        form = listed if one.name == "CATEGORIES" else whole
        if one.name in _TEXTS | {"CATEGORIES"} and not re.fullmatch(form, one.value):
            yield f"{one.name}:{one.value}"


@rule
def no_text_is_empty(file: Calendar) -> Iterator[str]:
    yield from (one.name for one in file.properties if not one.value.strip())


@rule
def languages_are_those_of_the_site(file: Calendar) -> Iterator[str]:
    for one in file.properties:
        if one.parameters.get("LANGUAGE", "en") not in file.languages:
            yield f"{one.name}: {one.parameters['LANGUAGE']}"
        if "LANGUAGE" in one.parameters and one.name not in _TEXTS | {"CATEGORIES"}:
            yield f"{one.name} has a language"


@rule
def the_description_is_in_the_language_of_the_file(file: Calendar) -> Iterator[str]:
    first = file.path.partition("/")[0]
    language = first if first in file.languages else file.languages[0]
    for one in file.properties:
        if one.name == "DESCRIPTION" and one.parameters.get("LANGUAGE") != language:
            yield f"{one.parameters}"


@rule
def addresses_are_full(file: Calendar) -> Iterator[str]:
    for one in file.properties:
        if one.name in _ADDRESSES and not re.fullmatch(r"https://[^\s\"<>\\^`{|}]+", one.value):
            yield f"{one.name}:{one.value}"


@rule
def the_description_names_the_page(file: Calendar) -> Iterator[str]:
    for event in file.events():
        if "URL" in event and not event["DESCRIPTION"].value.endswith(event["URL"].value):
            yield event["UID"].value


@rule
def states_are_known_and_shown_in_the_title(file: Calendar) -> Iterator[str]:
    for event in file.events():
        status, busy = event["STATUS"].value, event["TRANSP"].value if "TRANSP" in event else "OPAQUE"
        if status not in _STATUSES or busy not in ("OPAQUE", "TRANSPARENT"):
            yield f"{status}, {busy}"
        elif status in _STATES and (busy != "TRANSPARENT" or ":" not in event["SUMMARY"].value):
            yield f"{status}: {event['SUMMARY'].value}, {busy}"


@rule
def places_on_earth_are_latitude_and_longitude(file: Calendar) -> Iterator[str]:
    for one in file.properties:
        if one.name == "GEO":
            match = re.fullmatch(r"(-?\d+\.\d{1,6});(-?\d+\.\d{1,6})", one.value)
            if match is None or abs(float(match[1])) > 90 or abs(float(match[2])) > 180:
                yield one.value


def _is_moment(one: Property) -> bool:
    if one.parameters == {"VALUE": "DATE"}:
        return _is(one.value, r"\d{8}", lambda text: date.fromisoformat(f"{text[:4]}-{text[4:6]}-{text[6:]}"))
    if set(one.parameters) != {"TZID"}:
        return False
    return _is(one.value, r"\d{8}T\d{6}", lambda text: datetime.strptime(text, "%Y%m%dT%H%M%S"))


def _is(value: str, form: str, read: Callable[[str], object]) -> bool:
    try:
        return bool(re.fullmatch(form, value) and read(value))
    except ValueError:
        return False
