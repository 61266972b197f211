"""Every page is right as the Nu checker reads HTML."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from browser.tools import JAVA, node_package


def test_the_nu_checker_finds_no_error_on_any_page(site_folder: Path) -> None:
    assert errors(site_folder) == {}


def errors(folder: Path) -> dict[str, list[str]]:
    """Return what is wrong with the HTML and SVG files below a folder, by file."""
    checker = node_package("vnu-jar/build/dist/vnu.jar")
    flags = ["--errors-only", "--format", "json", "--skip-non-html", "--also-check-svg"]
    command = [str(JAVA), "-Xss8m", "-jar", str(checker), *flags, str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    found: dict[str, list[str]] = {}
    for message in json.loads(done.stderr)["messages"]:
        file = message["url"].removeprefix(f"file:{folder}/") if "url" in message else "the checker"
        found.setdefault(file, []).append(f"{message.get('lastLine')}: {message['message']}")
    assert bool(done.returncode) == bool(found), done.stderr
    return found
