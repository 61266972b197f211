"""What nodes of several types have alike: addresses, bodies, places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from untfsse.links import absolute
from untfsse.records.base import Party, Place
from untfsse.views.base import Linked
from untfsse.views.reader import Reader

Node = dict[str, Any]
"""A node of a graph: names of schema.org and their values."""


def node(type_: str, **values: Any) -> Node:
    """Return a node without the values that are not known."""
    return {"@type": type_} | several(**values)


def several(**values: Any) -> Node:
    """Return the values that are known; a list of one is the one."""
    return {name: _single(value) for name, value in values.items() if value}


def _single(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


@dataclass(frozen=True)
class Pen:
    """Writes nodes in one language."""

    reader: Reader
    site_url: str

    def address(self, path: str | None) -> str:
        """Return the full address of a path from the root; an outside address stays."""
        if path is None:
            return ""
        return path if ":" in path.split("/", 1)[0] else absolute(path, self.site_url)

    def body(self, linked: Linked) -> Node:
        """Return a body; its address is that of its page here."""
        return node("Organization", name=linked.words.plain, url=self.address(linked.path))

    def bodies(self, parties: Iterable[Party]) -> list[Node]:
        """Return bodies in their order."""
        return [self.body(one) for one in self.reader.parties(parties)]

    def place(self, place: Place) -> Node:
        """Return a place; its country by its ISO 3166-1 code."""
        venue, city = self.reader.say(place.venue), self.reader.say(place.city)
        where = node(
            "PostalAddress", addressLocality=city.plain if city else "", addressCountry=place.country
        )
        return node("Place", name=venue.plain if venue else "", address=where)

    @property
    def task_force(self) -> str:
        """The identifier of the task force, the same in every language."""
        return f"{absolute('', self.site_url)}#task-force"
