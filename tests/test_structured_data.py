"""What pages say of themselves to search engines: the golden cases, and the schemas on every page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import html  # type: ignore[import-untyped]
from referencing import Registry, Resource

from crawler import Crawl
from golden import files_of, golden
from html_page import Page
from untfsse.policy import PLACE, with_policy
from untfsse.site import Site
from untfsse.structured_data import event, project, publication
from untfsse.structured_data.page import as_data, structured_data
from untfsse.vocabulary import Term

pytest_plugins = ["shared_sites"]

CASES = golden("structured_data")
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_SCHEMAS = [
    json.loads(file.read_text("utf-8")) for file in (Path(__file__).parent / "schemas").glob("*.json")
]


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    registry: Registry[Any] = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in _SCHEMAS
    )
    return Draft202012Validator({"$ref": "graph.json"}, registry=registry)


@pytest.fixture(scope="module")
def graphs(real: Crawl) -> dict[str, Any]:
    """Path → what the page says of itself."""
    return {page.path: json.loads(_block(page.source)) for page in real.pages.values()}


def _block(source: str) -> str:
    [block] = _BLOCK.findall(source)
    return str(block)


@pytest.mark.parametrize("name", CASES)
def test_a_page_says_what_the_golden_case_says(
    name: str, small_site: Callable[..., Site], validator: Draft202012Validator
) -> None:
    case = CASES[name]
    kind, id_, files = files_of(case)
    made = structured_data(small_site(files), f"{kind}/{id_}", case["language"], (), "")
    graph = json.loads(made)
    assert graph["@graph"][0] == json.loads(case["node"])
    assert list(validator.iter_errors(graph)) == []
    assert not re.search("[<>\u2028\u2029]", made)


def test_every_page_says_what_it_is_and_keeps_to_the_schemas(
    graphs: dict[str, Any], validator: Draft202012Validator
) -> None:
    faults = {path: [one.message for one in validator.iter_errors(graph)] for path, graph in graphs.items()}
    assert {path: found for path, found in faults.items() if found} == {}


def test_what_the_schemas_recommend_is_given_where_it_is_known(graphs: dict[str, Any]) -> None:
    """Each recommended property stands on some page, so that none is forgotten."""
    given = {(node["@type"], name) for graph in graphs.values() for node in _nodes(graph) for name in node}
    types = {type_ for type_, _ in given}
    for schema in _SCHEMAS:
        for wanted in schema.get("recommended", ()):
            choices = schema["properties"]["@type"]
            of = [choices["const"]] if "const" in choices else choices.get("enum", publication.TYPES.values())
            assert types.isdisjoint(of) or any((one, wanted) in given for one in of), (schema["$id"], wanted)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        yield from _nodes(one)


def test_every_kind_of_page_is_described(graphs: dict[str, Any]) -> None:
    types = {path: graph["@graph"][0]["@type"] for path, graph in graphs.items()}
    assert types[""] == types["about/"] == types["es/about/"] == "Organization"
    assert types["members/ilo/"] == "Organization"
    assert types["fr/sse/glossary/"] == "DefinedTermSet"
    assert types["news/2023-04-18-first-resolution/"] == "NewsArticle"
    assert types["publications/un-resolution-77-281/"] == "Legislation"
    assert [node["@type"] for node in graphs["fr/"]["@graph"]] == ["Organization", "WebSite"]
    assert {path for path, graph in graphs.items() if len(graph["@graph"]) < 1} == set()


def test_the_task_force_names_its_members_of_today(real_site: Site) -> None:
    graph = json.loads(structured_data(real_site, "about/index", "fr", (), ""))
    task_force = graph["@graph"][0]
    assert task_force["@id"] == "https://example.org/#task-force"
    assert task_force["parentOrganization"]["name"] == "Nations Unies"
    assert "Organisation internationale du Travail" in [one["name"] for one in task_force["member"]]


def test_every_address_of_this_site_leads_somewhere(real: Crawl, graphs: dict[str, Any]) -> None:
    seen = set()
    for path, graph in graphs.items():
        for node in _nodes(graph):
            for name in ("@id", "url", "item", "image", "logo", "license"):
                written = node.get(name)
                if isinstance(written, str) and written not in seen:
                    seen.add(written)
                    led = real.follow(real.pages[path], written)
                    assert led is None or real.exists(led), (path, written)
    assert len(seen) > 500


def test_the_trail_is_that_of_the_page(real: Crawl, graphs: dict[str, Any]) -> None:
    for page in real.pages.values():
        shown = _shown_trail(page)
        said = [node for node in graphs[page.path]["@graph"] if node["@type"] == "BreadcrumbList"]
        if not shown:
            assert said == [], page.path
            continue
        items = [(one["name"], one["item"]) for one in said[0]["itemListElement"]]
        assert [one["position"] for one in said[0]["itemListElement"]] == list(range(1, len(items) + 1))
        wanted = shown[1:] if len(shown) > 2 else shown
        assert items[: len(wanted)] == [(words, _full(real, page, href)) for words, href in wanted]
        assert len(items) == max(len(wanted), 2)


def _shown_trail(page: Page) -> list[tuple[str, str]]:
    links = html.document_fromstring(page.source).xpath("//ol[@class='sse-trail__list']//a")
    return [(link.text_content(), link.get("href")) for link in links]


def _full(real: Crawl, page: Page, href: str) -> str:
    return real.address + str(real.follow(page, href))


@given(st.text())
def test_no_words_end_the_script_or_begin_a_comment(words: str) -> None:
    made = as_data({"name": words})
    assert not re.search("[<>\u2028\u2029\n]", made)
    assert json.loads(made) == {"name": words}


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "]]>", "<!--", "\u2028", "x\u2029y"])
def test_hostile_words_stay_words(words: str) -> None:
    page = f'<script type="application/ld+json">{as_data({"name": words})}</script><p>after</p>'
    root = html.fromstring(page)
    assert json.loads(root.findtext(".//script"))["name"] == words
    assert root.findtext(".//p") == "after"


def test_data_need_no_hash_in_the_policy() -> None:
    page = with_policy(f'<meta content="{PLACE}"><script type="application/ld+json">{{"a":1}}</script>')
    assert "sha256-" not in page


def test_the_tables_of_types_are_complete(real_site: Site) -> None:
    lists = real_site.checked.store.vocabulary
    assert set(publication.TYPES) == set(lists["publication-kinds"])
    assert set(event.STATUSES) == set(lists["event-statuses"])
    assert set(event.MODES) == set(lists["event-modes"])
    assert set(project.TYPES) <= set(lists["project-kinds"])
    assert all(isinstance(one, Term) for one in lists["publication-kinds"].values())
