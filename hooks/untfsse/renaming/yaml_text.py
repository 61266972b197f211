"""Names in records, at the top of pages, and in the lists of `data/`; nothing else is rewritten."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from pydantic import BaseModel

from untfsse.mending.lines import compose
from untfsse.records.leaves import Path, leaves
from untfsse.records.references import Refers
from untfsse.renaming.move import Move

Edit = tuple[int, int, str]
"""From where to where in a text, and what stands there from now on."""


def with_references(text: str, part: BaseModel, move: Move) -> str:
    """Return the YAML of a record, of facts or of the top of a page, with the new name wherever it stands."""
    root = compose(text)
    edits: list[Edit] = []
    for path, marker, value in leaves(part):
        if isinstance(marker, Refers):
            new = move.referred(marker, str(value))
            if new != value:
                edits.append(_edit(text, _node(root, path), str(value), new))
    return with_addresses(with_edits(text, edits), move)


def with_pages(text: str, field: str, move: Move) -> str:
    """Return YAML with the new name where a field holds `kind/id`: `to:`, `page:`, `records:`."""
    edits = []
    for key, node in _scalars(compose(text)):
        new = move.renamed(node.value)
        if key == field and new != node.value:
            edits.append(_edit(text, node, node.value, new))
    return with_edits(text, edits)


def with_addresses(text: str, move: Move) -> str:
    """Return a text in which addresses of this site that start with `/` lead to the new name."""
    address = (
        rf"(?<![\w./-])(/(?:[a-z]{{2}}(?:-[A-Za-z]+)?/)?{move.kind}/){re.escape(move.old)}(?=[/)#?\"'\s]|$)"
    )
    return re.sub(address, lambda found: found[1] + move.new, text)


def with_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with all changes made."""
    for start, end, new in sorted(set(edits), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _edit(text: str, node: yaml.ScalarNode, old: str, new: str) -> Edit:
    """A change of a value that keeps its quotes."""
    start, end = node.start_mark.index, node.end_mark.index
    at = text.index(old, start, end)
    return at, at + len(old), new


def _node(node: Any, path: Path) -> Any:
    """Return the node at a path; of a short form, such as `- ilo`, the value itself."""
    for step in path:
        if isinstance(node, yaml.ScalarNode):
            break
        if isinstance(node, yaml.SequenceNode):
            assert isinstance(step, int)
            node = node.value[step]
        else:
            node = next(value for key, value in node.value if key.value == step)
    return node


def _scalars(node: Any, key: str = "") -> Iterator[tuple[str, yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield key, node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, key)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _scalars(value, name.value)
