"""PO, the format of GNU gettext: one entry for each unit, known by its context."""

from __future__ import annotations

import re
from typing import Any

from translate.storage.pypo import pofile, pounit

from untfsse.translations.exchange.items import DONE, REVIEW, TRANSLATE, Bundle, Item, Unfit

_HEAD = "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
_LANGUAGE = re.compile(r"^Language: *([\w-]+)", re.MULTILINE)
_WAS = re.compile(r"^translation: (\w*)$", re.MULTILINE)


def write(bundle: Bundle) -> bytes:
    """Return a file without dates: the same units are the same bytes."""
    store: Any = pofile(noheader=True)
    head: Any = pounit("")
    head.target = f"Language: {bundle.language}\n{_HEAD}"
    store.addunit(head)
    for item in bundle.items:
        store.addunit(_made(item))
    return bytes(store)


def read(raw: bytes) -> Bundle:
    """Read what has come back; raise Unfit where it is no PO file."""
    try:
        raw.decode("utf-8")
        store: Any = pofile.parsestring(raw)
    except Exception:  # the parser raises what it happens to stumble over
        raise Unfit("it is no PO file in UTF-8, or a damaged one") from None
    language, items = "", []
    for unit in store.units:
        if unit.isheader():
            found = _LANGUAGE.search(str(unit.target))
            language = found[1].replace("_", "-") if found else ""  # gettext writes pt_BR
        elif not unit.isobsolete():
            items.append(_read(unit))
    return Bundle(language, tuple(items))


def _made(item: Item) -> Any:
    unit: Any = pounit(item.source)
    unit.setcontext(item.id)
    unit.target = item.target
    for label, words in item.notes():
        unit.addnote(f"{label}: {words}", origin="developer")
    unit.addnote(f"translation: {item.was}", origin="developer")
    if item.file:
        unit.addlocation(f"{item.file}:{item.line}")
    if item.before:
        unit.prev_source = item.before
    unit.markfuzzy(item.state == REVIEW)
    return unit


def _read(unit: Any) -> Item:
    target = str(unit.target)
    state = (REVIEW if unit.isfuzzy() else DONE) if target else TRANSLATE
    was = _WAS.findall(str(unit.getnotes("developer")))
    file, _, line = next(iter(unit.getlocations()), "").rpartition(":")
    return Item(
        str(unit.getcontext()),
        str(unit.source),
        target,
        state,
        was[-1] if was else "?",
        file,
        int(line) if line.isdecimal() else 0,
    )
