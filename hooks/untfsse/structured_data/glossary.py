"""The glossary (schema.org/DefinedTermSet)."""

from __future__ import annotations

import re

from untfsse.prose import Prose
from untfsse.structured_data.nodes import Node, Pen, node
from untfsse.views import glossary

_CALL = re.compile(r"\{\{\s*glossary\(")


def is_in(page: Prose) -> bool:
    """Whether a page shows the glossary."""
    return _CALL.search(page.body) is not None


def make(pen: Pen, page: Prose) -> Node:
    """Return every term with its description, and its anchor in the page."""
    assert page.top is not None
    here = pen.address(pen.reader.path(*page.name.split("/")))
    terms = [
        node(
            "DefinedTerm",
            name=entry.here.plain,
            description=entry.description.plain if entry.description else "",
            url=f"{here}#{entry.id}",
        )
        for _, entries in glossary.make(pen.reader)
        for entry in entries
    ]
    return node(
        "DefinedTermSet",
        name=page.top.title,
        description=page.top.description,
        url=here,
        inLanguage=page.language,
    ) | {"hasDefinedTerm": terms}
