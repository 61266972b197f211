"""`index.json`: what there is, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from untfsse.locales import DEFAULT
from untfsse.open_data import FOLDER, KINDS, PAGE
from untfsse.open_data.documents import header, schema
from untfsse.open_data.published import Published, Values
from untfsse.open_data.tables import Table
from untfsse.site import Site


def index(site: Site, data: Published, made: Iterable[Table], schemas: Iterable[str]) -> Values:
    """Return the index of all documents, tables and schemas, those of single records apart."""
    top = header(data, "index")
    every = (one for records in data.records.values() for one in records.values())
    if changed := max((one.get("changed", "") for one in every), default=""):
        top["changed"] = changed
    if PAGE in site.checked.prose[DEFAULT]:
        top["pages"] = data.pages(PAGE)
    return top | {"documents": [*_documents(data), *_tables(data, made), *_schemas(data, schemas)]}


def _documents(data: Published) -> Iterator[dict[str, Any]]:
    counts = {kind: {"count": len(data.records[kind])} for kind in KINDS}
    for name in ("all", *KINDS, "vocabularies", "site"):
        more = {"schema": schema(data, name)} | counts.get(name, {})
        yield _entry(data, f"{name}.json", name, "json") | more
    yield _entry(data, "datapackage.json", "all", "data-package")


def _tables(data: Published, made: Iterable[Table]) -> Iterator[Values]:
    for one in made:
        language = {"language": one.language} if one.language else {}
        yield _entry(data, one.file, one.kind, "csv") | language | {"count": one.count}


def _schemas(data: Published, names: Iterable[str]) -> Iterator[Values]:
    for name in names:
        yield _entry(data, f"schemas/{name}.json", name, "json-schema")


def _entry(data: Published, file: str, type_: str, format_: str) -> dict[str, Any]:
    return {"address": data.address(f"{FOLDER}/{file}"), "type": type_, "format": format_}
