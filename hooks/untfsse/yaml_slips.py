"""Which slip of the keyboard the YAML parser stumbled over, in an editor's words."""

from __future__ import annotations

import re
from typing import Any

import yaml

_QUOTED_AND_MORE = re.compile(r"""^(?:[^"']*[:,{\[-][ ]+|\s*)(["']).*\1\s*$""")
_CURLY_VALUE = re.compile("(?::|-) +([“”„«‘’])[^“”„«»‘’]*([“”»‘’])[ ]*$")
_UNQUOTED = re.compile(r"([ ]*(?:- +)*[\w.-]+:[ ]+|[ ]*(?:- +)+)(.*\S)[ ]*")
"""A line with a field or a list item, and its text."""

_MOST_COLONS = 20
_VALUE_STARTS = re.compile(r":\s+([>|?-])")


def slip(error: yaml.MarkedYAMLError, text: str) -> tuple[str, int, int, str]:
    """Return the key of a message, line and column, and the character or words it is about."""
    mark = error.problem_mark or error.context_mark
    line = min(mark.line, text.count("\n")) + 1 if mark else 1
    column = mark.column + 1 if mark else 1
    here = text.split("\n")[line - 1]
    said = f"{error.context or ''} {error.problem or ''}".strip()
    before, at = here[: column - 1], here[column - 1 : column]
    opened, opened_at = line, column
    if error.context_mark:
        opened = min(error.context_mark.line, text.count("\n")) + 1
        opened_at = error.context_mark.column + 1

    def first(key: str, given: str = "") -> tuple[str, int, int, str]:
        return key, line, column, given

    def begun(key: str) -> tuple[str, int, int, str]:
        return key, opened, opened_at, ""

    if "\t" in here[: len(here) - len(here.lstrip())] or at == "\t":
        return first("yaml-tab")
    if (curly := _CURLY_VALUE.search(here)) and "mapping values are not allowed" in said:
        return "yaml-curly", line, curly.start(1) + 1, f"{curly[1]} {curly[2]}"
    if "mapping values are not allowed" in said:
        return first("yaml-colon" if here.count(": ") > 1 else "yaml-indent")
    if "escape" in said or "hexdecimal" in said:
        return first("yaml-backslash")
    if "quoted scalar" in said:
        return begun("yaml-quote")
    if "could not find expected ':'" in said:
        key = "yaml-space" if ":\u00a0" in text.split("\n")[opened - 1] else "yaml-key"
        return begun(key)
    if "block scalar" in said or "are not allowed in this context" in said:
        return _first_character(here, line, column)
    if "cannot start any token" in said or "unexpected" in said or at == "%":
        return first("yaml-start", at)
    if "anchor" in said or "alias" in said:
        return first("yaml-anchor")
    if "tag" in said:
        return first("yaml-tag")
    if "flow" in said:
        return begun("yaml-bracket")
    if at in ("]", "}") or before.rstrip().endswith(("]", "}")):
        return first("yaml-bracket")
    if _QUOTED_AND_MORE.match(before):
        return first("yaml-quote-inside")
    if at == ":":
        return first("yaml-key-form")
    if "did not find expected" in said or "block" in said:
        return first("yaml-indent")
    return first("yaml-other", said)


def colons_below(text: str, line: int, parser: Any) -> list[int]:
    """Return the lines below `line` that have a colon in an unquoted text as it has.

    Each is found by reading the file again with the text above it in quotes, so none is told that YAML
    would read; the search ends at a mistake of another kind.
    """
    lines, found = text.split("\n"), [line]
    while len(found) <= _MOST_COLONS and (one := _UNQUOTED.fullmatch(lines[found[-1] - 1])):
        lines[found[-1] - 1] = one[1] + "'" + one[2].replace("'", "''") + "'"
        try:
            for _ in yaml.parse("\n".join(lines), Loader=parser):
                pass
            break
        except yaml.MarkedYAMLError as error:
            key, line, *_ = slip(error, "\n".join(lines))
            if key != "yaml-colon" or line <= found[-1]:
                break
            found.append(line)
        except yaml.YAMLError:
            break
    return found[1:]


def _first_character(here: str, line: int, column: int) -> tuple[str, int, int, str]:
    """A value that starts like a block, a list or a question does."""
    found = _VALUE_STARTS.search(here)
    if found and found[1] == "-":
        return "yaml-list-line", line, column, ""
    return ("yaml-start", line, column, found[1]) if found else ("yaml-indent", line, column, "")
