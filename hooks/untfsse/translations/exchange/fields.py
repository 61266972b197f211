"""Puts texts into a YAML file in place: everything else in it stays, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from untfsse.locales import LANGUAGES
from untfsse.translations.documents import Document
from untfsse.translations.exchange.items import Unfit
from untfsse.translations.exchange.scalars import Style, usual_width, written

Steps = tuple[str | int, ...]
"""The way to a text: names of fields, places in lists, ids of terms, at last the language."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WIDTH = 120
"""Letters of the longest line of a record."""


class _Splice(NamedTuple):
    start: int
    end: int
    words: str


def steps(document: Document, name: str, language: str) -> Steps:
    """Return the way to a text of a document in one language."""
    if document.name == "strings":
        return (name,)
    return (*name.split("."), language)


class Fields:
    """A YAML file as text, with the places of what it holds."""

    def __init__(self, text: str) -> None:
        """`text` has been checked: no aliases, no tags, one document."""
        self.text = text
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._root: Any = yaml.compose(text, _LOADER)

    def line(self, way: Steps) -> int:
        """Return the line of a text, else of the deepest field that leads to it, from 1."""
        return max((key.start_mark.line + 1 for key, _, _ in self._walk(way)), default=0)

    def words(self, way: Steps) -> str | None:
        """Return a text as it is read, without space around it; None where it is not there."""
        walked = list(self._walk(way))
        return str(walked[-1][1].value).strip() if len(walked) == len(way) else None

    def lines(self, way: Steps) -> tuple[int, int]:
        """Return the first and the last line of a text, from 1; two times 0 where it is not there."""
        walked = list(self._walk(way))
        if len(walked) < len(way):
            return (0, 0)
        _, end = self._span(walked[-1][1])
        return walked[-1][0].start_mark.line + 1, self.text.count("\n", 0, end) + 1

    def put(self, texts: Mapping[Steps, str], width: int = 0, quote: str = "'") -> str:
        """Return the file with texts replaced or added; raise Unfit where one cannot be.

        `width` is that of the longest line, 0 where each text stays on its line whatever its length;
        `quote` are the quotation marks that the file uses where it needs some.
        """
        splices = sorted(self._splice(way, text, width, quote) for way, text in texts.items())
        done = self.text
        for one in reversed(splices):
            done = done[: one.start] + one.words + done[one.end :]
        return done

    def _walk(self, way: Steps) -> Iterator[tuple[Any, Any, Any]]:
        """Yield key (or item), value and mapping (or list) for each step, as far as they are there."""
        node = self._root
        for step in way:
            if isinstance(node, yaml.MappingNode):
                found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            elif isinstance(node, yaml.SequenceNode):
                found = next(((one, one) for one in _items(node, str(step))), None)
            else:
                return
            if found is None:
                return
            yield (*found, node)
            node = found[1]

    def _splice(self, way: Steps, text: str, width: int, quote: str) -> _Splice:
        walked = list(self._walk(way))
        if len(walked) == len(way):
            key, value, holder = walked[-1]
            above = walked[-2] if len(walked) > 1 else None
            return self._replaced(key, value, holder, above, text, width, quote)
        if len(walked) == len(way) - 1 and way[-1] in LANGUAGES:
            return self._added(str(way[-1]), walked[-1], text, width, quote)
        raise Unfit("its field is no longer there")

    def _replaced(
        self, key: Any, value: Any, holder: Any, above: Any, text: str, width: int, quote: str
    ) -> _Splice:
        start, end = self._span(value)
        column = value.start_mark.column
        style = self._style(value, key.start_mark.column + 2, column, width, quote, holder.flow_style)
        words = written(text, style)
        if "\n" in words:  # a remark on the line follows the mark of the folded text
            stop = self._end_of_line(end)
            head, lines = words.split("\n", 1)
            words, end = f"{head}{self.text[end:stop].rstrip()}\n{lines}", stop
        done = _Splice(start, end, words)
        return self._unfolded(above, {key.value: text}, width, quote, done) if holder.flow_style else done

    def _added(self, language: str, above: Any, text: str, width: int, quote: str) -> _Splice:
        """Add a language after those that come before it."""
        holder = above[1]
        if not isinstance(holder, yaml.MappingNode) or not holder.value:
            raise Unfit("its field is no longer there")
        before = [pair for pair in holder.value if pair[0].value in LANGUAGES[: LANGUAGES.index(language)]]
        key, value = before[-1] if before else holder.value[-1]
        _, end = self._span(value)
        if holder.flow_style:
            style = self._style(value, 0, 0, width, quote, True)
            done = _Splice(end, end, f", {language}: {written(text, style)}")
            return self._unfolded(above, {language: text}, width, quote, done)
        indent = key.start_mark.column
        column = indent + len(language) + 2
        mark = value.style if value.style in (">", "|") else None
        style = self._style(value, indent + 2, column, width, quote, False)._replace(mark=mark or "")
        end = self._end_of_line(end)
        return _Splice(end, end, f"\n{' ' * indent}{language}: {written(text, style)}")

    def _unfolded(
        self, above: Any, changed: Mapping[str, str], width: int, quote: str, done: _Splice
    ) -> _Splice:
        """Write a mapping in braces line by line if it would become too long for its line; else `done`."""
        if not width or above is None or above[2].flow_style or above[0] is above[1]:
            return done  # a file of one line for each text, or no field of its own
        key, holder, _ = above
        start, end = self._span(holder)
        rest = self.text[end:].split("\n", 1)[0]
        longer = len(done.words) - (done.end - done.start)
        too_long = end - self._starts[holder.start_mark.line] + len(rest) + longer > width
        if rest.strip() or "\n" in self.text[start:end] or not too_long:
            return done
        indent, lines = key.start_mark.column + 2, []
        texts = {one.value: value.value for one, value in holder.value} | dict(changed)
        for language in sorted(texts, key=[*LANGUAGES, *texts].index):
            style = Style("", ">-", indent + 2, width, indent + len(language) + 2, False, quote)
            lines.append(f"\n{' ' * indent}{language}: {written(texts[language], style)}")
        start = len(self.text[:start].rstrip(" "))
        return _Splice(start, end, "".join(lines))

    def _style(self, value: Any, indent: int, column: int, width: int, quote: str, flow: bool) -> Style:
        head, mark = ">-", value.style or ""
        if mark in (">", "|"):
            start, end = self._span(value)
            head, *lines = self.text[start:end].split("\n")
            spaces = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
            indent = min(spaces, default=indent)
            width = usual_width(lines, indent, width or WIDTH)
        return Style(mark, head, indent, width, column, bool(flow), quote)

    def _end_of_line(self, at: int) -> int:
        """Return where the line of a place ends, after a remark."""
        stop = self.text.find("\n", at)
        return stop if stop >= 0 else len(self.text)

    def _span(self, node: Any) -> tuple[int, int]:
        """Return where a value begins and ends, without the empty lines and remarks that follow it."""
        start = self._starts[node.start_mark.line] + node.start_mark.column
        end = self._starts[node.end_mark.line] + node.end_mark.column
        if getattr(node, "style", None) in (">", "|"):
            end = start + len(self.text[start:end].rstrip())
        return start, end


def _items(node: Any, step: str) -> Iterator[Any]:
    """Yield the item of a list that is meant: by its `id`, else by its place."""
    for one in node.value:
        fields = one.value if isinstance(one, yaml.MappingNode) else ()
        if any(key.value == "id" and value.value == step for key, value in fields):
            yield one
    if step.isdecimal() and int(step) < len(node.value):
        yield node.value[int(step)]
