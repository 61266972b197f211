"""Writes edits into one file, or refuses those that it cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from untfsse.translations.adding import taken_up
from untfsse.translations.documents import MOST
from untfsse.translations.exchange import page
from untfsse.translations.exchange.fields import WIDTH, Fields, Steps, steps
from untfsse.translations.exchange.incoming import Edit, Refusal, refused
from untfsse.translations.exchange.items import Unfit
from untfsse.yaml_source import decode, parse

_LEAST_WIDTH = 100


def write(
    root: Path, language: str, edits: Sequence[Edit], old: bytes | None, refusals: list[Refusal]
) -> list[Edit]:
    """Write the edits of one file; return those that could be written, and note the others as refused."""
    document = edits[0].standing.document
    text = decode(old, MOST) if old is not None else None
    if document.is_page:
        source = decode((root / document.source_file).read_bytes(), MOST)
        pairs = edits[0].standing.pairs

        def attempt(some: Sequence[Edit]) -> str:
            texts = {edit.at: edit.text for edit in some}
            if text is None:
                return page.created(source, pairs, texts)
            return page.changed(text, source, pairs, texts)

    else:
        before, flat = text or "", document.name == "strings"

        def attempt(some: Sequence[Edit]) -> str:
            texts = {steps(document, edit.name, language): edit.text for edit in some}
            held = Fields(taken_up(before, (edit.name for edit in some)) if flat else before)
            return _checked_fields(before, held, texts, flat)

    new, good = _sift(edits, attempt, refusals, whole=text is None)
    if new is not None and good:
        _save(root / document.file, new, old)
    return good


def _sift(
    edits: Sequence[Edit], attempt: Callable[[Sequence[Edit]], str], refusals: list[Refusal], whole: bool
) -> tuple[str | None, list[Edit]]:
    """Return the text with all edits that are fit; those that are not are refused one by one."""
    try:
        return attempt(edits), list(edits)
    except Unfit as unfit:
        if whole:
            refusals.extend(refused(edit, str(unfit)) for edit in edits)
            return None, []
    good = []
    for edit in edits:
        try:
            attempt([edit])
            good.append(edit)
        except Unfit as unfit:
            refusals.append(refused(edit, str(unfit)))
    try:
        return (attempt(good), good) if good else (None, [])
    except Unfit as unfit:
        refusals.extend(refused(edit, str(unfit)) for edit in good)
        return None, []


def _checked_fields(before: str, held: Fields, texts: Mapping[Steps, str], flat: bool) -> str:
    """Put texts into a YAML file, and make sure that nothing else has changed from what it was before."""
    longest = max((len(line) for line in held.text.split("\n") if "://" not in line), default=0)
    new = held.put(texts, 0 if flat else min(WIDTH, max(_LEAST_WIDTH, longest)))
    old_leaves, new_leaves = dict(_leaves(parse(before) or {})), dict(_leaves(parse(new)))
    differing = [way for way in {*old_leaves, *new_leaves} if old_leaves.get(way) != new_leaves.get(way)]
    now = Fields(new)
    if len(differing) != len(texts) or any(now.words(way) != text for way, text in texts.items()):
        raise Unfit("the file would not be read as it is meant")
    return new


def _leaves(held: object, way: Steps = ()) -> Iterable[tuple[Steps, str]]:
    if isinstance(held, dict):
        for key, value in held.items():
            yield from _leaves(value, (*way, key))
    elif isinstance(held, list):
        for place, value in enumerate(held):
            yield from _leaves(value, (*way, place))
    else:
        yield way, str(held).strip()


def bytes_of(file: Path) -> bytes | None:
    """Return what a file holds; None where there is none."""
    return file.read_bytes() if file.exists() else None


def restore(file: Path, old: bytes | None) -> None:
    """Put back what a file held; None where there was none."""
    if old is None:
        file.unlink(missing_ok=True)
    else:
        file.write_bytes(old)


def _save(file: Path, text: str, old: bytes | None) -> None:
    """Write a file with the line ends and the first mark (BOM) it had."""
    raw = text.encode()
    if old is not None and b"\r\n" in old:
        raw = raw.replace(b"\n", b"\r\n")
    if old is not None and old.startswith(b"\xef\xbb\xbf"):
        raw = b"\xef\xbb\xbf" + raw
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
