"""The graph of one page, as it stands in its head."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from untfsse.links import absolute, address
from untfsse.prose import is_story
from untfsse.site import Site
from untfsse.structured_data import bodies, event, glossary, project, publication, story
from untfsse.structured_data.nodes import Node, Pen
from untfsse.views.base import Linked

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""No title can end the element it stands in, or begin a comment (HTML 4.12.1.3, restrictions for scripts)."""

_RECORDS = {
    "events": event.make,
    "members": bodies.make,
    "projects": project.make,
    "publications": publication.make,
}


def structured_data(site: Site, name: str, language: str, trail: Iterable[Linked], image: str) -> str:
    """Return the graph of the page `name` as JSON for `<script type="application/ld+json">`, or nothing.

    `trail` is the way to the page; `image` the full address of its share image, or empty.
    """
    nodes = [*_nodes(site, name, language, image), *_trail(site, name, language, tuple(trail))]
    return as_data({"@context": "https://schema.org", "@graph": nodes}) if nodes else ""


def as_data(graph: Node) -> str:
    """Return JSON that no HTML parser takes for anything else."""
    data = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPES.items():  # ten times as quick as `translate`
        data = data.replace(sign, escape)
    return data


def _nodes(site: Site, name: str, language: str, image: str) -> Iterator[Node]:
    tongue, facts = site.tongue(language), site.checked.store.site
    assert facts is not None
    pen = Pen(tongue.reader, site.site_url)
    kind, _, id_ = name.partition("/")
    if kind in _RECORDS and id_ in tongue.reader.graph.records[kind]:
        yield _RECORDS[kind](pen, id_)
    elif name in bodies.PAGES:
        yield bodies.task_force(pen, facts)
        if name == "index":
            yield bodies.website(pen, facts)
    elif name not in tongue.pages and (prose := site.prose(name, language)) is not None:
        if is_story(name):
            changed = site.changes.get(prose.file)
            yield story.make(pen, prose, changed, image, facts)
        elif glossary.is_in(prose):
            yield glossary.make(pen, prose)


def _trail(site: Site, name: str, language: str, steps: tuple[Linked, ...]) -> Iterator[Node]:
    """Yield the way to a page, of two steps at least (Google Search Central, Breadcrumb).

    So the page itself may be the second; the home page goes where there are two without it.
    """
    words = [(step.words.plain, step.path or "") for step in (steps[1:] if len(steps) > 2 else steps)]
    if len(words) == 1:
        words.append((_title(site, name, language), address(name, language)))
    if words:
        places = enumerate(words, 1)
        items = [
            {"@type": "ListItem", "position": n, "name": said, "item": absolute(path, site.site_url)}
            for n, (said, path) in places
        ]
        yield {"@type": "BreadcrumbList", "itemListElement": items}


def _title(site: Site, name: str, language: str) -> str:
    page, prose = site.tongue(language).pages.get(name), site.prose(name, language)
    if page is not None:
        return page.title.plain
    return prose.top.title if prose and prose.top else ""
