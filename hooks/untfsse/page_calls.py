"""Finds the macro calls of a page before anything is rendered, and refuses all other Jinja."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from untfsse.macro_calls import MACROS, Call, Known, faults
from untfsse.problems import Problem
from untfsse.prose import Prose

_PARSER = Environment(autoescape=True)  # parses only; nothing is ever rendered with it


def check_calls(page: Prose, known: Known) -> Iterator[Problem]:
    """Yield a problem for each macro call that is wrong and for everything that is no call."""
    if not any(opening in page.body for opening in ("{{", "{%", "{#")):
        return
    try:
        for line, kind, _ in _PARSER.lex(page.body):
            if kind in ("block_begin", "raw_begin", "comment_begin"):
                given = "{#" if kind == "comment_begin" else "{%"
                yield Problem(page.file, line, 1, "", "macro-only", {"given": given})
        tree = _PARSER.parse(page.body)
    except TemplateSyntaxError as error:
        yield _unreadable(page, error)
        return
    except (RecursionError, ValueError):  # brackets in brackets, a number of thousands of digits
        yield Problem(page.file, 0, 1, "", "macro-syntax", {"given": "it is too long"})
        return
    lines = page.body.split("\n")
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData):
                continue
            call = _call(node)
            if isinstance(call, Call):
                for key, values in faults(call, known):
                    yield Problem(page.file, node.lineno, 1, "", key, values)
            else:
                key, given = call
                given = given or lines[node.lineno - 1].strip()
                yield Problem(page.file, node.lineno, 1, "", key, {"given": given})


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
    said = re.sub(r" at \d+$", "", error.message or "")
    key = "macro-quotes" if any(mark in said for mark in "“”„‘’«»") else "macro-syntax"
    return Problem(page.file, error.lineno, 1, "", key, {"given": said.rstrip(".")})


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
            return "macro-literal", _written(argument)
        call.positional.append(argument.as_const())
    for keyword in node.kwargs:
        if not _is_plain(keyword.value):
            return "macro-literal", _written(keyword.value)
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


def _written(node: Any) -> str:
    return str(node.name) if isinstance(node, nodes.Name) else ""
