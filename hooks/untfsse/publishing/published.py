"""A published site, and what is said of an answer of its host that is not as expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag

from untfsse.publishing.fetching import Answer, fetch


@dataclass(frozen=True)
class Published:
    """A site as its `build.json` describes it, where it is published."""

    address: str
    """Where it is asked for, with `/` at the end."""

    site: str
    """Where it was to be published when it was built: its full addresses begin so."""

    languages: tuple[str, ...]
    carried: int
    """How many files of the release before it has."""

    def folder(self, language: str) -> str:
        """Return the folder of a language, from the root; the first language has none."""
        return "" if language == self.languages[0] else f"{language}/"

    def here(self, full: str) -> str:
        """Return where something is that was to stand at `full` when the site was built."""
        full = urldefrag(full).url
        return self.address + full.removeprefix(self.site) if full.startswith(self.site) else full


def expected(address: str, *kinds: str) -> Iterator[str]:
    """Yield what is wrong with what is at an address, if anything; `kinds` are media types it may have."""
    if found := fault(fetch(address), kinds):
        yield f"{address}: {found}"


def fault(answer: Answer, kinds: tuple[str, ...]) -> str:
    """Return what is wrong with an answer, or nothing."""
    if answer.status != 200:
        return f"answers {said(answer)}, and not 200"
    if not answer.body:
        return "is empty"
    return f"comes as {answer.kind}, and not as {kinds[0]}" if kinds and answer.kind not in kinds else ""


def said(answer: Answer) -> str:
    """Return the status of an answer, or why there was none."""
    return str(answer.status or answer.fault)
