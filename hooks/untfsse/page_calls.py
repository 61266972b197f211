"""Finds the macro calls of a page before anything is rendered, and refuses all other Jinja."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from untfsse.call_places import Written, calls_written, first_on_line
from untfsse.macro_calls import MACROS, Call, Known, faults
from untfsse.problems import Problem
from untfsse.prose import Prose
from untfsse.spots import place_in

_PARSER = Environment(autoescape=True)  # parses only; nothing is ever rendered with it
_CURLY = "“”„‘’«»"
_SHOWN = 60


def check_calls(page: Prose, known: Known) -> Iterator[Problem]:
    """Yield a problem for each macro call that is wrong and for everything that is no call."""
    text = page.body
    if not any(opening in text for opening in ("{{", "{%", "{#")):
        return
    try:
        yield from (_problem(page, at, "macro-only", {"given": given}) for at, given in _other_jinja(text))
        tree = _PARSER.parse(text)
        written = calls_written(text)
    except TemplateSyntaxError as error:
        yield _unreadable(page, error)
        return
    except (RecursionError, ValueError):  # brackets in brackets, a number of thousands of digits
        at = max(text.find("{{"), 0)
        yield _problem(page, at, "macro-syntax", {"given": text[at : at + _SHOWN]})
        return
    outputs = [node for output in tree.find_all(nodes.Output) for node in output.nodes]
    calls = [node for node in outputs if not isinstance(node, nodes.TemplateData)]
    for number, node in enumerate(calls):
        there = written[number] if len(calls) == len(written) else _on_line(text, node.lineno)
        for key, values in _faults(node, known):
            at = _place(there, _call(node), key, values)
            if key == "macro-literal":
                values = {"given": there.source(text, at)}
            elif not values.get("given"):
                values = {**values, "given": text.split("\n")[node.lineno - 1].strip()}
            yield _problem(page, at, key, values)


def _other_jinja(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and opening of each block and comment."""
    at = 0
    for _, kind, value in _PARSER.lex(text):
        at = max(text.find(value, at), at)
        if kind in ("block_begin", "raw_begin", "comment_begin"):
            yield at, "{#" if kind == "comment_begin" else "{%"
        at += len(value)


def _faults(node: nodes.Node, known: Known) -> Iterable[tuple[str, Mapping[str, Any]]]:
    call = _call(node)
    if isinstance(call, Call):
        return faults(call, known)
    key, given = call
    return [(key, {"given": given})]


def _place(there: Written, call: Call | tuple[str, str], key: str, values: Mapping[str, Any]) -> int:
    """Return where in a call the fault stands: its name, an argument, or a value."""
    given = str(values.get("given", ""))
    if key == "macro-only":
        return there.at
    if not isinstance(call, Call):
        if key == "macro-twice":
            return there.argument(given)
        return there.value(given, int(given[1:]) if given.startswith("#") else -1)
    if key == "macro-argument":
        return there.argument(given)
    if key == "macro-surplus":
        return there.value("", len(MACROS[call.macro]))
    if argument := values.get("argument"):
        names = [one.name for one in MACROS[call.macro]]
        return there.value(argument, names.index(argument))
    return there.name


def _on_line(text: str, line: int) -> Written:
    return Written(first_on_line(text, line), line, ())


def _problem(page: Prose, at: int, key: str, values: Mapping[str, Any]) -> Problem:
    line, column = place_in(page.body, at)
    return Problem(page.file, line, column, "", key, values)


def calls_in(text: str) -> Iterator[Call]:
    """Yield the calls of a text whose calls have been checked."""
    try:
        outputs = _PARSER.parse(text).find_all(nodes.Output)
    except TemplateSyntaxError:
        return
    for call in (
        _call(node) for output in outputs for node in output.nodes if not isinstance(node, nodes.TemplateData)
    ):
        if isinstance(call, Call):
            yield call


def _unreadable(page: Prose, error: TemplateSyntaxError) -> Problem:
    """Say what keeps Jinja from reading a page: which mark, in which call."""
    said, text = error.message or "", page.body
    at = first_on_line(text, error.lineno)
    opened = _last_opened(text, at + 2)
    curly = next((mark for mark in _CURLY if mark in said), "")
    if curly:
        return _problem(page, max(text.find(curly, at), at), "macro-quotes", {})
    if opened >= 0:
        return _problem(page, opened, "macro-open", {})
    end = text.find("}}", at)
    given = text[at : end + 2 if end >= 0 else at + _SHOWN].split("\n")[0]
    return _problem(page, at, "macro-syntax", {"given": given})


def _last_opened(text: str, until: int) -> int:
    """Where a call is opened that is not closed before the next one or the end; -1 where none is."""
    for found in re.finditer(r"\{\{", text):
        after = text[found.end() :]
        end, following = after.find("}}"), after.find("{{")
        if end < 0 or 0 <= following < end:
            return found.start()
        if found.start() > until and end >= 0:
            return -1
    return -1


def _call(node: nodes.Node) -> Call | tuple[str, str]:
    """Return the call, or the key of a message and what it is about."""
    if isinstance(node, nodes.Name):
        return ("macro-brackets", node.name) if node.name in MACROS else ("macro-only", "")
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return "macro-only", ""
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        return "macro-only", ""
    call = Call(node.node.name)
    for argument in node.args:
        if not _is_plain(argument):
            return "macro-literal", f"#{len(call.positional)}"
        call.positional.append(argument.as_const())
    for keyword in node.kwargs:
        if not _is_plain(keyword.value):
            return "macro-literal", keyword.key
        if keyword.key in call.named:
            return "macro-twice", keyword.key
        call.named[keyword.key] = keyword.value.as_const()
    if twice := [one.name for one in MACROS.get(call.macro, ())[: len(node.args)] if one.name in call.named]:
        return "macro-twice", twice[0]
    return call


def _is_plain(node: nodes.Expr) -> bool:
    """Whether this is a word in quotes, a number, true or false."""
    if isinstance(node, nodes.Neg):
        return isinstance(node.node, nodes.Const) and isinstance(node.node.value, int | float)
    return isinstance(node, nodes.Const)
