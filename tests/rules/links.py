"""Links: every one leads somewhere, and every page is led to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag

from crawler import Crawl
from rules.listed import rule


@rule
def every_link_leads_to_a_file(crawl: Crawl) -> Iterator[str]:
    for page in [*crawl.pages.values(), crawl.not_found]:
        for written in {one.written for one in page.addresses}:
            path = crawl.follow(page, written)
            if path is not None and not crawl.exists(path):
                yield f"{page.path}: {written}"


@rule
def every_calendar_to_subscribe_to_is_a_file(crawl: Crawl) -> Iterator[str]:
    for page in [*crawl.pages.values(), crawl.not_found]:
        for written in {one.written for one in page.addresses if one.written.startswith("webcal:")}:
            address = written.replace("webcal:", "https:", 1)
            path = address.removeprefix(crawl.address)
            if path == address or not path.endswith(".ics") or not crawl.exists(path):
                yield f"{page.path}: {written}"


@rule
def the_page_for_wrong_addresses_works_anywhere(crawl: Crawl) -> Iterator[str]:
    for one in crawl.not_found.addresses:
        if not one.written.startswith(("/", "#", crawl.address)):
            yield one.written


@rule
def every_anchor_is_on_its_page(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        for written in {one.written for one in page.addresses if "#" in one.written}:
            anchor = unquote(urldefrag(written).fragment)
            path = crawl.follow(page, written)
            target = crawl.pages.get(path) if path is not None else None
            if target and anchor and anchor not in target.ids:
                yield f"{page.path}: {written}"


@rule
def no_id_stands_twice_on_a_page(crawl: Crawl) -> Iterator[str]:
    for page in crawl.pages.values():
        yield from (f"{page.path}: {id_}" for id_, number in page.ids.items() if number > 1)


@rule
def every_page_is_reached_from_the_home_page(crawl: Crawl) -> Iterator[str]:
    reached, waiting = {""}, [""]
    while waiting:
        page = crawl.pages[waiting.pop()]
        for tag, _, written, _ in page.addresses:
            path = crawl.follow(page, written) if tag == "a" else None
            if path is not None and path in crawl.pages and path not in reached:
                reached.add(path)
                waiting.append(path)
    yield from sorted(crawl.pages.keys() - reached)
