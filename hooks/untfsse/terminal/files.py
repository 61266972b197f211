"""Changes to files of a project: shown as a difference, then written all together or not at all."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

Changes = Mapping[str, bytes | None]
"""Path from the root, with `/` → what it is to hold; None for a file that goes."""


def difference(
    root: Path, changes: Changes, moved: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """Yield the lines of a unified diff of everything that would change; `moved` is old → new path."""
    former = {new: old for old, new in moved.items()}
    for path in sorted(changes.keys() - moved.keys()):
        before, after = _held(root / former.get(path, path)), changes[path]
        one, other = (_lines(text) for text in (before or b"", after or b""))
        if path in former:
            yield from (f"rename from {former[path]}", f"rename to {path}")
        old = "/dev/null" if before is None else f"a/{former.get(path, path)}"
        new = "/dev/null" if after is None else f"b/{path}"
        yield from _ended(difflib.unified_diff(one, other, old, new))


def write(root: Path, changes: Changes) -> None:
    """Write and remove files; where one cannot be written, all is as it was before."""
    ready: list[tuple[Path, Path]] = []
    before = {path: _held(root / path) for path in changes}
    made: list[Path] = []
    try:
        for path, content in changes.items():
            if content is not None:
                made += _folders(root / path)
                ready.append((_beside(root / path, content), root / path))
        while ready:
            new, place = ready[0]
            new.replace(place)
            ready.pop(0)
        for path, content in changes.items():
            if content is None:
                (root / path).unlink()
    except BaseException:
        for new, _ in ready:
            new.unlink(missing_ok=True)
        for path, content in before.items():
            if _held(root / path) != content:
                if content is None:
                    (root / path).unlink(missing_ok=True)
                else:
                    _beside(root / path, content).replace(root / path)
        for folder in reversed(made):
            folder.rmdir()
        raise


def _held(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _folders(file: Path) -> list[Path]:
    """Make the folders a file needs; return those that were not there."""
    missing = [folder for folder in reversed(file.parents) if not folder.exists()]
    for folder in missing:
        folder.mkdir()
    return missing


def _beside(file: Path, content: bytes) -> Path:
    """Write a file beside the one whose place it is to take, with the same rights."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        mode = file.stat().st_mode if file.exists() else 0o666 & ~_umask()
        new.chmod(mode & 0o777)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now


def _lines(content: bytes) -> list[str]:
    """Lines for people to read: line ends that are not plain can be seen."""
    text = content.decode("utf-8", "replace").replace("\r\n", "␍\n").replace("\r", "␍").replace("\ufeff", "")
    parts = text.split("\n")
    return [f"{line}\n" for line in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _ended(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        ended = line.endswith("\n")
        yield line.rstrip("\n")
        if not ended and line[:1] in "+- ":
            yield "\\ No newline at end of file"
