"""Writes translated units into a page: in place, between its neighbours, or as a new page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from untfsse.prose import body_of, top_span
from untfsse.translations.blocks import Block, split, starts_block
from untfsse.translations.exchange.fields import Fields
from untfsse.translations.exchange.items import Unfit
from untfsse.translations.exchange.markdown import code_lines, replaced, same
from untfsse.translations.pairing import Pair
from untfsse.translations.units import Unit

Texts = Mapping[int, str]
"""Place of a pair among the pairs of its page → the words for its translation."""

_OTHERWISE = (
    "its words would be read as another kind of text; see whether it begins with -, #, >, | or a number"
)


def changed(text: str, source: str, pairs: Sequence[Pair], texts: Texts) -> str:
    """Return a page with other words in some blocks, and with blocks that it did not have yet."""
    _check_starts(pairs, texts)
    tops = _tops(pairs, texts)
    body = {at: words for at, words in texts.items() if not _is_top(pairs[at].source)}
    done = _with_blocks(text, source, pairs, body) if body else text
    return _with_top(done, tops) if tops else done


def created(source: str, pairs: Sequence[Pair], texts: Texts) -> str:
    """Return a new page: the source with other words. Raise Unfit where words for a part are missing."""
    there = {pairs[at].source.line: words for at, words in texts.items() if not _is_top(pairs[at].source)}  # type: ignore[union-attr]
    _check_starts(pairs, texts)
    tops, lines, code = _tops(pairs, texts), source.split("\n"), code_lines(source)
    blocks = split(body_of(source))
    own = [one for one in blocks if one.kind not in ("call", "code") and one.line not in code]
    lacking = sum(one.line not in there for one in own)
    lacking += sum(_is_top(pair.source) for pair in pairs) - len(tops)
    if lacking:
        raise Unfit(f"its page is not translated yet, and {lacking} of its parts are missing in the file")
    for block in reversed(own):
        lines[block.line - 1 : block.last] = replaced(lines, block, there[block.line])
    done = "\n".join(lines)
    expected = [_said(one, there[one.line]) if one in own else one for one in blocks]
    if not same(split(body_of(done)), expected):
        raise Unfit(_OTHERWISE)
    return _with_top(done, tops) if tops else done


def _with_blocks(text: str, source: str, pairs: Sequence[Pair], texts: Texts) -> str:
    lines, blocks = text.split("\n"), split(body_of(text))
    by_line = {block.line: block for block in blocks}
    written = {number: [line] for number, line in enumerate(lines, 1)}  # what stands there from now on
    wanted = {block.line: [block] for block in blocks}
    for at, words in texts.items():
        if unit := pairs[at].translation:
            block = by_line[unit.line]
            written |= {number: [] for number in range(block.line, block.last + 1)}
            written[block.line] = replaced(lines, block, words)
            wanted[block.line] = [_said(block, words)]
    start = text.count("\n", 0, top_span(text)[1]) + 1 if top_span(text)[1] else 0
    for line, new, block in _insertions(lines, source, pairs, texts, by_line, start):
        written.setdefault(line, []).extend(new)
        place = max((number for number in wanted if number <= line), default=0)
        wanted.setdefault(place, []).append(block)
    done = "\n".join(line for number in sorted(written) for line in written[number])
    if not same(split(body_of(done)), [one for number in sorted(wanted) for one in wanted[number]]):
        raise Unfit(_OTHERWISE)
    return done


def _insertions(
    lines: Sequence[str],
    source: str,
    pairs: Sequence[Pair],
    texts: Texts,
    there: Mapping[int, Block],
    start: int,
) -> list[tuple[int, list[str], Block]]:
    """Return after which line of a page a new block goes, its lines, and what it is then.

    `there` are the blocks of the page by their lines, `start` is the last line of its top.
    """
    origin = source.split("\n")
    blocks = split(body_of(source))
    previous_of = {one.line: before for before, one in pairwise(blocks)}
    by_line = {block.line: block for block in blocks}
    after, known = start, None  # the block before in the source, if the page has it
    found: list[tuple[int, list[str], Block]] = []
    for at, pair in enumerate(pairs):
        if pair.source is None or _is_top(pair.source):
            continue
        block = by_line[pair.source.line]
        if pair.translation is not None:
            after, known = there[pair.translation.line].last, block
        elif at in texts:
            made = replaced(origin, block, texts[at])
            previous = previous_of.get(block.line)
            gap = origin[previous.last if previous else block.line - 1 : block.line - 1]
            if previous is not known or not previous:
                gap = [] if known and known.kind == block.kind and block.kind in ("item", "row") else [""]
            elif any(line.strip() for line in gap) and not (found and found[-1][0] == after):
                rest = _until_empty(lines, after)
                after, gap = after + len(rest), gap[len(rest) :] if rest else gap
            following = origin[block.last] if block.last < len(origin) else ""
            here = lines[after] if after < len(lines) else ""
            close = [""] if here.strip() and not following.strip() else []
            found.append((after, [*gap, *made, *close], _said(block, texts[at])))
            known = block
    return found


def _check_starts(pairs: Sequence[Pair], texts: Texts) -> None:
    """Refuse words that begin a block of their own within that which they are put into."""
    for at, words in texts.items():
        unit = pairs[at].source
        if unit and unit.kind in ("item", "term", "quote", "paragraph") and starts_block(words):
            raise Unfit(_OTHERWISE)


def _until_empty(lines: Sequence[str], after: int) -> list[str]:
    """The rule below the head of a table, or the line below a heading."""
    rest = []
    for line in lines[after:]:
        if not line.strip() or split(line):
            break
        rest.append(line)
    return rest


def _said(block: Block, words: str) -> Block:
    return block._replace(text=words)


def _with_top(text: str, tops: Mapping[str, str]) -> str:
    start, end = top_span(text)
    top = Fields(text[start:end]).put({(name,): words for name, words in tops.items()}, 0, '"')
    return text[:start] + top + text[end:]


def _tops(pairs: Sequence[Pair], texts: Texts) -> dict[str, str]:
    return {
        unit.kind.removeprefix("top-"): words
        for at, words in texts.items()
        if (unit := pairs[at].source) and _is_top(unit)
    }


def _is_top(unit: Unit | None) -> bool:
    return unit is not None and unit.kind.startswith("top-")
