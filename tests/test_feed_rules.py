"""The rules for feeds: a sound feed keeps them all, and each notices the mistakes of `broken_feeds.yml`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from feed_making import history, written
from feed_rules import ATOM_RULES, JSON_RULES, read_atom
from untfsse.site import Site

_CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "broken_feeds.yml").read_text("utf-8"))
_RULES = {rule.__name__: rule for rule in (*ATOM_RULES, *JSON_RULES)}
_FILES = {
    f"data/publications/{id_}.yml": {
        "kind": "report",
        "versions": [{"language": "en", "title": f"A report: {id_}", "url": "https://example.org/report"}],
        "date": "2024-02-03",
        "abstract": {"en": "It reports."},
        "themes": ["law"],
        "countries": ["SN"],
        "sources": ["https://example.org/source"],
    }
    for id_ in ("old", "new")
}
_HISTORY = {
    "data/publications/old.yml": "2024-05-06T07:08:09+00:00",
    "data/publications/new.yml": "2025-06-07T08:09:10+00:00",
}


@pytest.fixture
def sound(small_site: Callable[..., Site], tmp_path: Path) -> tuple[str, str]:
    """A feed that keeps all rules, as Atom and as JSON Feed."""
    site = small_site(_FILES)
    history(site, _HISTORY)
    made = written(site, tmp_path / "made")["feeds/publications"]
    return made.raw.decode(), json.dumps(made.json, ensure_ascii=False, separators=(",", ":"))


def test_every_rule_has_a_case() -> None:
    assert {case["rule"] for case in _CASES} == set(_RULES)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case['rule']}: {case['find']}")
def test_a_rule_notices_a_mistake(case: dict[str, Any], sound: tuple[str, str]) -> None:
    rule: Any = _RULES[case["rule"]]
    is_atom = rule in ATOM_RULES
    read: Callable[[str], Any] = (lambda text: read_atom(text.encode())) if is_atom else json.loads
    text = sound[0] if is_atom else sound[1]
    broken = re.sub(case["find"], case["put"], text, count=1, flags=re.DOTALL)
    assert broken != text, "nothing was found to break"
    assert list(rule(read(text))) == []
    assert list(rule(read(broken)))
