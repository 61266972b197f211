"""What every page of a built site must keep to; `test_rules.py` looks whether each rule can fail."""

from rules import languages, links, requests, words
from rules.listed import RULES, Rule

__all__ = ["RULES", "Rule", "languages", "links", "requests", "words"]
