"""Writes what the site is made with: a bill of materials from the lock files, as CycloneDX 1.6 in JSON.

`make sbom` reads `requirements.lock` and `package-lock.json`. What only checks the
site, such as all of npm, has the scope `excluded`. The same lock files, commit and clock make the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
import uuid
from base64 import b64decode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from untfsse.build_record import commit, write_json
from untfsse.clock import now

_NAME = "untfsse-site"
_PINNED = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"^\s+#(?: via)?\s*([^\s(]+)(?: \(pyproject\.toml(:dev)?\))?$", re.MULTILINE)
_ALGORITHMS = {"sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}


class Library(NamedTuple):
    """A library of a lock file."""

    reference: str
    """Package URL, such as `pkg:pypi/jinja2@3.1.6`."""

    name: str
    version: str
    sums: tuple[tuple[str, str], ...]
    """Algorithm and hexadecimal digits; several where the library comes in several files."""

    wanted_by: tuple[str, ...] = ()
    """Names of the libraries that ask for it; `_NAME` is the site itself, with `:dev` where it checks it."""

    checks_only: bool = False
    """Whether it is used to check the site, and not to make it."""


def python_libraries(lock: str) -> Iterator[Library]:
    """Yield the libraries of a lock file as `uv pip compile --generate-hashes` writes it."""
    for block in re.split(r"\n(?=\S)", lock):
        found = _PINNED.match(block)
        if found:
            name, version = found[1].lower().replace("_", "-"), found[2]
            said = [one for one in _VIA.finditer(block) if one[1] != "via"]
            via = tuple(_NAME + (one[2] or "") if "(" in one[0] else one[1] for one in said)
            sums = tuple(("SHA-256", one) for one in _HASH.findall(block))
            yield Library(f"pkg:pypi/{name}@{quote(version)}", name, version, sums, via)


def npm_libraries(lock: Mapping[str, Any]) -> Iterator[Library]:
    """Yield the libraries of a `package-lock.json` of version 2 or 3."""
    seen = set()
    for path, one in lock["packages"].items():
        name = path.rpartition("node_modules/")[2]
        if name and (name, one["version"]) not in seen:
            seen.add((name, one["version"]))
            algorithm, _, sum_ = one.get("integrity", "").partition("-")
            sums = ((_ALGORITHMS[algorithm], b64decode(sum_).hex()),) if algorithm in _ALGORITHMS else ()
            reference = f"pkg:npm/{quote(name, safe='/')}@{quote(one['version'])}"
            yield Library(reference, name, one["version"], sums, checks_only=True)


def bill(root: Path) -> dict[str, Any]:
    """Return the bill of materials of the project in `root`."""
    python = _marked(list(python_libraries((root / "requirements.lock").read_text("utf-8"))))
    npm = list(npm_libraries(json.loads((root / "package-lock.json").read_text("utf-8"))))
    libraries = sorted([*python, *npm], key=lambda one: one.reference)
    built_from = commit(root)
    site = {"type": "application", "bom-ref": _NAME, "name": _NAME, "version": built_from}
    made: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": now().strftime("%Y-%m-%dT%H:%M:%SZ"), "component": site},
        "components": [_component(one) for one in libraries],
        "dependencies": _dependencies(python),
    }
    serial = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(made, sort_keys=True))
    return {**made, "serialNumber": f"urn:uuid:{serial}"}


def _marked(libraries: list[Library]) -> list[Library]:
    """Mark those that nothing asks for of what makes the site."""
    making = {_NAME}
    while more := {one.name for one in libraries if making & set(one.wanted_by)} - making:
        making |= more
    return [one._replace(checks_only=one.name not in making) for one in libraries]


def _component(library: Library) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": library.reference,
        "name": library.name,
        "version": library.version,
        "purl": library.reference,
        "scope": "excluded" if library.checks_only else "required",
    }
    if library.sums:
        component["hashes"] = [{"alg": algorithm, "content": sum_} for algorithm, sum_ in library.sums]
    return component


def _dependencies(libraries: list[Library]) -> list[dict[str, Any]]:
    """Say which library needs which, and which the site asks for itself."""
    known = {one.name: one.reference for one in libraries}
    needs: dict[str, list[str]] = {_NAME: [], **{one.reference: [] for one in libraries}}
    for library in libraries:
        for name in library.wanted_by:
            needs[known.get(name, _NAME)].append(library.reference)
    return [{"ref": ref, "dependsOn": sorted(set(needed))} for ref, needed in sorted(needs.items())]


def main() -> int:
    """Write the bill of the project here into the file that is named."""
    write_json(Path(sys.argv[1]), bill(Path()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
