"""YAML as language servers read it: the core schema of YAML 1.2, in which `NO` and a date are plain texts."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """Knows null, true and false, whole numbers and fractions (YAML 1.2.2, 10.3.2), and nothing else."""


_Core.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("null", r"null|Null|NULL|~|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_form})$"), _first)


def load(text: str) -> Any:
    """Return what a text holds; raise yaml.YAMLError where it cannot be read."""
    return yaml.load(text, Loader=_Core)
