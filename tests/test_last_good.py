"""Before going back: the last publication that worked and is still kept is found."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from building import PROJECT

_GH = """\
#!/bin/sh
case "$*" in
  "run list --workflow publish.yml --branch main --status success "*) echo "{runs}" ;;
  "api repos/{{owner}}/{{repo}}/actions/runs/"*)
    run=${{2#*runs/}}
    case "$4" in *'startswith("github-pages-")'*) what=site ;; *'startswith("account-")'*) what=account
    esac
    cat "{folder}/${{run%/artifacts}}-$what" 2>/dev/null || true ;;
  *) exit 9 ;;
esac
"""


def _asked(folder: Path, runs: str, kept: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the script with a `gh` that knows these runs, and what is kept of them: `<run>-<what>` → number."""
    for name, number in kept.items():
        (folder / name).write_text(f"{number}\n", "utf-8")
    (folder / "gh").write_text(_GH.format(runs=runs, folder=folder), "utf-8")
    (folder / "gh").chmod(0o755)
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", "GITHUB_OUTPUT": str(folder / "output")}
    command = ["sh", str(PROJECT / ".ci/last-good")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_it_is_the_newest_run_that_worked(tmp_path: Path) -> None:
    kept = {"30-site": "7", "30-account": "8", "20-site": "1", "20-account": "2"}
    assert _asked(tmp_path, "30\n20", kept).returncode == 0
    assert (tmp_path / "output").read_text("utf-8") == "run=30\nsite=7\naccount=8\n"


def test_a_run_of_which_nothing_is_kept_is_passed_over(tmp_path: Path) -> None:
    kept = {"30-account": "8", "20-site": "1", "20-account": "2"}
    assert _asked(tmp_path, "30\n20", kept).returncode == 0
    assert (tmp_path / "output").read_text("utf-8") == "run=20\nsite=1\naccount=2\n"


@pytest.mark.parametrize("runs", ["", "30"])
def test_where_there_is_none_it_says_so(runs: str, tmp_path: Path) -> None:
    done = _asked(tmp_path, runs, {"30-site": "7"})
    assert done.returncode == 1
    assert done.stderr == "No publication that worked is kept: there is nothing to go back to.\n"
    assert not (tmp_path / "output").exists()


def test_a_fault_of_github_is_no_answer(tmp_path: Path) -> None:
    (tmp_path / "gh").write_text("#!/bin/sh\nexit 4\n", "utf-8")
    (tmp_path / "gh").chmod(0o755)
    command = ["sh", str(PROJECT / ".ci/last-good")]
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    assert subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 1
