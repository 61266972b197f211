"""Requests: a page asks nothing of other hosts, and no address runs anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler import Crawl
from rules.listed import rule

_FOLLOWED_ONLY = {"canonical", "alternate", "prev", "next", "edit"}
_LOADED_BY_STYLES = re.compile(r"(?:url\(\s*|@import\s*)['\"]?(?:https?:)?//[^)'\"]*")
_LOADED_BY = {"script", "img", "iframe", "source", "video", "audio", "track", "embed", "object"}


@rule
def nothing_is_asked_of_other_hosts(crawl: Crawl) -> Iterator[str]:
    for page in [*crawl.pages.values(), crawl.not_found]:
        for tag, rel, written, _ in page.addresses:
            loaded = tag in _LOADED_BY or (tag == "link" and rel not in _FOLLOWED_ONLY)
            if loaded and crawl.follow(page, written) is None and not written.startswith("data:"):
                yield f"{page.path}: {tag} {written}"
    for name in crawl.files:
        if name.endswith(".css"):
            sheet = (crawl.folder / name).read_text("utf-8")
            yield from (f"{name}: {one}" for one in _LOADED_BY_STYLES.findall(sheet))


@rule
def every_address_is_encrypted_and_runs_nothing(crawl: Crawl) -> Iterator[str]:
    for page in [*crawl.pages.values(), crawl.not_found]:
        for _, _, written, _ in page.addresses:
            if re.match(r"\s*(?!https:|mailto:|webcal:)[a-z][a-z0-9+.-]*:", written, re.IGNORECASE):
                yield f"{page.path}: {written}"
