"""From which name to which, and what a name that stands somewhere becomes."""

from __future__ import annotations

from typing import NamedTuple

from untfsse.records.references import Refers


class Move(NamedTuple):
    """A new name for a record or a story."""

    kind: str
    """Folder of the record, or `news`."""

    old: str
    new: str

    @property
    def page(self) -> str:
        """Name of its page until now."""
        return f"{self.kind}/{self.old}"

    @property
    def new_page(self) -> str:
        """Name of its page from now on."""
        return f"{self.kind}/{self.new}"

    def renamed(self, page: str) -> str:
        """Return what a page is called from now on: its own, and those of the areas of a plan."""
        if page == self.page or page.startswith(f"{self.page}/"):
            return self.new_page + page.removeprefix(self.page)
        return page

    def referred(self, marker: Refers, value: str) -> str:
        """Return what a reference to a record of a kind becomes; the areas of a plan bear its name."""
        if marker.kind == self.kind and value == self.old:
            return self.new
        if marker.kind == "areas" and self.kind == "plans" and value.partition("/")[0] == self.old:
            return self.new + value.removeprefix(self.old)
        return value
