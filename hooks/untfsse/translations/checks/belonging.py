"""What has to stand in a translation as it stands in the source, wherever in the text that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from untfsse.problems import nearest
from untfsse.translations.checks.side_by_side import SideBySide
from untfsse.translations.units import Unit

Found = Mapping[str, str]
"""What is compared → how it is written."""


class Lack(NamedTuple):
    """Something of the source that the translation lacks."""

    source: Unit
    translation: Unit
    """Where it should stand, or near there."""

    written: str


class Surplus(NamedTuple):
    """Something of the translation that the source lacks."""

    source: Unit
    translation: Unit
    written: str
    meant: str
    """What it may have been meant for, or empty."""


def compare(
    document: SideBySide, found: Callable[[Unit], Found], *, lost: bool = True
) -> Iterator[Lack | Surplus]:
    """Yield what one side has and the other lacks.

    What has moved to another unit of the document is in its place. A lack and a surplus of one unit that look
    alike are one mistake. `lost` says whether units without a translation count.
    """
    lacks: list[tuple[str, Lack]] = []
    surplus: list[tuple[str, Surplus]] = []
    for source, translation in document.pairs:
        wanted, given = found(source), found(translation)
        lacks += ((key, Lack(source, translation, wanted[key])) for key in wanted if key not in given)
        surplus += ((key, Surplus(source, translation, given[key], "")) for key in given if key not in wanted)
    for source, before in document.lost if lost else ():
        lacks += ((key, Lack(source, before, written)) for key, written in found(source).items())
    moved = {key for key, _ in lacks} & {key for key, _ in surplus}
    left = [lack for key, lack in lacks if key not in moved]
    for key, one in surplus:
        if key in moved:
            continue
        beside = [lack for lack in left if lack.translation is one.translation]
        near = nearest(one.written, [lack.written for lack in beside]) or (
            beside[0].written if len(beside) == 1 else ""
        )
        left = [lack for lack in left if not (lack in beside and lack.written == near)]
        yield one._replace(meant=near)
    yield from left
