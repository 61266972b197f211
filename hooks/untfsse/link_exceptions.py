"""Addresses of other sites that the weekly look at links passes over: `data/links.yml`."""

from __future__ import annotations

from pathlib import Path

from untfsse.part_lists import read_list
from untfsse.problems import Problem
from untfsse.records.base import Address, Line, Part

FILE = "data/links.yml"


class LinkException(Part):
    """Addresses that no program can look at, and why."""

    address: Address
    """What they start with, such as https://doi.org/."""

    reason: Line
    """Why they are passed over, for the next person who wonders."""


def read_link_exceptions(root: Path) -> tuple[list[LinkException], list[Problem]]:
    """Return the exceptions of `root`, and what is wrong with the others."""
    items, _, problems = read_list(root, FILE, LinkException, "links-shape")
    return [exception for _, exception in items], problems
