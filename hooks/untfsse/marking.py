"""Marks blocks of a page in its Markdown: by the line they begin on, never by looking for their words.

A mark is put before the words of a block; when Markdown has made the elements, it becomes the class of the
element that has these words, and what is to be said of the block stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from untfsse.translations.blocks import words_begin

CLASS = "sse-older"

_MARK, _END = "\ue0f3", "\ue0f4"
"""Of the private use area, which is refused in every file an editor writes."""

_MARKED = re.compile(f"{_MARK}([^{_END}]*){_END}")
_NO_WORDS = re.compile(r" {0,3}\[(?!\^)[^\]]*\]:")
"""Where a link leads, in a line of its own."""

_BEFORE_INLINE = 30
"""Priority of a step before emphasis and links are made (20), when a text still begins with its mark."""

_AFTER_CONTENTS = 1
"""Of one after headings have got their anchors from their words (5)."""


def marked(body: str, marks: Mapping[int, str]) -> str:
    """Return a page with what is to be said of the blocks that begin on some lines, counted from 1."""
    lines = body.split("\n")
    for number, said in marks.items():
        line = lines[number - 1]
        at = words_begin(line)
        lines[number - 1] = f"{line[:at]}{_MARK}{said}{_END}{line[at:]}"
    return "\n".join(lines)


def can_be_marked(kind: str, line: str) -> bool:
    """Whether a block has words of its own that a mark can stand before."""
    return kind not in ("call", "code") and not _NO_WORDS.match(line)


class Marking(Extension):
    """Makes elements of marked blocks known by their class."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Take the marks away before words are looked at, and say what they stand for at the end."""
        found = _Found(md)
        md.treeprocessors.register(found, "marked-blocks", _BEFORE_INLINE)
        md.treeprocessors.register(_Said(md, found), "said-of-blocks", _AFTER_CONTENTS)


class _Found(Treeprocessor):
    """Finds the marked elements and takes the marks out of their words."""

    elements: list[tuple[Element, str]]

    def run(self, root: Element) -> None:
        """Give them their class."""
        self.elements = []
        for element in root.iter():
            if element.text and (mark := _MARKED.match(element.text)):
                element.text = element.text[mark.end() :]
                element.set("class", " ".join(filter(None, (element.get("class"), CLASS))))
                self.elements.append((element, mark[1]))


class _Said(Treeprocessor):
    """Puts what is to be said of them before their words."""

    def __init__(self, md: Markdown, found: _Found) -> None:
        super().__init__(md)
        self._found = found

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for element, said in self._found.elements:
            element.text = said + (element.text or "")
