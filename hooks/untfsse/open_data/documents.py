"""The JSON documents: one for each record, each kind, the closed lists, the site, and one for all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from untfsse.open_data import FOLDER, KINDS, LICENCE, SINGULAR, VERSION
from untfsse.open_data.published import Published, Values


def documents(data: Published) -> Iterator[tuple[str, bytes]]:
    """Yield path below `FOLDER` and content of every JSON document, the index apart.

    Keys stand in the order of the schemas; in a list, each record has a line of its own.
    """
    lines = {kind: [_json(one) for one in records.values()] for kind, records in data.records.items()}
    for kind in KINDS:
        start = _json({"$schema": schema(data, SINGULAR[kind]), "data_licence": LICENCE})
        for id_, line in zip(data.records[kind], lines[kind], strict=True):
            yield f"{kind}/{id_}.json", f"{start[:-1]}, {line[1:]}\n".encode()
    for kind in KINDS:
        top = header(data, kind) | {"type": kind, "count": len(lines[kind])}
        yield f"{kind}.json", _with(top, {"records": _list(lines[kind])})
    terms = _object({name: _list(map(_json, some)) for name, some in data.vocabularies.items()})
    yield "vocabularies.json", _with(header(data, "vocabularies"), {"vocabularies": terms})
    facts = _json(data.facts)
    yield "site.json", _with(header(data, "site"), {"facts": facts})
    every = {kind: _list(lines[kind]) for kind in KINDS}
    yield "all.json", _with(header(data, "all"), {"facts": facts, "vocabularies": terms} | every)


def header(data: Published, name: str) -> Values:
    """Return what stands at the top of the document `name`."""
    return {
        "$schema": schema(data, name),
        "version": VERSION,
        "data_licence": LICENCE,
        "attribution": data.facts["name"],
        "site": data.address(""),
    }


def schema(data: Published, name: str) -> str:
    """Return the full address of a schema."""
    return data.address(f"{FOLDER}/schemas/{name}.json")


def indented(values: Any) -> bytes:
    """Return values as JSON that people can read."""
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def _json(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)


def _list(lines: Iterable[str]) -> str:
    return "[\n" + ",\n".join(lines) + "\n]"


def _object(members: Mapping[str, str]) -> str:
    return "{\n" + ",\n".join(f"{_json(key)}: {value}" for key, value in members.items()) + "\n}"


def _with(top: Values, more: Mapping[str, str]) -> bytes:
    """Return a document of `top` and of members that are JSON already."""
    return (_object({key: _json(value) for key, value in top.items()} | dict(more)) + "\n").encode()
