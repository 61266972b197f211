"""The example keeps every rule at the root of a host and in a folder of one."""

from __future__ import annotations

import pytest
from lxml import html  # type: ignore[import-untyped]

from building import build, copy_example
from crawler import Crawl, crawl
from rules import RULES, Rule

pytest_plugins = ["shared_sites"]


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    """The example, as if it were served from a folder of a host."""
    address = "https://example.example/a/folder/"
    built = build(copy_example(tmp_path_factory.mktemp("below")), SITE_URL=address)
    assert built.status == 0, built.output
    return crawl(built.site, address)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_page_keeps_the_rule_at_the_root_of_a_host(rule: Rule, example: Crawl) -> None:
    assert list(rule(example)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_page_keeps_the_rule_in_a_folder_of_a_host(rule: Rule, below: Crawl) -> None:
    assert list(rule(below)) == []


def test_the_page_for_wrong_addresses_leads_home_in_a_folder_of_a_host(below: Crawl) -> None:
    links = html.document_fromstring(below.not_found.source).xpath("//article//a/@href")
    assert links == [below.address, below.address + "fr/", below.address + "es/"]
