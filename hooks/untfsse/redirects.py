"""Old addresses that still lead somewhere: `data/redirects.yml`, and the small pages made from it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.page_places import RESERVED
from untfsse.part_lists import read_list
from untfsse.problems import Problem, nearest
from untfsse.records.base import Line, Part, SiteLanguage, YesNo
from untfsse.spots import locate_value
from untfsse.yaml_source import Path as Place
from untfsse.yaml_source import Positions

FILE = "data/redirects.yml"
_FORM = re.compile(r"/(?:[a-z0-9][a-z0-9._-]*/)+")


def _old_address(value: str) -> str:
    if not _FORM.fullmatch(value):
        raise PydanticCustomError("redirect-form", "redirect-form", {"given": value})
    return value


class Redirect(Part):
    """One old address and the page it leads to."""

    old: Annotated[Line, AfterValidator(_old_address)]
    """Path on the old site, from `/` to `/`, without `?lang=`."""

    to: Line
    """Page it leads to, as its file below docs/en/ without `.md`, or a record: `events/<id>`."""

    language: SiteLanguage = DEFAULT
    """Language of the old page, where its address says so."""

    merged: YesNo = False
    """`true`: what was there is not what is here now, under another name; it became a part of it."""


def read_redirects(root: Path, pages: Collection[str]) -> tuple[list[Redirect], list[Problem]]:
    """Return the redirects of `root`, and each that is faulty or leads to none of `pages`."""
    items, positions, problems = read_list(root, FILE, Redirect, "redirects-shape")
    redirects: list[Redirect] = []
    for index, redirect in items:
        problems.extend(_faults(redirect, redirects, pages, (index,), positions))
        redirects.append(redirect)
    return redirects, problems


def _faults(
    redirect: Redirect, others: list[Redirect], pages: Collection[str], at: Place, positions: Positions
) -> Iterable[Problem]:
    to, old = (locate_value((*at, field), positions) for field in ("to", "old"))
    if redirect.to not in pages:
        values = {"given": redirect.to, "near": nearest(redirect.to, pages)}
        yield Problem(FILE, *to, "to", "redirect-target", values)
    if any(other.old == redirect.old for other in others):
        yield Problem(FILE, *old, "old", "id-twice", {"given": redirect.old})
    name = redirect.old.strip("/")
    if name in pages or f"{name}/index" in pages:
        yield Problem(FILE, *old, "old", "redirect-taken", {"given": redirect.old})
    first = next((part for part in name.split("/") if part not in LANGUAGES), "")
    if first in RESERVED:
        yield Problem(FILE, *old, "old", "page-address-reserved", {"given": first})
