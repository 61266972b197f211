"""The checks find what they look for, on pages made to have that fault and no other (`faults.yml`)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from browser import axe
from browser.served import Served
from browser.test_html import errors
from browser.tools import PROJECT
from browser.visits import Visit

CASES = yaml.safe_load((PROJECT / "tests" / "browser" / "faults.yml").read_text("utf-8"))
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>{policy}
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head>
<body>{body}</body></html>
"""


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["case"] for case in CASES])
def test_a_check_finds_the_fault(
    number: int, tmp_path: Path, served: Served, visit: Callable[..., Visit]
) -> None:
    case = CASES[number]
    name = f"fault-{number}.html"
    policy = case.get("policy")
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    (tmp_path / name).write_text(
        _PAGE.format(policy=head, style=case.get("style", ""), body=case["body"]), "utf-8"
    )
    served.host.beside[served.host.root + name] = tmp_path / name
    if case["check"] == "html":
        found = [words for found in errors(tmp_path).values() for words in found]
    else:
        found = _found(visit(name, **case.get("reader", {})), case)
    assert "".join(found) == "" if case["says"] == "nothing" else case["says"] in "\n".join(found)


def test_every_probe_has_a_case() -> None:
    probes = {file.stem for file in Path(__file__).parent.glob("probes/*.js")}
    helpers = {"shared", "stops", "kinds", "focused", "open_all", "larger_text", "wider_text"}
    helpers |= {"reading", "links", "menu"}
    assert probes - helpers <= {case["check"] for case in CASES}


def _found(visit: Visit, case: dict[str, Any]) -> list[str]:
    check = case["check"]
    if "first" in case:
        visit.probe(case["first"])
    if check == "axe":
        return axe.faults(visit)
    if check == "focus":
        first = next(visit.steps("Tab", 1))
        assert first["at"] == 0
        return list(first["faults"])
    if check in ("complaints", "strangers"):
        visit.page.wait_for_load_state("networkidle")
        return visit.complaints if check == "complaints" else visit.strangers()
    return list(visit.probe(check, case.get("given")))
