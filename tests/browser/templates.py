"""The pages that stand for all others: one for each template, in each language."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from browser.tools import PROJECT
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.yaml_source import parse

TEMPLATES: dict[str, str] = parse((PROJECT / "tests" / "browser" / "templates.yml").read_text("utf-8"))
NOT_FOUND = "not-found"


class Case(NamedTuple):
    """A template in a language."""

    template: str
    language: str

    @property
    def path(self) -> str:
        """Where its page stands, from the root of the site."""
        if self.template == NOT_FOUND:
            return "404.html"
        return path_in(self.language, TEMPLATES[self.template])

    def __str__(self) -> str:
        return f"{self.template}-{self.language}"


CASES = [Case(template, language) for template in TEMPLATES for language in LANGUAGES]
CASES.append(Case(NOT_FOUND, DEFAULT))

IN_TURN = [Case(template, LANGUAGES[at % len(LANGUAGES)]) for at, template in enumerate(TEMPLATES)]
"""Each template once, in one language after the other: for what does not depend on the length of words."""

IN_TURN.append(Case(NOT_FOUND, DEFAULT))

each_template = pytest.mark.parametrize("case", IN_TURN, ids=str)
"""Run a test for each template, in one of the languages."""


def each(cases: list[Case] = CASES, **more: list[Any]) -> pytest.MarkDecorator:
    """Run a test for each template in each language, with each of the values given beside them."""
    rows: list[tuple[Any, ...]] = [(case,) for case in cases]
    for values in more.values():
        rows = [(*row, value) for row in rows for value in values]
    ids = ["-".join(map(str, row)) for row in rows]
    return pytest.mark.parametrize(("case", *more), rows, ids=ids)


def path_in(language: str, path: str) -> str:
    """Return the address of a page in a language, from the root of the site."""
    return path if language == DEFAULT else f"{language}/{path}"
