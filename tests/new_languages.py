"""The example with two languages more, started by the command, translated in part (`new_languages.yml`)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import PROJECT, Built, build, built_once, copy_example
from crawler import Crawl, crawl
from untfsse.languages import use

ADDRESS = "https://languages.example/"
DONE: dict[str, Any] = yaml.safe_load((PROJECT / "tests" / "new_languages.yml").read_text("utf-8"))


def run(root: Path, *arguments: str) -> tuple[int, str]:
    """Run `untfsse` in a project; return its status and all it says."""
    done = subprocess.run(
        [sys.executable, "-m", "untfsse", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def example_with_more(folder: Path) -> Path:
    """Copy the example, start the languages, and do what their translators have done; return its root."""
    root = copy_example(folder)
    for code, done in DONE.items():
        status, said = run(root, "translations", "add", code)
        assert status == 0, said
        translate(root / "docs" / code / "strings.yml", done["words"])
        for name, page in done["pages"].items():
            file = root / "docs" / code / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(page, "utf-8")
    event = root / "data/events/2024-05-14-river-meeting.yml"
    text = event.read_text("utf-8")
    first = "  en: River meeting\n"
    assert first in text
    event.write_text(text.replace(first, f"{first}  pt: Reunião do rio\n"), "utf-8")
    return root


def translate(file: Path, words: dict[str, str]) -> None:
    """Translate keys as a person does: take the two characters away, write other words after the colon."""
    lines = file.read_text("utf-8").split("\n")
    for key, translated in words.items():
        [at] = [at for at, line in enumerate(lines) if line.startswith(f"# {key}: ")]
        lines[at] = f"{key}: {translated}"
    file.write_text("\n".join(lines), "utf-8")


def built_with_more(factory: pytest.TempPathFactory) -> Path:
    """Build it once in a test run; return the folder of the site."""

    def make(folder: Path) -> Built:
        return build(example_with_more(folder), SITE_URL=ADDRESS)

    return built_once(factory, "new-languages", make)


@pytest.fixture(scope="session")
def more_languages(tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    """The site of five languages."""
    folder = built_with_more(tmp_path_factory)
    use(folder.parent)
    try:
        return crawl(folder, ADDRESS)
    finally:
        use(PROJECT)


@pytest.fixture
def in_five_languages(more_languages: Crawl) -> Iterator[Crawl]:
    """The same, while this process takes its languages for those of the site."""
    use(more_languages.folder.parent)
    yield more_languages
    use(PROJECT)
