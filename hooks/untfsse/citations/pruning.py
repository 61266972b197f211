"""Takes out of a style what cannot be reached: most of one is for articles, films, letters …

The references that come out are the same, by what citeproc-py does (`model.py`): a condition on another type
or variable is false; an element for a variable that no item has renders nothing; and so does a group of which
parts ask for variables, unless one of those says something.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

_NEVER = ("is-uncertain-date", "locator", "position")
"""Conditions that hold for no item of ours in a bibliography."""


def prune(root: Any, types: Set[str], variables: Set[str], exact: bool = False) -> None:
    """Leave in the style `root` what its bibliography needs for items of these types with these variables.

    If it is `exact`, every item has all of the variables, and there is one type.
    """
    _Pruning(root, types, variables, exact).parts(root.bibliography.layout)


class _Pruning:
    """Goes through the elements of one style, each macro once.

    Whether an element asks for a variable is found out before anything is taken out of it, and kept
    (`looked_up`): it decides what a group does.
    """

    def __init__(self, root: Any, types: Set[str], variables: Set[str], exact: bool) -> None:
        self._root = root
        self._types = types
        self._variables = variables
        self._exact = exact
        self._macros: dict[str, bool] = {}

    def parts(self, parent: Any) -> None:
        """Take out the children that never say anything."""
        for child in list(parent):
            if not self._speaks(child):
                parent.remove(child)

    def _speaks(self, element: Any) -> bool:
        """Prune an element; return whether it may ever say anything."""
        name = element.tag.rpartition("}")[2]
        if name == "group":
            return self._group(element)
        if name == "choose":
            return self._choose(element)
        if name == "names":
            return self._names(element)
        if name == "text" and "macro" in element.attrib:
            return self._macro(element.get("macro"))
        if name in ("text", "number", "date") and "variable" in element.attrib:
            return element.get("variable") in self._variables
        return True

    def _macro(self, name: str) -> bool:
        if name not in self._macros:
            macro = self._root.get_macro(name)
            macro.calls_variable()
            self.parts(macro)
            self._macros[name] = len(macro) > 0
        return self._macros[name]

    def _group(self, element: Any) -> bool:
        asked = any(child.calls_variable() for child in element)
        self.parts(element)
        return len(element) > 0 and (not asked or any(child.calls_variable() for child in element))

    def _choose(self, element: Any) -> bool:
        element.calls_variable()
        taken = False
        for branch in list(element):
            if taken or not self._may_hold(branch):
                element.remove(branch)
            else:
                self.parts(branch)
                taken = not branch.attrib
        while len(element) and not len(element[-1]):
            element.remove(element[-1])
        return len(element) > 0

    def _names(self, element: Any) -> bool:
        instead = element.substitute()
        if instead is not None:
            self.parts(instead)
        here = any(role in self._variables for role in element.get("variable").split())
        return here or (instead is not None and len(instead) > 0)

    def _may_hold(self, branch: Any) -> bool:
        """Leave out the tests of a branch of which the answer is known; return whether it may be taken."""
        if not branch.attrib:
            return True  # else
        match = branch.get("match", "all")
        known: list[bool] = []
        for test, possible in (
            ("type", self._types),
            ("variable", self._variables),
            ("is-numeric", self._variables),
        ):
            values = branch.get(test, "").split()
            open_ = [value for value in values if value in possible]
            known += [False] * (len(values) - len(open_))
            if self._exact and test != "is-numeric":
                known += [True] * len(open_)
                open_ = []
            _set(branch, test, open_)
        known += [False for test in _NEVER if branch.attrib.pop(test, None) is not None]
        asks = bool({*branch.attrib} - {"match"})
        if (match == "all" and False in known) or (match == "none" and True in known):
            return False
        if match == "any" and True not in known and not asks:
            return False
        if not asks or (match == "any" and True in known):
            branch.attrib.clear()
        return True


def _set(branch: Any, test: str, values: list[str]) -> None:
    if values:
        branch.set(test, " ".join(values))
    else:
        branch.attrib.pop(test, None)
