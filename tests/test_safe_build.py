"""A build that fails leaves the site as it was, and tells an editor why."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from building import Built, build, copy_example

_SHELL = "cycler.__init__.__globals__.os.system('touch pwned')"
_WARNS = """
import logging

def on_page_content(html, page, config, files):
    if page.file.src_uri == "{page}":
        logging.getLogger("mkdocs.odd").warning("something is odd")
"""
_WAITS = """
_said = on_post_page


def on_post_page(output, page, config):
    if any(Path(config.site_dir).rglob("*.html")):
        time.sleep(120)
        raise SystemExit(0)
    return _said(output, page, config)
"""
_OLD = {"index.html": b"as it was\r\n\xff", "fr/old/index.html": b"old"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The example, with a site that was built before."""
    root = copy_example(tmp_path / "project")
    for name, content in _OLD.items():
        (root / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / name).write_bytes(content)
    return root


def test_a_build_that_succeeds_takes_the_place_of_the_old_site(project: Path) -> None:
    beside = set(project.iterdir())
    built = build(project)
    assert built.status == 0, built.output
    assert (project / "site" / "index.html").read_bytes() != _OLD["index.html"]
    assert not (project / "site" / "fr" / "old").exists()
    assert set(project.iterdir()) == beside | {project / ".cache"}


def test_a_broken_record_leaves_the_old_site(project: Path) -> None:
    file = "data/events/2026-11-05-river-forum.yml"
    line = _change(project, file, "  - rivers", "  - riverz")
    built = _fails(project)
    assert f'{file}:{line}:5: RE001 organisers: "riverz" is no member; did you mean "rivers"?' in built.output


def test_every_mistake_is_told_at_once(project: Path) -> None:
    _change(project, "data/events/2026-11-05-river-forum.yml", "kind: meeting", "kind: meetin")
    _change(project, "docs/fr/index.md", "plan(", "plam(")
    built = _fails(project)
    assert '"meetin" is not in the list' in built.output
    assert '"plam" is no macro' in built.output
    assert "2 to mend" in built.output


@pytest.mark.parametrize(
    ("file", "payload"),
    [
        ("docs/en/about/index.md", "{{ " + _SHELL + " }}"),
        ("docs/es/index.md", "{% if " + _SHELL + " %}{% endif %}"),
        ("docs/en/events/2024-05-14-river-meeting.md", "{{ events(limit=" + _SHELL + ") }}"),
        ("data/members/rivers.yml", 'aliases: ["{{ ' + _SHELL + ' }}"]'),
        ("data/site.yml", "motto: !!python/object/apply:os.system ['touch pwned']"),
    ],
)
def test_what_a_file_holds_is_never_run(file: str, payload: str, project: Path) -> None:
    text = (project / file).read_text("utf-8")
    (project / file).write_text(f"{text}{payload}\n", "utf-8")
    line = text.count("\n") + 1
    built = _fails(project)
    assert f"{file}:{line}:" in built.output
    assert not list(project.parents[1].rglob("pwned"))


@pytest.mark.parametrize("page", ["en/index.md", "es/index.md"])
def test_a_warning_of_mkdocs_leaves_the_old_site(page: str, project: Path) -> None:
    (project / "warn.py").write_text(_WARNS.format(page=page), "utf-8")
    _change(project, "mkdocs.yml", "hooks:\n", "hooks:\n  - warn.py\n")
    built = _fails(project)
    assert "something is odd" in built.output
    assert "strict" in built.output


@pytest.mark.parametrize("target", ["themes/unused.md", "events/2031-01-20-secret-gathering.md"])
def test_a_link_to_a_page_that_is_not_made_leaves_the_old_site(target: str, project: Path) -> None:
    _change(project, "docs/en/index.md", "events/index.md", target)
    assert target in _fails(project).output


def test_a_build_that_is_interrupted_leaves_the_old_site(project: Path) -> None:
    with (project.parents[1] / "hooks" / "finish.py").open("a", encoding="utf-8") as finish:
        finish.write(_WAITS)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    with subprocess.Popen(
        command,
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a run in the background ignores it
    ) as going:
        while going.poll() is None and not list(project.glob(".site*/**/*.html")):
            time.sleep(0.01)
        going.send_signal(signal.SIGINT)
        going.communicate()
    assert going.returncode != 0
    assert _files(project / "site") == _OLD
    assert not list(project.glob(".site*"))


def test_an_error_of_ours_leaves_the_old_site(project: Path) -> None:
    template = project.parents[1] / "overrides" / "fragments" / "pages" / "hub.html"
    template.write_text(template.read_text("utf-8") + "{{ nothing.at.all }}", "utf-8")
    built = build(project)
    assert built.status != 0
    assert "'nothing' is undefined" in built.output
    assert _files(project / "site") == _OLD
    assert not list(project.glob(".site*"))


def _change(project: Path, file: str, old: str, new: str) -> int:
    """Change a file of the project; return the line of the change."""
    text = (project / file).read_text("utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def _fails(project: Path) -> Built:
    """Build; it must fail as a tool does that was written for editors."""
    before = {path for path in project.rglob("*") if "__pycache__" not in path.parts}
    built = build(project)
    assert built.status == 1
    assert "Traceback" not in built.output
    assert _files(project / "site") == _OLD
    assert {path for path in project.rglob("*") if "__pycache__" not in path.parts} == before
    return built


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
