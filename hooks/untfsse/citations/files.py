"""Writes the files of reference managers: one for each work, one for each list of works."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from untfsse.citations import bibtex, csl, ris
from untfsse.citations.cited import LISTS
from untfsse.citations.works import Work
from untfsse.groups import groups
from untfsse.site import Site

FORMATS: dict[str, Callable[[Iterable[Work]], str]] = {
    "bib": bibtex.dumps,
    "ris": ris.dumps,
    "csl.json": csl.dumps,
}
"""Ending of a file → what makes it."""


def write(folder: Path, site: Site) -> None:
    """Write all of them, in UTF-8; and keep the references that the pages show."""
    works = site.library
    for id_ in site.graph.records["publications"]:
        for work in works.works(id_):
            _write(folder / "publications" / work.key, [work])
    for group in groups(site.index, "publications", *LISTS):
        _write(folder / "citations" / group.name, [work for id_ in group.ids for work in works.works(id_)])
    site.references.save()


def _write(path: Path, works: list[Work]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    for ending, dumps in FORMATS.items():
        path.with_name(f"{path.name}.{ending}").write_bytes(dumps(works).encode())
