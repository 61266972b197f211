"""Writes a review as one HTML file that asks for nothing, runs nothing and stays small."""

from __future__ import annotations

import base64
import hashlib
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from untfsse.dates import say_day, say_number
from untfsse.names import language_name, own_name, text_direction
from untfsse.review.fields import File
from untfsse.review.report import Report
from untfsse.review.showing_days import shown_days
from untfsse.review.showing_pages import PagesShown, Room, Shown
from untfsse.review.stylesheet import stylesheet
from untfsse.review.summary import file_anchor, summary
from untfsse.review.titles import title_in
from untfsse.review.wording import words

_POLICY = "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'"
"""Nothing is fetched and nothing runs, whatever a change has put into its pages."""

_MOST_LINES = 60
"""Lines of a list that are shown; the rest is counted."""

_MOST_FOLLOWING = 40
_TEMPLATES = Path(__file__).resolve().parents[3] / "overrides"


def write(report: Report, output: Path, language: str, languages: list[str]) -> int:
    """Write the file; return how many bytes it has."""
    w = words(language)
    named = {"description": "page.description"}
    said = {one: w(named.get(one, one)) for one in ("deleted", "inserted", "drawing", "description")}
    sheet = Markup(stylesheet(report.sheet, said, languages))
    content = (
        _environment(language)
        .get_template("fragments/review/review.html")
        .render(
            **_values(report, language),
            languages=[(one, own_name(one)) for one in languages],
            language=language,
            direction=text_direction(language),
            sheet=sheet,
            policy=_POLICY.format(base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()),
        )
    )
    held = content.encode("utf-8", errors="replace")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(held)
    return len(held)


def _values(report: Report, language: str) -> dict[str, Any]:
    w, room = words(language), Room()
    make = PagesShown(w, report.effects)
    compared, days = report.comparison, shown_days(report.days, w)
    pages = [make.changed(one) for one in compared.pages] if compared else []
    changed_drafts = [make.draft(one) for one in report.drafts if one.trees]
    following = (
        [make.together(one, at, "follow") for at, one in enumerate(compared.follow_on)] if compared else []
    )
    frames = [make.together(one, at, "frame") for at, one in enumerate(compared.frames)] if compared else []
    frames = [one for one in frames[:_MOST_FOLLOWING] if room.takes(one.columns)]
    shown, cut = _fitting([*changed_drafts, *pages], room)
    follow, rest = _fitting(following[:_MOST_FOLLOWING], room)
    everything = {one.name: one for one in (*pages, *changed_drafts)}
    return {
        "report": report,
        "lines": summary(report, {one.name: one for one in shown} | _unlinked(everything, cut), w),
        "new_days": [one for one in days if one.is_new],
        "to_come": [one for one in days if one.is_to_come],
        "pages": [one for one in shown if one.how != "draft"],
        "drafts": [one for one in shown if one.how == "draft"],
        "same_drafts": [one for one in report.drafts if not one.trees],
        "cut": cut,
        "follow": follow,
        "follow_more": len(following) - len(follow),
        "follow_pages": len({name for one in following for name, _ in one.pages}),
        "frames": frames,
        "files": [one for one in report.fields if one.fields and not _is_shown(one, everything)],
        "most": _MOST_LINES,
        "over": [one for one in report.heavy if one.is_over],
        "grew": [one for one in report.heavy if not one.is_over],
        "rest": rest,
    }


def _is_shown(file: File, shown: dict[str, Shown]) -> bool:
    """Whether a file needs no table: its record is shown, or only programs read it."""
    return file.path[len("data/") : -len(".yml")] in shown or file.path.startswith("data/translations/")


def _fitting(some: list[Shown], room: Room) -> tuple[list[Shown], list[Shown]]:
    """Return those that fit into the file, and those that do not."""
    taken = {id(one) for one in some if room.takes(one.columns)}
    return [one for one in some if id(one) in taken], [one for one in some if id(one) not in taken]


def _unlinked(everything: dict[str, Shown], cut: list[Shown]) -> dict[str, Shown]:
    """Return pages that are not shown, without their place."""
    return {
        one.name: Shown("", one.how, one.title, one.name, one.columns, one.change)
        for one in cut
        if one.name in everything
    }


def _environment(language: str) -> Environment:
    env = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    w = words(language)
    env.filters["number"] = lambda number: say_number(number, language)
    env.filters["day"] = lambda day: say_day(day, language)
    env.filters["kib"] = lambda size: say_number(round(Decimal(size) / 1024, 1), language)
    env.filters["made"] = Markup  # trees that were cleaned, or words that were escaped: see cleaning.py
    env.globals.update(
        w=w,
        language_name=lambda code: language_name(code, language),
        file_anchor=file_anchor,
        title_in=lambda titles: title_in(titles, language),
        path=lambda name: "/" if name == "index" else f"/{name}/",
    )
    return env
