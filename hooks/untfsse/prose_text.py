"""The Markdown of a page that people wrote, as it can stand alone.

Calls of macros become what they list, as lists of links; links become full ones; remarks go. Everything else
is the editor's own Markdown.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any
from urllib.parse import unquote, urlsplit

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from untfsse import plain_text
from untfsse.links import address
from untfsse.lists import Lists
from untfsse.macro_calls import MACROS, Call, bind
from untfsse.prose import Prose

_CODE = re.compile(r"^(```|~~~).*?^\1[ \t]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
_TARGET = re.compile(r"(?:\]\(|^ {0,3}\[[^\]^][^\]]*\]:[ \t]+)(<?[^\s)>]+>?)", re.MULTILINE)
"""Where a link leads that stands in a line or, under its label, below the text; footnotes are none."""

_EMPTY_LINES = re.compile(r"\n{3,}")


def prose_text(page: Prose, language: str, lists: Lists) -> Markup:
    """Return the text of `page` for readers of `language`; `lists` write Markdown."""
    body = _without_remarks(page.body)
    bare = _without_code(body)
    made, at = [], 0
    for found in _TARGET.finditer(bare):
        made += [body[at : found.start(1)], _full(page, found[1], language)]
        at = found.end(1)
    text = "".join([*made, body[at:]])
    if "{{" in text:
        text = _with_lists(text, lists)
    return Markup(_EMPTY_LINES.sub("\n\n", text.strip()))


def _without_remarks(body: str) -> str:
    made, at = [], 0
    for found in _REMARK.finditer(_without_code(body)):
        made.append(body[at : found.start()])
        at = found.end()
    return "".join([*made, body[at:]])


def _without_code(body: str) -> str:
    """Blank code, places kept; what is indented may be the second paragraph of an item, and stays."""
    return _CODE.sub(lambda code: " " * len(code[0]), body)


def _full(page: Prose, target: str, language: str) -> str:
    """Return where a link of the page leads, from the root of the site; an outside address stays."""
    parts = urlsplit(target.strip("<>"))
    if parts.scheme or parts.netloc:
        return target
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), unquote(parts.path)))
    if not parts.path:
        path = address(page.name, language)
    elif path.endswith(".md"):
        path = address(path.removesuffix(".md"), language)
    else:
        path = path.removeprefix("../")
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{plain_text.address('/' + path)}{fragment}"


def _with_lists(text: str, lists: Lists) -> str:
    """Replace the calls; they were checked before, and the sandbox knows nothing else."""

    def macro(name: str) -> Any:
        return lambda *positional, **named: lists.render(name, bind(Call(name, list(positional), named)))

    sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
    sandbox.globals = {name: macro(name) for name in MACROS}
    sandbox.filters = {}
    sandbox.tests = {}
    return sandbox.from_string(text).render()
