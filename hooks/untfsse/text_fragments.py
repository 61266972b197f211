"""Turns views into plain text in Markdown: the templates of `overrides/fragments/text/`.

It stands wherever `Fragments` does, so that pages and lists are made twice by the same code.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment
from markupsafe import Markup

from untfsse.fragments import Fragments
from untfsse.plain_text import address, commas, escaped, joined, linked, verbatim, with_remark, written
from untfsse.views.base import Card, Said


class TextFragments(Fragments):
    """Renders fragments as Markdown; every value is escaped for it, none for HTML."""

    form = "fragments/text/{}.md"

    def _prepare(self, env: Environment) -> None:
        env.autoescape = False  # that would be for HTML; `written` escapes whatever a template prints
        env.finalize = written
        env.filters.update(
            link=address, to=self._to, tell=self._tell, code=verbatim, commas=commas, done=Markup
        )
        env.globals.update(lines=self._lines, label=self._label)

    def card(self, view: Card) -> Markup:
        """Return a record as an item of a list."""
        if view.path not in self._cards:
            self._cards[view.path] = self.render("card", view=view)
        return self._cards[view.path]

    def _lines(self, views: Iterable[Card]) -> Markup:
        """A list of records."""
        return joined(map(self.card, views))

    def _tell(self, said: Said) -> Markup:
        """Words; in which language they are, where it is not that of the page."""
        return (
            with_remark(written(said), self._in_language(said.language)) if said.language else written(said)
        )

    def _to(self, words: Said | str, path: str) -> Markup:
        """Words that lead to a path or an outside address, told like others."""
        made = linked(words, path)
        if isinstance(words, Said) and words.language:
            return with_remark(made, self._in_language(words.language))
        return made

    def _label(self, words: str) -> Markup:
        return escaped(self._reader.strings("text.label", label=words))
