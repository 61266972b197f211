"""Where the files of the site are kept: links that open, create, show and claim them. As GitHub has them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

_BRANCH = "main"


@dataclass(frozen=True)
class Repository:
    """The repository of the site, if it is known."""

    address: str
    """Full address, or empty where it is not known."""

    guide: str
    """Path of the page that tells how to change something, for where it is not."""

    def edit(self, file: str) -> str:
        """Return where a file is edited: in the repository, or what the site says about it."""
        return f"{self._address}/edit/{_BRANCH}/{file}" if self.address else self.guide

    def create(self, file: str) -> str:
        """Return where a file is made that does not exist yet; its folders neither, perhaps."""
        return f"{self._address}/new/{_BRANCH}?filename={quote(file)}" if self.address else self.guide

    def show(self, file: str) -> str:
        """Return where a file is read."""
        return f"{self._address}/blob/{_BRANCH}/{file}" if self.address else self.guide

    def history(self, file: str) -> str:
        """Return where one sees what has changed in a file, the last change first."""
        return f"{self._address}/commits/{_BRANCH}/{file}" if self.address else self.guide

    def issue(self, title: str, body: str) -> str:
        """Return where an issue is opened that is already written."""
        words = urlencode({"title": title, "body": body}, quote_via=quote)
        return f"{self._address}/issues/new?{words}" if self.address else self.guide

    def issue_form(self, template: str) -> str:
        """Return where an issue form is opened, empty, so that fields may be added; or nothing."""
        return f"{self._address}/issues/new?template={template}.yml" if self.address else ""

    @property
    def _address(self) -> str:
        return self.address.rstrip("/")
