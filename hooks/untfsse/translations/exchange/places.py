"""Where edits stand in the files they were written to, so that a mistake there leads back to them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from untfsse.prose import body_of, top_span
from untfsse.translations.blocks import split
from untfsse.translations.documents import MOST
from untfsse.translations.exchange.fields import Fields, steps
from untfsse.translations.exchange.incoming import Edit
from untfsse.yaml_source import read


def lines_of(root: Path, language: str, edits: Sequence[Edit]) -> dict[int, tuple[int, int]]:
    """Return place of the pair → first and last line of the words of each edit of one file."""
    document = edits[0].standing.document
    text = read(root, document.file, MOST)
    if document.is_page:
        return _in_page(text, edits)
    fields = Fields(text)
    ways = {edit.at: steps(document, edit.name, language) for edit in edits}
    return {at: fields.lines(way) for at, way in ways.items()}


def _in_page(text: str, edits: Sequence[Edit]) -> dict[int, tuple[int, int]]:
    """Blocks are found by their words, which are in the page just as they were put there."""
    start, end = top_span(text)
    top, above = Fields(text[start:end]), text.count("\n", 0, start)
    by_words: dict[str, list[tuple[int, int]]] = {}
    for block in split(body_of(text)):
        by_words.setdefault("".join(block.text.split()), []).append((block.line, block.last))
    found = {}
    for edit in edits:
        kind = edit.pair.source.kind if edit.pair.source else ""
        if kind.startswith("top-"):
            first, last = top.lines((kind.removeprefix("top-"),))
            found[edit.at] = (first + above, last + above)
        else:
            places = by_words.get("".join(edit.text.split()), [(0, 0)])
            found[edit.at] = places.pop(0) if len(places) > 1 else places[0]
    return found
