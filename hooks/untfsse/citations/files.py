"""Writes the files of reference managers: one for each work, one for each list of works."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from untfsse.citations import bibtex, csl, ris
from untfsse.citations.cited import LISTS
from untfsse.citations.works import Work
from untfsse.groups import groups
from untfsse.site import Site
from untfsse.writing import put


class Format(NamedTuple):
    """How works become a file."""

    part: Callable[[Work], str]
    """Writes one work."""

    whole: Callable[[Iterable[str]], str]
    """Makes a file of several works, each as `part` wrote it."""

    def dumps(self, works: Iterable[Work]) -> str:
        """Return the file of these works."""
        return self.whole(map(self.part, works))


FORMATS = {
    "bib": Format(bibtex.entry, bibtex.joined),
    "ris": Format(ris.record, ris.joined),
    "csl.json": Format(csl.dumped, csl.joined),
}
"""Ending of a file → its format."""


def write(folder: Path, site: Site) -> None:
    """Write all of them, in UTF-8; and keep the references that the pages show."""
    ids = site.graph.records["publications"]
    lists = tuple(groups(site.index, "publications", *LISTS))
    for ending, (part, whole) in FORMATS.items():
        parts = {id_: [(work.key, part(work)) for work in site.library.works(id_)] for id_ in ids}
        for key, text in (one for works in parts.values() for one in works):
            put(folder / f"publications/{key}.{ending}", whole([text]).encode())
        for group in lists:
            texts = [text for id_ in group.ids for _, text in parts[id_]]
            put(folder / f"citations/{group.name}.{ending}", whole(texts).encode())
