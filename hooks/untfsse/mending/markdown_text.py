"""Repairs of pages: their tops as YAML, their words as Markdown; code and macro calls are never touched."""

from __future__ import annotations

from untfsse.mending import french, yaml_text
from untfsse.mending.lines import with_last_line_ended, without_blanks
from untfsse.page_markup import spans_of_code
from untfsse.prose import top_span
from untfsse.records.page_top import PageTop


def mended(text: str, language: str) -> str:
    """Return the repaired page; `language` is that of its words."""
    start, end = top_span(text)
    top = yaml_text.mended(text[start:end], PageTop, language)
    after = text.find("\n", end) + 1 if end else 0
    body = text[after:] if after or not end else ""
    fence = text[end : len(text) - len(body)]
    return with_last_line_ended(text[:start] + top + fence + _body(body, language))


def _body(body: str, language: str) -> str:
    if language == "fr":
        body = french.mended(body, code=True)
    kept = {
        line
        for start, end in spans_of_code(body)
        for line in range(body.count("\n", 0, start), body.count("\n", 0, end) + 1)
    }
    return without_blanks(body, kept, markdown=True)
