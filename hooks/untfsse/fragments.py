"""Turns views into HTML: the templates of `overrides/fragments/`, escaped and strict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from untfsse.assets import Assets
from untfsse.compiled import COMPILED
from untfsse.dates import say_day, say_number
from untfsse.foreign import settle
from untfsse.languages import SOURCE
from untfsse.links import absolute, link, webcal
from untfsse.names import language_name, text_direction
from untfsse.views.base import Card
from untfsse.views.reader import Reader


class Fragments:
    """Renders fragments in one language; a card is rendered once and used wherever it stands."""

    form = "fragments/{}.html"
    """Where a fragment is found by its name."""

    def __init__(
        self, folder: Path, reader: Reader, assets: Assets, site_url: str = "/", calendars: str = ""
    ) -> None:
        """`folder` holds `fragments/`; `calendars` is the path of the page that tells how to subscribe."""
        self._reader = reader
        self._cards: dict[str, Markup] = {}
        self._env = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=COMPILED,
        )
        self._env.filters["link"] = link
        self._env.filters["number"] = lambda number: say_number(number, reader.language)
        self._env.filters["day"] = lambda day: say_day(day, reader.language)
        self._env.globals.update(
            language_name=lambda code: language_name(code, reader.language),
            t=reader.strings,
            language=reader.language,
            direction=text_direction(reader.language),
            card=self.card,
            in_language=self._in_language,
            asset=assets.address,
            webcal=lambda path: webcal(absolute(path, site_url)),
            calendars_page=calendars,
        )
        self._prepare(self._env)

    def _prepare(self, env: Environment) -> None:
        """Let a subclass write something other than HTML."""

    def render(self, name: str, **values: Any) -> Markup:
        """Return the fragment `overrides/fragments/<name>.html`."""
        return Markup(settle(self._env.get_template(self.form.format(name)).render(values).strip()))

    def card(self, view: Card) -> Markup:
        """Return a record as it stands in a list."""
        if view.path not in self._cards:
            self._cards[view.path] = self.render(f"cards/{view.kind.removesuffix('s')}", view=view)
        return self._cards[view.path]

    def _in_language(self, code: str) -> str:
        strings = self._reader.strings
        name = language_name(code, self._reader.language if strings.is_own("language.in") else SOURCE)
        return strings("language.in", language=name)
