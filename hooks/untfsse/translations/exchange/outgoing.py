"""Which units go out, with everything that helps to translate them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from untfsse.checking import Checked
from untfsse.translations import history
from untfsse.translations.documents import MOST
from untfsse.translations.exchange.context import address_of, kept_in, site_url, terms_in
from untfsse.translations.exchange.fields import Fields, steps
from untfsse.translations.exchange.items import DONE, REVIEW, TRANSLATE, Item, digest, identified
from untfsse.translations.exchange.markdown import code_lines
from untfsse.translations.pairing import Pair, State
from untfsse.translations.standing import Standing
from untfsse.translations.units import Unit
from untfsse.yaml_source import read

_STATES = {State.MISSING: TRANSLATE, State.STALE: REVIEW, State.FRESH: DONE, State.NEW: DONE}
TO_DO = frozenset({State.MISSING, State.STALE})
STALE = frozenset({State.STALE})
EVERY = frozenset(_STATES)


def items(
    root: Path, checked: Checked, language: str, found: Iterable[Standing], wanted: Collection[State]
) -> Iterator[Item]:
    """Yield what is in one of the `wanted` states, in the order of `found`; macro calls and code apart."""
    published = site_url(root)
    for one in found:
        pairs = [(id_, pair) for id_, pair in identified(one) if pair.state in wanted]
        if not pairs:
            continue
        document = one.document
        address = address_of(document, checked, language, published)
        text = read(root, document.source_file, MOST)
        fields = None if document.is_page else Fields(text)
        code = code_lines(text) if document.is_page else frozenset()
        for id_, pair in pairs:
            unit = pair.source
            if unit is None or unit.kind in ("call", "code") or unit.line in code:
                continue
            line = unit.line if fields is None else fields.line(steps(document, unit.name, document.language))
            target = pair.translation.text if pair.translation else ""
            yield Item(
                id_,
                unit.text,
                target,
                _STATES[pair.state],
                digest(target),
                document.source_file,
                line,
                unit.kind,
                unit.name,
                document.language,
                _before(root, one, pair),
                address,
                tuple(terms_in(unit.text, checked, document.language, language)),
                kept_in(unit.text, unit.kind),
                unit.words,
            )


def _before(root: Path, one: Standing, pair: Pair) -> str:
    """What the source said when a stale translation was made."""
    if pair.state is not State.STALE or pair.entry is None:
        return ""
    look = history.said_before if one.document.is_page else history.field_before
    return look(root, one.document.source_file, pair.entry.source)


def place(unit: Unit) -> str:
    """Return `file:line`, or the file where the line is not known."""
    return f"{unit.file}:{unit.line}" if unit.line else unit.file
