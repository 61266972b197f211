"""What helps to translate a text: the page that shows it, the terms in it, what must stay as it is."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from untfsse.checking import Checked
from untfsse.links import absolute, page_path
from untfsse.locales import DEFAULT
from untfsse.records import KINDS
from untfsse.translations.documents import SHOWN_ON, Document

_KEPT = re.compile(r"\{\{.*?\}\}|\[\^[^\]]+\]")
_SHORT_FORM = re.compile(r" \([^()]*\)$")
_BRACES = re.compile(r"\{\w+\}")


def address_of(document: Document, checked: Checked, language: str, site_url: str) -> str:
    """Return the full address of the page in `language` that shows a document; empty for a draft."""
    kind, _, rest = document.name.partition("/")
    parts: list[str] = []
    if document.is_page:
        parts = document.name.removeprefix("page:").split("/")
    elif kind in KINDS:
        if rest in checked.store.drafts[kind]:
            return ""
        parts = [kind, rest]
    elif SHOWN_ON.get(document.name) in checked.prose[DEFAULT]:
        parts = SHOWN_ON[document.name].split("/")
    path = page_path(language, *(parts[:-1] if parts[-1:] == ["index"] else parts))
    return absolute(path, site_url) if site_url else ""


def terms_in(text: str, checked: Checked, language: str, into: str) -> Iterator[str]:
    """Yield `term = translation` for each term of the glossary that occurs in a text in `language`."""
    for term in checked.store.vocabulary.get("glossary", {}).values():
        here, there = (one in term.label and term.label[one] for one in (language, into))
        if here and there and _as_word(here).search(text):
            yield f"{here} = {there}"


def kept_in(text: str, kind: str) -> tuple[str, ...]:
    """Return the macro calls, marks of footnotes and, in the words of the site, {names} of a text."""
    return tuple((_BRACES if kind == "key" else _KEPT).findall(text))


@cache
def _as_word(term: str) -> re.Pattern[str]:
    term = _SHORT_FORM.sub("", term)
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)


def site_url(root: Path) -> str:
    """Return where the site is published, as `mkdocs.yml` says; empty if it does not say."""
    file = root / "mkdocs.yml"
    node: Any = yaml.compose(file.read_text("utf-8"), yaml.SafeLoader) if file.is_file() else None
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value == "site_url" and isinstance(value, yaml.SequenceNode):  # !ENV [NAME, otherwise]
            *names, last = [one.value for one in value.value]
            return str(next((os.environ[name] for name in names if name in os.environ), last))
        if key.value == "site_url":
            return str(value.value)
    return ""
