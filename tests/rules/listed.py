"""The list of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crawler import Crawl

Rule = Callable[[Crawl], Iterator[str]]
"""Takes a built site, and tells the pages that do not keep to the rule, and why."""

RULES: list[Rule] = []


def rule(check: Rule) -> Rule:
    """Put a rule on the list."""
    RULES.append(check)
    return check
