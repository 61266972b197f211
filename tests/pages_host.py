"""A host that takes releases as GitHub Pages does: a tar of the site, switched as a whole, and kept."""

from __future__ import annotations

import tarfile
from pathlib import Path

from browser.server import Answer, Host


class PagesHost:
    """Answers for the release that was put there last; keeps the tar of every release."""

    def __init__(self, folder: Path, root: str = "/") -> None:
        """`folder` is where it keeps its files; `root`, the path at which the site stands."""
        self.folder = folder
        self.root = root
        self.releases: list[Path] = []
        """The tar of each release, the oldest first."""

        self.still: int = 0
        """How many answers are still those of the release before: a host switches within minutes."""

        self._before: Host | None = None
        self._now: Host | None = None

    def keep(self, site: Path) -> Path:
        """Pack a site as `upload-pages-artifact` does with hidden files, and keep it."""
        kept = self.folder / f"release-{len(self.releases)}.tar"
        with tarfile.open(kept, "w", dereference=True) as tar:
            tar.add(site, arcname=".", filter=_without_git)
        self.releases.append(kept)
        return kept

    def switch(self, release: Path, still: int = 0) -> Path:
        """Show a release; the next `still` answers are those of the one before. Return its folder."""
        shown = self.folder / f"shown-{len(list(self.folder.glob('shown-*')))}"
        with tarfile.open(release) as tar:
            tar.extractall(shown)  # our own, and early versions of Python 3.11 know no filter
        self._before, self._now, self.still = self._now, Host(shown, self.root), still
        return shown

    def publish(self, site: Path, still: int = 0) -> Path:
        """Keep a site and show it."""
        return self.switch(self.keep(site), still)

    def answer(self, path: str, compress: bool) -> Answer:
        """Say what is answered to a request."""
        if self.still and self._before:
            self.still -= 1
            return self._before.answer(path, compress)
        assert self._now is not None
        return self._now.answer(path, compress)


def _without_git(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    return None if Path(member.name).name in (".git", ".github") else member
