"""The redirects of a record that gets another name: its own, and those that led to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from untfsse.links import address
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.mending.lines import compose
from untfsse.redirects import Redirect
from untfsse.renaming.move import Move
from untfsse.renaming.yaml_text import with_pages

_WRITABLE = re.compile(r"/(?:[a-z0-9][a-z0-9._-]*/)+")


def with_redirects(text: str, redirects: Sequence[Redirect], move: Move, pages: Iterable[str]) -> str:
    """Return `data/redirects.yml` with the new name and the old addresses of all `pages`, in every language.

    What led to the old name leads to the new one at once. Where a record gets back a name it had, that is
    no old address any more; then the name between, as `merged`, does not count as its first one.
    """
    every = list(pages)
    new = {_old(move.renamed(page), language) for page in every for language in LANGUAGES}
    back = any(one.old in new for one in redirects)
    text = with_pages(_without(text, new) if back else text, "to", move)
    lines = [text.rstrip("\n")] if text.strip() else []
    for page in every:
        for language in LANGUAGES:
            if _WRITABLE.fullmatch(_old(page, language)):
                lines += [f"- old: {_old(page, language)}", f"  to: {move.renamed(page)}"]
                lines += [f"  language: {language}"] if language != DEFAULT else []
                lines += ["  merged: true"] if back else []
    return "\n".join(lines) + "\n"


def _old(page: str, language: str) -> str:
    return f"/{address(page, language)}"


def _without(text: str, old: Iterable[str]) -> str:
    """Leave out the items with these addresses, and their lines."""
    gone = set(old)
    lines = text.split("\n")
    for item in reversed(compose(text).value):
        fields = {key.value: value.value for key, value in item.value}
        if fields.get("old") in gone:
            first, last = item.start_mark.line, item.value[-1][1].end_mark.line
            del lines[first : last + 1]
    return "\n".join(lines)
