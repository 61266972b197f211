"""The macros of mkdocs-macros: each a call into `lists`, in the language being built. Knows MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs.config.defaults import MkDocsConfig

from untfsse.building import current
from untfsse.macro_calls import MACROS, Call, bind


def define_env(env: Any) -> None:
    """Register the macros; called by the plugin for every language."""
    for name in MACROS:
        env.macro(_macro(name), name)


def _macro(name: str) -> Callable[..., str]:
    def macro(*positional: Any, **named: Any) -> str:
        build = current()
        given = bind(Call(name, list(positional), named))
        return build.put(build.tongue.lists.render(name, given))

    macro.__doc__ = f"Put what `{name}` lists into the page."
    return macro


def put_into_sandbox(config: MkDocsConfig) -> None:
    """Replace the plugin's Jinja environment: no attribute, no loader, no filter of its own."""
    plugin: Any = config.plugins["macros"]
    old = plugin._env
    sandbox = ImmutableSandboxedEnvironment(undefined=old.undefined)
    sandbox.globals = {name: old.globals[name] for name in MACROS}
    sandbox.filters = {}
    sandbox.tests = {}
    plugin._env = sandbox
