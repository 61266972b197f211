"""What stands in two places says the same; what must stay apart does."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from building import EXAMPLE, PROJECT, copy_example
from untfsse import page_markup
from untfsse.building import put_languages
from untfsse.locales import DEFAULT, LANGUAGES
from untfsse.names import own_name

_PACKAGE = PROJECT / "hooks" / "untfsse"
_KNOWS_MKDOCS = {"building.py", "macros.py"}


@pytest.fixture(scope="module")
def config() -> Any:
    return load_config(str(PROJECT / "mkdocs.yml"))


def test_pages_are_checked_with_the_markdown_they_are_built_with(config: Any) -> None:
    assert set(config.markdown_extensions) == set(page_markup.EXTENSIONS)
    given = {name: options for name, options in page_markup.EXTENSIONS.items() if options}
    assert config.mdx_configs == given


def test_the_example_is_built_with_the_markdown_of_the_real_site(config: Any, tmp_path: Path) -> None:
    example = load_config(str(copy_example(tmp_path) / "mkdocs.yml"))
    assert example.markdown_extensions == config.markdown_extensions
    assert example.mdx_configs == config.mdx_configs


def test_mkdocs_builds_the_languages_of_the_records_in_their_order(config: Any) -> None:
    put_languages(config)
    languages = config.plugins["i18n"].config.languages
    assert [(one.locale, one.name) for one in languages] == [(one, own_name(one)) for one in LANGUAGES]
    assert [one.locale for one in languages if one.default] == [DEFAULT]
    assert all(one.build for one in languages)


def test_only_two_modules_of_the_package_know_mkdocs() -> None:
    modules = {path.relative_to(_PACKAGE).as_posix() for path in _PACKAGE.rglob("*.py")}
    assert {name for name in modules if _imports(_PACKAGE / name, "mkdocs")} == _KNOWS_MKDOCS


def test_a_hook_knows_only_the_package_and_mkdocs() -> None:
    for hook in (PROJECT / "hooks").glob("*.py"):
        assert _imports(hook, "mkdocs"), hook.name
        assert _imports(hook, "untfsse"), hook.name


def test_nothing_of_the_example_is_taken_from_the_real_site_but_its_words() -> None:
    assert not list(EXAMPLE.glob("docs/*/strings.yml"))
    assert not [path for path in EXAMPLE.rglob("*") if path.is_symlink()]


def _imports(file: Path, package: str) -> bool:
    """Whether a module imports `package` or a part of it, anywhere in it."""
    names: list[str] = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
    return any(name.split(".")[0] == package for name in names)
