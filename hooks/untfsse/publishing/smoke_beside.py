"""What must work beside the pages: search, files at fixed addresses, wrong and old addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urljoin

from untfsse.publishing.fetching import fetch
from untfsse.publishing.page import LOADED
from untfsse.publishing.published import Published, expected, said

_REFRESH = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')


def look_beside_pages(published: Published, old: str) -> Iterator[str]:
    """Yield each fault of what is no page; `old` is the path of a page that was moved, or empty."""
    yield from _search(published)
    yield from _carried(published)
    yield from _at_fixed_places(published)
    yield from _not_there(published)
    yield from _moved(published, old)


def _search(published: Published) -> Iterator[str]:
    folder = f"{published.address}pagefind/"
    yield from expected(f"{folder}pagefind.js", *LOADED["script"])
    entry = fetch(f"{folder}pagefind-entry.json")
    try:
        known = json.loads(entry.body)["languages"]
    except (ValueError, KeyError, TypeError):
        yield f"{folder}pagefind-entry.json: is no index of the search (it answers {said(entry)})"
        return
    for language in published.languages:
        if language not in known:
            yield f"{folder}pagefind-entry.json: has no index for {language}"
            continue
        for file in (
            f"pagefind.{known[language]['hash']}.pf_meta",
            f"wasm.{known[language]['wasm']}.pagefind",
        ):
            yield from expected(folder + file)


def _carried(published: Published) -> Iterator[str]:
    """What is said to be carried on from the release before must be there: look at one of it."""
    if not published.carried:
        return
    answer = fetch(f"{published.address}assets.json")
    try:
        path = next(iter(json.loads(answer.body)["carried"]))
    except (ValueError, KeyError, TypeError, StopIteration):
        number = published.carried
        yield f"{published.address}assets.json: names none of the {number} files that were carried on"
        return
    yield from expected(published.address + path)


def _at_fixed_places(published: Published) -> Iterator[str]:
    robots = fetch(f"{published.address}robots.txt")
    if robots.status != 200 or f"Sitemap: {published.site}sitemap.xml" not in robots.text:
        yield f"{published.address}robots.txt: does not name the sitemap (it answers {said(robots)})"
    address = f"{published.address}.well-known/security.txt"
    security = fetch(address)
    fields = dict(line.split(": ", 1) for line in security.text.splitlines() if ": " in line)
    if security.status != 200 or not {"Contact", "Expires"} <= set(fields):
        yield f"{address}: names no contact and no end (it answers {said(security)})"
    elif fields["Expires"] < datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"):
        yield f"{address}: has run out on {fields['Expires']}"


def _not_there(published: Published) -> Iterator[str]:
    address = f"{published.address}no-such-page-{len(published.site)}/"
    answer = fetch(address)
    if answer.status != 404:
        yield f"{address}: answers {said(answer)}, and not 404"
    elif not all(
        f'href="{published.site}{path}"' in answer.text
        for path in ("", *map(published.folder, published.languages[1:]))
    ):
        yield f"{address}: does not lead to the home page of every language"


def _moved(published: Published, old: str) -> Iterator[str]:
    bare = f"{published.address}events"
    if (answer := fetch(bare)).address != f"{bare}/":
        yield f"{bare}: does not lead to {bare}/ (it answers {said(answer)})"
    if not old:
        return
    address = published.address + old.lstrip("/")
    page = fetch(address)
    refresh = _REFRESH.search(page.text)
    if page.status != 200 or not refresh:
        yield f"{address}: leads nowhere (it answers {said(page)})"
        return
    yield from expected(urljoin(address, refresh[1]), "text/html")
