"""`datapackage.json`: all documents and tables with their fields, licence and sources (Frictionless)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from untfsse.links import address
from untfsse.locales import DEFAULT
from untfsse.open_data import LICENCE, LICENCE_NAME, PAGE, VERSION
from untfsse.open_data.columns import Column
from untfsse.open_data.published import Published, Values
from untfsse.open_data.tables import REFERENCE, UNTRANSLATED, VOCABULARY, Table
from untfsse.site import Site
from untfsse.strings import Strings

Files = Mapping[str, bytes]


def package(site: Site, data: Published, made: Iterable[Table], files: Files) -> Values:
    """Return the description of the tables `made` and of the JSON documents among `files`."""
    english = site.checked.strings[DEFAULT]
    described = Described(site.checked.strings)
    documents = [file for file in files if file.endswith(".json") and "/" not in file]
    return {
        "profile": "data-package",
        "name": "untfsse",
        "title": data.facts["name"][DEFAULT],
        "description": english("data.package"),
        "homepage": data.address(address(PAGE, DEFAULT) if PAGE in site.checked.prose[DEFAULT] else ""),
        "version": VERSION,
        "licenses": [
            {"name": LICENCE_NAME, "path": LICENCE, "title": "Creative Commons Attribution 4.0 International"}
        ],
        "sources": [{"title": data.facts["name"][DEFAULT], "path": data.address("")}],
        "contributors": [{"title": data.facts["name"][DEFAULT], "role": "publisher"}],
        "keywords": ["United Nations", "social and solidarity economy", "Sustainable Development Goals"],
        "resources": [
            *(described.table(one) | _checksum(one.content) for one in made),
            *(described.document(file) | _checksum(files[file]) for file in documents),
        ],
    }


class Described:
    """Resources in words of the site: tables in their language, the rest in English."""

    def __init__(self, strings: Mapping[str, Strings]) -> None:
        self._strings = strings

    def document(self, file: str) -> Values:
        """Return the resource of a JSON document."""
        name = file.removesuffix(".json")
        return {
            "name": f"{name}-json",
            "path": file,
            "description": self._strings[DEFAULT](f"data.schema.{name}"),
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
            "jsonSchema": f"schemas/{name}.json",
        }

    def table(self, table: Table) -> Values:
        """Return the resource of a table, with its columns."""
        strings = self._strings[table.language or DEFAULT]
        more = {"language": table.language} if table.language else {}
        fields = list(self._fields(table, strings))
        key = {"vocabularies": [VOCABULARY, "id"], "references": list(REFERENCE)}.get(table.kind, "id")
        return {
            "profile": "tabular-data-resource",
            "name": table.file.removesuffix(".csv").replace(".", "-"),
            "path": table.file,
            "description": strings(f"data.schema.{table.kind}"),
            **more,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
            "schema": {"fields": fields, "primaryKey": key},
        }

    def _fields(self, table: Table, strings: Strings) -> Iterator[Values]:
        if table.kind == "references":
            for name in REFERENCE:
                words = strings(f"data.references.{name.replace('_', '-')}")
                yield {"name": name, "type": "string", "description": words}
            return
        if table.kind == "vocabularies":
            yield {"name": VOCABULARY, "type": "string", "description": strings("data.vocabulary")}
        for column in table.columns:
            yield _field(column, strings)
        yield {"name": UNTRANSLATED, "type": "string", "description": strings("data.untranslated")}


def _field(column: Column, strings: Strings) -> dict[str, Any]:
    words = column.field.meaning(strings)
    if column.words:
        words = strings("data.column.with", field=words, more=strings(column.words))
    return {"name": column.name, "type": column.type, "description": words}


def _checksum(content: bytes) -> Values:
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
