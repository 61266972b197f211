"""Writes the data of a site, in the last step of a build."""

from __future__ import annotations

from pathlib import Path

from untfsse.directions import with_directions
from untfsse.links import address
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.open_data import FOLDER, PAGE
from untfsse.open_data.cells import Cells
from untfsse.open_data.documents import documents, indented
from untfsse.open_data.index import index
from untfsse.open_data.package import package
from untfsse.open_data.published import Published
from untfsse.open_data.schemas import Schemas
from untfsse.open_data.tables import tables
from untfsse.site import Site
from untfsse.writing import put


def write(folder: Path, site: Site) -> None:
    """Write `FOLDER` into `folder`: the same records make the same bytes."""
    for file, content in contents(site).items():
        put(folder / FOLDER / file, content)


def contents(site: Site) -> dict[str, bytes]:
    """Return path below `FOLDER` → content of everything that is published as data."""
    data = Published(site)
    files = dict(documents(data))
    made = list(tables(data, {one: Cells(site.tongue(one).reader, data) for one in LANGUAGES}))
    schemas = {name: indented(schema) for name, schema in Schemas(site, data).made()}
    files["index.json"] = indented(index(site, data, made, schemas))
    files["datapackage.json"] = indented(package(site, data, made, files))
    files |= {table.file: table.content for table in made}
    files |= {f"schemas/{name}.json": schema for name, schema in schemas.items()}
    if PAGE in site.checked.prose[DEFAULT]:
        files["index.html"] = _page(site)
    return files


def _page(site: Site) -> bytes:
    """A small page that leads to the one for people, so that the address of the folder answers."""
    up = "../" * (FOLDER.count("/") + 1)
    there = site.checked.prose
    pages = [(one, up + address(PAGE, one), there[one][PAGE]) for one in LANGUAGES if PAGE in there[one]]
    html = site.tongue(DEFAULT).fragments.render("data", pages=pages)
    return (with_directions(html) + "\n").encode()
