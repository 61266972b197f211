"""Finds the macro calls of a page before anything is rendered, and refuses all other Jinja."""

from __future__ import annotations

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
            if kind in ("block_begin", "comment_begin"):
                given = "{%" if kind == "block_begin" else "{#"
                yield Problem(page.file, line, 1, "", "macro-only", {"given": given})
        tree = _PARSER.parse(page.body)
    except TemplateSyntaxError as error:
        values = {"given": error.message or ""}
        yield Problem(page.file, error.lineno, 1, "", "macro-syntax", values)
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
                shown = given if len(given) <= 60 else given[:59] + "…"
                yield Problem(page.file, node.lineno, 1, "", key, {"given": shown})


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
        if not isinstance(argument, nodes.Const):
            return "macro-literal", _written(argument)
        call.positional.append(argument.value)
    for keyword in node.kwargs:
        if not isinstance(keyword.value, nodes.Const):
            return "macro-literal", _written(keyword.value)
        call.named[keyword.key] = keyword.value.value
    return call


def _written(node: Any) -> str:
    return str(node.name) if isinstance(node, nodes.Name) else ""
