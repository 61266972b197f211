"""Without scripts a reader can read everything, change the language and reach every part of the site."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browser.served import Served
from browser.templates import NOT_FOUND, TEMPLATES, Case, each_template, path_in
from browser.visits import DESKTOP, PHONE, Visit
from untfsse.locales import LANGUAGES

HUBS = [
    "events",
    "publications",
    "projects",
    "members",
    "plans",
    "themes",
    "goals",
    "countries",
    "years",
    "news",
]


@each_template
def test_all_that_scripts_show_is_there_without_them(case: Case, visit: Callable[..., Visit]) -> None:
    bare = visit(case.path, script=False).probe("reading")
    scripted = visit(case.path).probe("reading")
    assert bare["links"]
    assert [link for link in scripted["links"] if link not in bare["links"]] == []
    assert [line for line in scripted["lines"] if line not in bare["lines"]] == []


@each_template
def test_the_menu_is_open_and_nothing_is_offered_that_needs_scripts(
    case: Case, visit: Callable[..., Visit]
) -> None:
    for width in (PHONE, DESKTOP):
        opened = visit(case.path, width, script=False)
        assert opened.probe("idle") == []
        menu = opened.probe("menu")
        assert menu["links"] > 5
        assert menu["hidden"] == []
    assert opened.complaints == []


@each_template
def test_links_lead_to_the_same_page_in_every_language(
    case: Case, visit: Callable[..., Visit], served: Served
) -> None:
    path = "" if case.template == NOT_FOUND else TEMPLATES[case.template]
    links = visit(case.path, PHONE, script=False).probe("links")
    for language in LANGUAGES:
        assert path_in(language, path) in served.pages
        assert served.address + path_in(language, path) in links


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hub", HUBS)
def test_every_hub_is_two_links_from_home_and_leads_to_its_pages(
    hub: str, language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(path_in(language, ""), PHONE, script=False)
    target = opened.root + path_in(language, TEMPLATES[hub])
    links = [link for link in opened.probe("links") if link.startswith(opened.root)]
    if target not in links:
        found = (link for link in dict.fromkeys(links) if target in _links_of(opened, link))
        assert next(found, None), f"no page that the home page links to has a link to {target}"
    opened.page.locator("a[href]:visible").nth(opened.probe("links").index(target)).click()
    opened.page.wait_for_url(target)
    assert len([link for link in opened.probe("links") if link.startswith(target) and link != target]) >= 3


def _links_of(opened: Visit, address: str) -> list[str]:
    found: list[str] = opened.go(address.removeprefix(opened.root)).probe("links")
    return found
