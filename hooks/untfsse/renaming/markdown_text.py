"""Names in pages: links, pictures, and the arguments of macro calls."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from untfsse.macro_calls import MACROS, bind
from untfsse.page_calls import calls_in
from untfsse.page_markup import spans_of_code
from untfsse.prose import Prose, top_span
from untfsse.renaming.move import Move
from untfsse.renaming.yaml_text import Edit, with_edits, with_pages, with_references

_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ADDRESS = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)(?P<address>[^)\s>]+)", re.MULTILINE)


def renamed(text: str, page: Prose, move: Move, pictures: Mapping[str, str]) -> str:
    """Return the file of a page with the new name; `pictures` are paths from `docs/`, old → new."""
    text = with_edits(text, [*_links(text, page, move, pictures), *_calls(text, move)])
    start, end = top_span(text)
    if page.top is None or end == 0:
        return text
    top = with_references(text[start:end], page.top, move)
    return text[:start] + with_pages(top, "records", move) + text[end:]


def _links(text: str, page: Prose, move: Move, pictures: Mapping[str, str]) -> Iterator[Edit]:
    body = top_span(text)[1]
    code = spans_of_code(text)
    for found in _ADDRESS.finditer(text, body):
        start, end = found.span("address")
        if any(first <= start < last for first, last in code):
            continue
        new = _led(found["address"], page, move, pictures)
        if new != found["address"]:
            yield start, end, new


def _led(address: str, page: Prose, move: Move, pictures: Mapping[str, str]) -> str:
    """Return what an address becomes."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return address
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), unquote(parts.path)))
    if path.removeprefix("../") in pictures:
        name = posixpath.basename(pictures[path.removeprefix("../")])
        written = posixpath.join(posixpath.dirname(parts.path), name)
    elif move.renamed(path.removesuffix(".md")) != path.removesuffix(".md"):
        segments = parts.path.split("/")
        place = max(n for n, one in enumerate(segments) if one.removesuffix(".md") == move.old)
        segments[place] = move.new + segments[place].removeprefix(move.old)
        written = "/".join(segments)
    else:
        return address
    return parts._replace(path=written).geturl()


def _calls(text: str, move: Move) -> Iterator[Edit]:
    for found in _CALL.finditer(text):
        if _names(found[0], move):
            for name in re.finditer(rf"(?<=[\"']){re.escape(move.old)}(?=[\"'])", found[0]):
                yield found.start() + name.start(), found.start() + name.end(), move.new


def _names(written: str, move: Move) -> bool:
    """Whether a macro call names the record."""
    return any(
        argument.records == move.kind and bind(call).get(argument.name) == move.old
        for call in calls_in(written)
        for argument in MACROS.get(call.macro, ())
    )
