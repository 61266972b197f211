"""A news story (schema.org/NewsArticle; recommended: Google Search Central, Article)."""

from __future__ import annotations

from datetime import date

from untfsse.prose import Prose
from untfsse.records.site_facts import SiteFacts
from untfsse.structured_data.nodes import Node, Pen, node


def make(pen: Pen, page: Prose, changed: date | None, image: str, facts: SiteFacts) -> Node:
    """Return the story; `changed` is the day of its last change, `image` an address or empty."""
    assert page.top is not None
    publisher = node("Organization", name=facts.acronym, url=pen.address(pen.reader.path()))
    return node(
        "NewsArticle",
        headline=page.top.title,
        description=page.top.description,
        datePublished=str(page.top.date) if page.top.date else "",
        dateModified=changed.isoformat() if changed else "",
        image=image,
        author=publisher,
        publisher={"@id": pen.task_force} | publisher,
        inLanguage=page.language,
    )
