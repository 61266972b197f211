"""Writes what the cases of `tests/broken/` say in French and Spanish, to be read before it is committed.

`PYTHONPATH=tests .venv/bin/python -m tell`, after a message or a case was added.
"""

from __future__ import annotations

import os
import sys

from small_project import BROKEN
from test_broken import CASES, _check

_HEADS = {
    "fr": "# Ce que chaque cas de ce dossier dit en français ; endroits et champs y figurent en anglais.",
    "es": "# Lo que cada caso de esta carpeta dice en español; lugares y campos figuran allí en inglés.",
}


def main() -> int:
    """Write both files."""
    os.environ["LC_ALL"] = "C.UTF-8"
    for language, head in _HEADS.items():
        parts = [f"{head}\n"]
        for name in CASES:
            if found := _check(name)[1]:
                told = (f"{one.code} {one.said(language)}" for one in found)
                parts.append(f"{_quoted(name)}:\n" + "".join(f"  - {_quoted(one)}\n" for one in told))
        (BROKEN / f"told.{language}.yml").write_text("\n".join(parts), "utf-8")
    return 0


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


if __name__ == "__main__":
    sys.exit(main())
