"""Golden cases: YAML files that say what goes in and what must come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from untfsse.yaml_source import parse

TESTS = Path(__file__).resolve().parent


def golden(folder: str) -> dict[str, dict[str, Any]]:
    """Return name → case, of all files in `tests/<folder>/`; every value stays the text it is.

    A file is a list of cases with a key `case:`, or fields that its cases share and `cases:`.
    """
    found: dict[str, dict[str, Any]] = {}
    for file in sorted((TESTS / folder).glob("*.yml")):
        read = parse(file.read_text("utf-8"))
        shared = {} if isinstance(read, list) else read
        for case in read if isinstance(read, list) else shared.pop("cases"):
            name = f"{file.stem}: {case['case']}"
            assert name not in found, f"two cases have the same name: {name}"
            found[name] = {"noun": file.stem, **shared, **case}
    assert found, f"no cases in tests/{folder}/"
    return found


def files_of(case: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    """Return kind and id of the record of a case, and the files of it and of those beside it."""
    kind, id_ = f"{case['noun']}s", case.get("id", "it")
    files = {f"data/{path}.yml": record for path, record in case.get("beside", {}).items()}
    if "record" in case:
        files[f"data/{kind}/{id_}.yml"] = case["record"]
    return kind, id_, files
