"""How an event is known for life, whatever it is called and wherever it takes place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import NAMESPACE_DNS, uuid5

from untfsse.changes import Revision
from untfsse.redirects import Redirect
from untfsse.store import path_of

DOMAIN = "unsse.org"
"""A name of the task force. Never change it, even if the site moves: readers would get every event twice."""

_SPACE = uuid5(NAMESPACE_DNS, DOMAIN)


class Edition(NamedTuple):
    """Which state of a record this is."""

    moment: datetime
    """When it was last changed, in UTC."""

    sequence: int
    """How often it was changed: 0 at first. It goes on when the file gets a new name."""


def uid(id_: str) -> str:
    """Return the UID of an event: a UUID, as RFC 7986 (section 5.3) asks, made from the domain and its id.

    Nothing else goes into it, so that an event keeps it through a new title, date or place.
    """
    return str(uuid5(_SPACE, f"events/{id_}"))


def former_names(redirects: Iterable[Redirect], page: str, merged: bool = True) -> list[str]:
    """Return what was at the address of `page` (`events/<id>`) under another name, oldest name first.

    These are the addresses of the same folder that `data/redirects.yml` leads to it, in the order of the
    list.
    Without `merged`, those are left out that were another record and became part of this one.
    """
    folder = page.partition("/")[0] + "/"
    names = ((one.old.strip("/"), one) for one in redirects if one.to == page)
    return [name for name, one in names if name.startswith(folder) and (merged or not one.merged)]


def first_name(redirects: Iterable[Redirect], page: str) -> str:
    """Return the name a page had at first: a new name of its file does not change what it is about."""
    return next(iter(former_names(redirects, page, merged=False)), page)


def edition(revisions: Mapping[str, Revision], redirects: Iterable[Redirect], id_: str) -> Edition | None:
    """Return the state of an event as the history tells it, former names included; None without history."""
    last = revisions.get(path_of("events", id_))
    if last is None:
        return None
    names = former_names(redirects, f"events/{id_}", merged=False)
    earlier = (revisions.get(f"data/{name}.yml") for name in names)
    return Edition(last.moment, last.number - 1 + sum(one.number for one in earlier if one))
