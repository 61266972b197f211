"""Compares what has come back with what stands here today: what goes in, and what is refused and why."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from untfsse.translations.exchange.items import (
    DONE,
    REVIEW,
    TRANSLATE,
    Bundle,
    Item,
    Unfit,
    digest,
    identified,
    plain,
)
from untfsse.translations.exchange.outgoing import place
from untfsse.translations.pairing import Pair, State
from untfsse.translations.standing import Standing
from untfsse.yaml_source import Unreadable, decode

_UNCONFIRMED = "still marked to be reviewed: confirm it in your program and send it again"


class Edit(NamedTuple):
    """A translation that goes in."""

    standing: Standing
    at: int
    """Place of its pair in the standing."""

    item: Item
    text: str

    @property
    def pair(self) -> Pair:
        """The unit as it stands today."""
        return self.standing.pairs[self.at]

    @property
    def name(self) -> str:
        """Dotted name of a field or key; empty for blocks."""
        return self.pair.source.name if self.pair.source else ""


class Refusal(NamedTuple):
    """A translation that does not go in."""

    item: Item
    where: str
    """`file:line` of what it is about."""

    reason: str
    details: tuple[tuple[str, str], ...] = ()
    """Label and words: old and new source …"""

    id: str = ""
    """What its unit is called today; empty where there is none any more."""


@dataclass
class Sorted:
    """What to do with the items of a file."""

    edits: list[Edit] = field(default_factory=list)
    accepted: list[Edit] = field(default_factory=list)
    """Right for today's source without a change: its mark was taken away."""

    refusals: list[Refusal] = field(default_factory=list)
    untouched: int = 0


class _There(NamedTuple):
    standing: Standing
    at: int


def sort(bundle: Bundle, found: Iterable[Standing]) -> Sorted:
    """Return what is to be done with each item; `found` are all documents in the language of the file."""
    standings = {one.document.key: one for one in found}
    today: dict[str, _There] = {}
    for one in standings.values():
        ids = {id(pair): name for name, pair in identified(one)}
        today |= {ids[id(pair)]: _There(one, at) for at, pair in enumerate(one.pairs) if id(pair) in ids}
    done, seen = Sorted(), dict[str, str]()
    for item in bundle.items:
        text = plain(item.target)
        if seen.setdefault(item.id, text) != text:
            there = today.get(item.id)
            reason = "it stands twice in the file, with different words; keep one of them"
            done.refusals.append(_refused(item, there.standing.pairs[there.at] if there else None, reason))
        else:
            _sort(item, text, today, standings.get(item.key), done)
    return done


def _sort(
    item: Item, text: str, today: Mapping[str, _There], standing: Standing | None, done: Sorted
) -> None:
    there = today.get(item.id)
    pair = there.standing.pairs[there.at] if there else None
    edited = item.was not in ("?", digest(text)) or (item.was == "?" and bool(text))
    now = pair.translation.text if pair and pair.translation else ""
    if there and pair and text == plain(now):
        if pair.state is State.STALE and item.state == DONE:
            done.accepted.append(Edit(there.standing, there.at, item, text))
        else:
            done.untouched += 1
    elif not edited:
        done.untouched += 1
    elif there is None or pair is None:
        done.refusals.append(_source_changed(item, standing))
    elif not text:
        done.refusals.append(
            _refused(item, pair, "it is empty, and the translation stays; write what it should say instead")
        )
    elif item.was == "?" and now:
        reason = (
            "the file does not say from which translation it was made, and there is one; keep the better one"
        )
        done.refusals.append(_refused(item, pair, reason, ("translation is", now), ("the file has", text)))
    elif item.was != "?" and item.was != digest(now):
        reason = "the translation was changed here since the file was sent; keep the better one"
        done.refusals.append(_refused(item, pair, reason, ("translation is", now), ("the file has", text)))
    elif item.state != DONE:
        done.refusals.append(_refused(item, pair, _UNCONFIRMED, ("the file has", text)))
    else:
        try:
            done.edits.append(
                Edit(there.standing, there.at, item, _clean(text, pair.source.kind if pair.source else ""))
            )
        except Unfit as unfit:
            done.refusals.append(_refused(item, pair, str(unfit), ("the file has", text)))


def refused(edit: Edit, reason: str) -> Refusal:
    """Return why an edit did not go in."""
    return _refused(edit.item, edit.pair, reason, ("the file has", edit.text))


def as_items(refusals: Iterable[Refusal], today: Mapping[str, Item]) -> Iterator[Item]:
    """Yield what was refused as it can be corrected and sent again: the words of the file for today's source.

    `today` are the items as they would be sent now, by their ids; what is not among them is left out.
    """
    for one in refusals:
        if now := today.get(one.id):
            words = plain(one.item.target)
            yield replace(
                now,
                target=words,
                state=REVIEW if words else TRANSLATE,
                before=now.before if plain(one.item.source) == plain(now.source) else one.item.source,
                remark=one.reason,
            )


def _refused(item: Item, pair: Pair | None, reason: str, *details: tuple[str, str]) -> Refusal:
    """Return why an item does not go in that still has the id it was sent with."""
    return Refusal(item, _where(item, pair), reason, details, item.id if pair else "")


def _clean(text: str, kind: str) -> str:
    if kind == "row":  # in the form in which rows are read, whatever space is around the marks
        text = " | ".join(cell.strip() for cell in text.strip("|").split("|"))
    try:
        return decode(text.encode("utf-8", "surrogatepass"))
    except Unreadable as unreadable:
        given = unreadable.values.get("given", "one that is none")
        raise Unfit(f"it holds a character that no text may hold: {given}") from None


def _source_changed(item: Item, standing: Standing | None) -> Refusal:
    was, given = ("source was", item.source), ("the file has", item.target)
    if standing is None:
        return Refusal(
            item, _where(item, None), "there is no such file here any more; ask for a new one", (was, given)
        )
    found = _today(item, standing)
    if found is None:
        return Refusal(
            item,
            _where(item, None),
            "its source is no longer there; nothing is to be translated",
            (was, given),
        )
    id_, pair = found
    details = was, ("source is", pair.source.text if pair.source else ""), given
    reason = "the source has changed since the file was sent; see whether your words still fit it"
    return Refusal(item, _where(item, pair), reason, details, id_)


def _today(item: Item, standing: Standing) -> tuple[str, Pair] | None:
    """Where a unit stands today whose source has changed, with its id: by its translation, by its words."""
    there = list(identified(standing))
    for id_, pair in there:
        if item.was and pair.translation and digest(pair.translation.text) == item.was:
            return id_, pair
    texts = {pair.source.text: (id_, pair) for id_, pair in there if pair.source}
    close = difflib.get_close_matches(item.source, list(texts), n=1)
    return texts[close[0]] if close else None


def _where(item: Item, pair: Pair | None) -> str:
    unit = pair.source if pair else None
    if unit is not None and unit.line:
        return place(unit)
    return f"{item.file or item.key}:{item.line}" if item.line else item.file or item.key
