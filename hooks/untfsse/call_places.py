"""Where in a page each macro call stands, and where in the call its name, its arguments and their values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment

_PARSER = Environment(autoescape=True)  # reads only; nothing is ever rendered with it
_OPENING, _CLOSING = "([{", ")]}"


@dataclass(frozen=True)
class Token:
    """A name, a mark or a literal in a call."""

    at: int
    """Where it begins in the text."""

    sort: str
    """What Jinja calls it: `name`, `operator`, `string` …"""

    text: str


@dataclass(frozen=True)
class Written:
    """One `{{ … }}` as it is written."""

    at: int
    line: int
    tokens: Sequence[Token]

    @property
    def name(self) -> int:
        """Where the name of the macro stands."""
        return self.tokens[0].at if self.tokens else self.at

    def argument(self, name: str) -> int:
        """Return where an argument is named; the place of the macro where it is not."""
        named = [token for token, after in self._pairs() if token.text == name and after == "="]
        return named[-1].at if named else self.name

    def value(self, name: str, number: int) -> int:
        """Return where the value of an argument stands, given by name or as the `number`th from 0."""
        for (token, after), following in zip(self._pairs(), self.tokens[2:], strict=False):
            if token.text == name and after == "=":
                return following.at
        given = self._by_place()
        return given[number] if 0 <= number < len(given) else self.name

    def source(self, text: str, at: int) -> str:
        """Return the argument of a call that begins at a place of the text it is written in."""
        depth, end = 0, at
        for token in (one for one in self.tokens if one.at >= at):
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
            if depth < 0 or (token.text == "," and not depth):
                break
            end = token.at + len(token.text)
        return text[at:end]

    def _pairs(self) -> Iterator[tuple[Token, str]]:
        for token, after in zip(self.tokens, self.tokens[1:], strict=False):
            yield token, after.text

    def _by_place(self) -> list[int]:
        """Where each argument begins, as far as they are given without names."""
        depth, places, begins = 0, [], False
        for token in self.tokens:
            if begins and depth == 1 and token.text not in _CLOSING:
                places.append(token.at)
            begins = False
            if token.text in _OPENING:
                depth += 1
                begins = depth == 1
            elif token.text in _CLOSING:
                depth -= 1
            elif token.text == "," and depth == 1:
                begins = True
        return places


def calls_written(text: str) -> list[Written]:
    """Return each `{{ … }}` of a text that Jinja can split into words; raise TemplateSyntaxError."""
    found: list[Written] = []
    at, start, begun = 0, -1, 0
    tokens: list[Token] = []
    for line, sort, value in _PARSER.lex(text):
        at = max(text.find(value, at), at)
        if sort == "variable_begin":
            start, tokens, begun = at, [], line
        elif sort == "variable_end" and start >= 0:
            found.append(Written(start, begun, tuple(tokens)))
            start = -1
        elif start >= 0 and sort != "whitespace":
            tokens.append(Token(at, sort, value))
        at += len(value)
    return found


def first_on_line(text: str, line: int) -> int:
    """Return where `{{`, `{%` or `{#` begins on a line, or else the line itself."""
    lines = text.split("\n")
    start = sum(len(one) + 1 for one in lines[: line - 1])
    found = re.search(r"\{[{%#]", lines[line - 1]) if line <= len(lines) else None
    return start + (found.start() if found else 0)
