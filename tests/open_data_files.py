"""Reads what is published as data: schemas with all they refer to, tables, and where a schema leads."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

FORMATS = FormatChecker(formats=())


@FORMATS.checks("date", raises=ValueError)
def _is_date(value: object) -> bool:
    return len(str(value)) == 10 and bool(date.fromisoformat(str(value)))


@FORMATS.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    return datetime.fromisoformat(str(value)).tzinfo is not None


@FORMATS.checks("uri", raises=ValueError)
def _is_address(value: object) -> bool:
    parts = urlsplit(str(value))
    return (parts.scheme == "https" and bool(parts.netloc)) or parts.scheme == "mailto"


def schemas(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return address → schema."""
    read = [json.loads(content) for name, content in files.items() if name.startswith("schemas/")]
    return {schema["$id"]: schema for schema in read}


def faults(files: Mapping[str, bytes]) -> list[str]:
    """Return what is wrong with the documents by their schemas, fields that are not named there too."""
    registry: Registry[Any] = Registry().with_resources(
        (address, Resource.from_contents(_closed(schema))) for address, schema in schemas(files).items()
    )
    found = []
    for name, content in files.items():
        if name.endswith(".json") and not name.startswith(("schemas/", "datapackage")):
            document = json.loads(content)
            schema = registry.contents(document["$schema"])
            validator = Draft202012Validator(schema, registry=registry, format_checker=FORMATS)
            found += [
                f"{name}{one.json_path}: {one.message[:300]}" for one in validator.iter_errors(document)
            ]
    return found


def _closed(schema: Any) -> Any:
    """Return a schema that allows no field it does not name."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) for key, value in schema.items()}
    if isinstance(schema.get("properties"), dict):
        closed.setdefault("additionalProperties", False)
    return closed


def fields(files: Mapping[str, bytes], name: str) -> Iterator[str]:
    """Yield `path: type` of everything a schema names, at any depth; with `!` what is always there."""
    every = {address.rpartition("/")[2]: schema for address, schema in schemas(files).items()}

    def walk(schema: Any, root: Any, path: str) -> Iterator[str]:
        if "$ref" in schema and not schema["$ref"].startswith("#"):
            return  # has a schema of its own
        while "$ref" in schema:
            schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
        if schema.get("type") == "array":
            yield from walk(schema["items"], root, f"{path}[]")
        for key, inner in schema.get("properties", {}).items():
            always = "!" if key in schema.get("required", ()) else ""
            here = f"{path}.{key}" if path else key
            yield f"{here}{always}: {_type(inner, root)}"
            yield from walk(inner, root, here)

    yield from walk(every[f"{name}.json"], every[f"{name}.json"], "")


def _type(schema: Any, root: Any) -> str:
    if "const" in schema:
        return str(schema["const"])
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if schema["type"] == "array":
        return f"[{_type(schema['items'], root)}]"
    return " ".join(filter(None, (schema["type"], schema.get("format"), schema.get("x-id-of"))))


def rows(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a table by the names of its columns, as a program that knows RFC 4180 reads them."""
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, strict=True))
