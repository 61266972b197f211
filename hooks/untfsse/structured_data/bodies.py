"""The task force with its members, the body of a page, and this site (schema.org/Organization, WebSite)."""

from __future__ import annotations

from untfsse.history import members_on, status_on
from untfsse.locales import LANGUAGES
from untfsse.records.member import Member
from untfsse.records.site_facts import SiteFacts
from untfsse.structured_data.nodes import Node, Pen, node

PAGES = ("index", "about/index")
"""Pages that are about the task force itself."""

_LOGO = "assets/images/mark.png"
_UNITED_NATIONS = "https://www.un.org/"


def task_force(pen: Pen, facts: SiteFacts) -> Node:
    """Return the task force with its members of today."""
    reader = pen.reader
    ids = members_on(reader.graph.records["members"], reader.today, "member")
    return {"@id": pen.task_force} | node(
        "Organization",
        name=facts.name.shown(reader.language).text,
        alternateName=facts.acronym,
        description=facts.description.shown(reader.language).text,
        url=pen.address(reader.path()),
        logo=pen.address(_LOGO),
        parentOrganization=node(
            "Organization", name=reader.strings("site.organization"), url=_UNITED_NATIONS
        ),
        member=[pen.body(reader.linked("members", id_)) for id_ in ids],
    )


def website(pen: Pen, facts: SiteFacts) -> Node:
    """Return this site; search engines take its name from here."""
    return node(
        "WebSite",
        name=facts.acronym,
        alternateName=facts.name.shown(pen.reader.language).text,
        url=pen.address(pen.reader.path()),
        inLanguage=list(LANGUAGES),
        publisher={"@id": pen.task_force},
    )


def make(pen: Pen, id_: str) -> Node:
    """Return the body `id_`; whether it is a member is said only where a source confirms it."""
    member = pen.reader.graph.records["members"][id_]
    assert isinstance(member, Member)
    card = pen.reader.card("members", id_)
    belongs = status_on(member, pen.reader.today) == "member"
    return node(
        "Organization",
        name=card.title.plain,
        alternateName=card.short.plain if card.short else "",
        url=pen.address(member.website) or pen.address(card.path),
        address=pen.place(member.headquarters)["address"] if member.headquarters else None,
        memberOf={"@type": "Organization", "@id": pen.task_force} if belongs else None,
    )
