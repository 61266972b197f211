"""The second line of defence: what renders pages cannot run anything, even if no check came before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs.config import load_config

from building import copy_example
from untfsse.macro_calls import MACROS

_SHELL = "cycler.__init__.__globals__.os.system('touch pwned')"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_example(tmp_path)


def test_the_macros_run_in_a_sandbox_that_holds_nothing_else(project: Path) -> None:
    environment = _macro_environment(project)
    assert type(environment) is ImmutableSandboxedEnvironment
    assert set(environment.globals) == set(MACROS)
    assert environment.filters == environment.tests == {}
    assert environment.loader is None


def test_the_payload_does_run_where_nothing_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Environment().from_string("{{ " + _SHELL + " }}").render()
    assert (tmp_path / "pwned").exists()


@pytest.mark.parametrize(
    "payload",
    [
        "{{ " + _SHELL + " }}",
        "{{ events.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ ''|attr('__class__') }}",
        "{% include '/etc/passwd' %}",
        "{{ [].append(1) }}",
    ],
)
def test_the_sandbox_alone_would_stop_what_the_checks_let_through(
    payload: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    environment = _macro_environment(project)
    with pytest.raises((TemplateError, TypeError)):
        environment.from_string(payload).render()
    assert not (project / "pwned").exists()


def _macro_environment(project: Path) -> Any:
    """The Jinja environment in which the pages of the example would be rendered."""
    config: Any = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    return config.plugins["macros"]._env
