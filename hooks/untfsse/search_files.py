"""Makes the files of the search index small in number and the same for the same pages."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import cbor2

_SIGNED = b"pagefind_dcd"
"""What every file of an index starts with, once it is unpacked."""

_UNUSED = ("*.css", "*-ui.js", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")
"""What Pagefind writes for interfaces that this site does not have, and for a second thread."""


def settle(index: Path) -> None:
    """Remove what is not used of an index that Pagefind has written, and put the rest in order.

    Pagefind 1.5 writes the values of a filter in any order. Names are made from the content, so a
    filter that is put in order gets another name, which stands in the overview of its language.
    """
    for unused in _UNUSED:
        for file in index.glob(unused):
            file.unlink()
    entry = index / "pagefind-entry.json"
    known = json.loads(entry.read_text("utf-8"))
    for one in known["languages"].values():
        overview = index / f"pagefind.{one['hash']}.pf_meta"
        version, pages, chunks, filters, *rest = cbor2.loads(_unpacked(overview))
        filters = sorted([name, _in_order(index / "filter" / f"{file}.pf_filter")] for name, file in filters)
        packed = cbor2.dumps([version, pages, chunks, filters, *rest])
        overview.unlink()
        one["hash"] = _named(one["hash"], packed)
        _pack(index / f"pagefind.{one['hash']}.pf_meta", packed)
    known["languages"] = dict(sorted(known["languages"].items()))
    entry.write_text(json.dumps(known, separators=(",", ":")), "utf-8")


def _in_order(file: Path) -> str:
    """Write a filter again with its values in order; return its new name."""
    name, values = cbor2.loads(_unpacked(file))
    packed = cbor2.dumps([name, sorted(values)])
    file.unlink()
    made = _named(file.stem, packed)
    _pack(file.with_name(f"{made}.pf_filter"), packed)
    return made


def _named(old: str, content: bytes) -> str:
    """Return the language of a name, and as many letters as it had of a sum of the content."""
    language, _, digits = old.partition("_")
    return f"{language}_{hashlib.sha256(content).hexdigest()[: len(digits)]}"


def _unpacked(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()).removeprefix(_SIGNED)


def _pack(file: Path, content: bytes) -> None:
    file.write_bytes(gzip.compress(_SIGNED + content, mtime=0))
