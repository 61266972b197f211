"""What every feed must keep to (RFC 4287; jsonfeed.org/version/1.1), and what we promise beyond.

`test_feed_rules.py` looks whether each rule can fail, by the faults of `broken_feeds.yml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html  # type: ignore[import-untyped]

from untfsse.feeds.catalogue import LIMIT

AtomRule = Callable[[Any], Iterator[str]]
"""Takes the root of a feed, and tells what does not keep to the rule."""

JsonRule = Callable[[dict[str, Any]], Iterator[str]]

ATOM_RULES: list[AtomRule] = []
JSON_RULES: list[JsonRule] = []

NAMES = {"a": "http://www.w3.org/2005/Atom", "xml": "http://www.w3.org/XML/1998/namespace"}
_LANG = f"{{{NAMES['xml']}}}lang"
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_MEDIA = re.compile(r"[a-z]+/[a-z0-9.+-]+")
_TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d{2}){0,2}:[A-Za-z0-9._~!$&'()*+,;=:@/?-]+")


def atom(rule: AtomRule) -> AtomRule:
    """Put a rule on the list."""
    ATOM_RULES.append(rule)
    return rule


def json_feed(rule: JsonRule) -> JsonRule:
    """Put a rule on the list."""
    JSON_RULES.append(rule)
    return rule


_ONE = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "rights": (0, 1)}
_ANY = {"author": (0, 99), "category": (0, 99), "contributor": (0, 99), "link": (0, 99)}
_CHILDREN = {
    "feed": {**_ONE, **_ANY, "subtitle": (0, 1), "icon": (0, 1), "logo": (0, 1), "generator": (0, 1)},
    "entry": {**_ONE, **_ANY, "content": (1, 1), "summary": (0, 1), "published": (0, 1), "source": (0, 1)},
    "author": {"name": (1, 1), "uri": (0, 1), "email": (0, 1)},
}
"""Element → child → how often at least and at most (RFC 4287, 4.1.1, 4.1.2, 3.2)."""


@atom
def elements_stand_where_and_as_often_as_they_may(feed: Any) -> Iterator[str]:
    for element in feed.iter():
        allowed = dict(_CHILDREN.get(_name(element), {}))
        if element is feed:
            allowed["entry"] = (1, LIMIT)  # ours: never empty, never longer
        found = Counter(_name(child) for child in element)
        yield from (f"{_name(element)} in which is {name}" for name in found if name not in allowed)
        for name, (least, most) in allowed.items():
            if not least <= found[name] <= most:
                yield f"{_name(element)} with {found[name]} {name}"


@atom
def what_is_there_is_not_empty(feed: Any) -> Iterator[str]:
    for element in feed.iter():
        says_it_in_attributes = _name(element) in ("link", "category")
        if not len(element) and not says_it_in_attributes and not (element.text or "").strip():
            yield f"{_name(element)} is empty"


@atom
def somebody_is_the_author_of_every_entry(feed: Any) -> Iterator[str]:
    if feed.find("a:author", NAMES) is None:
        yield from (_id(entry) for entry in _entries(feed) if entry.find("a:author", NAMES) is None)


@atom
def names_for_ever_are_tag_uris_and_differ(feed: Any) -> Iterator[str]:
    ids = [element.text or "" for element in feed.iterfind(".//a:id", NAMES)]
    yield from (one for one in ids if not _TAG.fullmatch(one))
    yield from (one for one, number in Counter(ids).items() if number > 1)


@atom
def dates_are_moments_with_a_zone(feed: Any) -> Iterator[str]:
    for name in ("updated", "published"):
        for element in feed.iterfind(f".//a:{name}", NAMES):
            if not _is_moment(element.text):
                yield f"{name}: {element.text}"


@atom
def the_feed_is_as_new_as_its_newest_entry_which_stands_first(feed: Any) -> Iterator[str]:
    dates = [entry.findtext("a:updated", "", NAMES) for entry in _entries(feed)]
    if dates != sorted(dates, reverse=True):
        yield "not in order"
    if feed.findtext("a:updated", "", NAMES) != max(dates):
        yield feed.findtext("a:updated", "", NAMES)


@atom
def the_feed_names_its_own_address_once(feed: Any) -> Iterator[str]:
    own = feed.findall("a:link[@rel='self']", NAMES)
    if [one.get("type") for one in own] != ["application/atom+xml"]:
        yield f"{len(own)} links to itself"


@atom
def alternates_lead_to_pages_each_language_once(feed: Any) -> Iterator[str]:
    """RFC 4287, 4.1.1 and 4.1.2: no two alternates with the same type and language."""
    for element in (feed, *_entries(feed)):
        links = element.findall("a:link[@rel='alternate']", NAMES)
        kinds = [(one.get("type"), one.get("hreflang")) for one in links]
        if len(set(kinds)) < len(kinds) or kinds[:1] != [("text/html", feed.get(_LANG))]:
            yield f"{_id(element)}: {kinds}"


@atom
def links_say_what_they_lead_to(feed: Any) -> Iterator[str]:
    for link in feed.iterfind(".//a:link", NAMES):
        if link.get("rel") not in ("self", "alternate", "license"):
            yield f"rel {link.get('rel')}"
        if link.get("rel") != "license" and not _MEDIA.fullmatch(link.get("type", "")):
            yield f"type {link.get('type')}"
        if link.get("rel") != "license" and not _LANGUAGE.fullmatch(link.get("hreflang", "")):
            yield f"hreflang {link.get('hreflang')}"


@atom
def addresses_are_whole(feed: Any) -> Iterator[str]:
    found = [link.get("href", "") for link in feed.iterfind(".//a:link", NAMES)]
    found += [one.text or "" for name in ("uri", "icon") for one in feed.iterfind(f".//a:{name}", NAMES)]
    yield from (address for address in found if not _is_whole(address))


@atom
def texts_say_of_which_type_they_are(feed: Any) -> Iterator[str]:
    for name in ("title", "subtitle", "summary", "rights"):
        for element in feed.iterfind(f".//a:{name}", NAMES):
            if element.get("type") != "text":
                yield f"{name} is {element.get('type')}"
    for element in feed.iterfind(".//a:content", NAMES):
        if element.get("type") != "html":
            yield f"content is {element.get('type')}"


@atom
def languages_are_named(feed: Any) -> Iterator[str]:
    if feed.get(_LANG) is None:
        yield "the feed has no language"
    for element in feed.iter():
        if element.get(_LANG) is not None and not _LANGUAGE.fullmatch(element.get(_LANG)):
            yield element.get(_LANG)


@atom
def categories_have_a_term_a_list_and_words(feed: Any) -> Iterator[str]:
    for one in feed.iterfind(".//a:category", NAMES):
        if not one.get("term") or not one.get("label") or not _TAG.fullmatch(one.get("scheme", "")):
            yield str(dict(one.attrib))


@atom
def content_works_anywhere_and_runs_nothing(feed: Any) -> Iterator[str]:
    for element in feed.iterfind(".//a:content", NAMES):
        yield from faults_of(element.text or "")


_FEED_KEYS: dict[str, type] = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "description": str,
    "user_comment": str,
    "next_url": str,
    "icon": str,
    "favicon": str,
    "authors": list,
    "language": str,
    "expired": bool,
    "hubs": list,
    "items": list,
}
_ITEM_KEYS: dict[str, type] = {
    "id": str,
    "url": str,
    "external_url": str,
    "title": str,
    "content_html": str,
    "content_text": str,
    "summary": str,
    "image": str,
    "banner_image": str,
    "date_published": str,
    "date_modified": str,
    "authors": list,
    "tags": list,
    "language": str,
    "attachments": list,
}


@json_feed
def keys_are_known_or_our_own(feed: dict[str, Any]) -> Iterator[str]:
    """Own ones begin with `_`, hold an object, and explain themselves by `about`."""
    pairs = [(feed, _FEED_KEYS), *((item, _ITEM_KEYS) for item in feed["items"])]
    for found, known in pairs:
        for key, value in found.items():
            if key.startswith("_"):
                if not isinstance(value, dict) or not _is_whole(value.get("about", "")):
                    yield key
            elif key not in known or not isinstance(value, known[key]) or not value:
                yield f"{key}: {value!r}"


@json_feed
def what_must_be_there_is_there(feed: dict[str, Any]) -> Iterator[str]:
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version {feed.get('version')}"
    needed = ("title", "home_page_url", "feed_url", "authors", "language")
    yield from (key for key in needed if key not in feed)
    if not 1 <= len(feed["items"]) <= LIMIT:
        yield f"{len(feed['items'])} items"
    needed = ("id", "url", "title", "content_html", "date_modified")
    yield from (f"{item.get('id')}: {key}" for item in feed["items"] for key in needed if key not in item)


@json_feed
def items_have_names_for_ever_that_differ(feed: dict[str, Any]) -> Iterator[str]:
    ids = [item.get("id", "") for item in feed["items"]]
    yield from (one for one in ids if not _TAG.fullmatch(one))
    yield from (one for one, number in Counter(ids).items() if number > 1)


@json_feed
def dates_have_a_zone_and_the_newest_stands_first(feed: dict[str, Any]) -> Iterator[str]:
    for item in feed["items"]:
        for key in ("date_published", "date_modified"):
            if key in item and not _is_moment(item[key]):
                yield f"{key}: {item[key]}"
    dates = [item.get("date_modified", "") for item in feed["items"]]
    if dates != sorted(dates, reverse=True):
        yield "not in order"


@json_feed
def all_addresses_are_whole(feed: dict[str, Any]) -> Iterator[str]:
    for found in (feed, *feed["items"], *_authors(feed)):
        for key in ("home_page_url", "feed_url", "favicon", "icon", "url"):
            if key in found and not _is_whole(found[key]):
                yield f"{key}: {found[key]}"


@json_feed
def authors_have_names_and_tags_are_words(feed: dict[str, Any]) -> Iterator[str]:
    yield from (str(author) for author in _authors(feed) if not author.get("name"))
    for item in feed["items"]:
        tags = item.get("tags", [])
        if len(set(tags)) < len(tags) or not all(isinstance(tag, str) and tag for tag in tags):
            yield str(tags)


@json_feed
def every_language_is_a_code(feed: dict[str, Any]) -> Iterator[str]:
    for found in (feed, *feed["items"]):
        if "language" in found and not _LANGUAGE.fullmatch(found["language"]):
            yield found["language"]


@json_feed
def the_html_works_anywhere_and_runs_nothing(feed: dict[str, Any]) -> Iterator[str]:
    for item in feed["items"]:
        yield from faults_of(item.get("content_html", ""))


_RUNS = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "button",
    "svg",
    "link",
    "meta",
    "base",
}
_MAY = {"href", "hreflang", "lang", "dir", "title", "datetime", "src", "alt", "width", "height", "start"}
_MAY |= {"colspan", "rowspan", "scope"}


def faults_of(markup: str) -> Iterator[str]:
    """What of an entry's HTML would need our site, or do harm."""
    if not markup.lstrip().startswith("<"):
        yield f"no markup: {markup[:40]!r}"
    for element in html.fragment_fromstring(markup, create_parent="div").iterdescendants():
        if not isinstance(element.tag, str) or element.tag in _RUNS:
            yield f"element {element.tag}"
            continue
        yield from (f"attribute {name}" for name in element.attrib if name not in _MAY)
        for name in ("href", "src"):
            if name in element.attrib and not _is_whole(element.get(name)):
                yield f"{name} {element.get(name)}"
    if re.search("[\ue000-\uf8ff]", markup):
        yield "a mark of ours"


def addresses_in(markup: str) -> Iterator[str]:
    """Yield every address in HTML."""
    for element in html.fragment_fromstring(markup, create_parent="div").iterdescendants():
        yield from (element.get(name) for name in ("href", "src") if element.get(name))


def read_atom(raw: bytes) -> Any:
    """Return the root of a feed; raise for what is not well-formed XML."""
    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))


def _is_moment(text: str | None) -> bool:
    if not text or not _MOMENT.fullmatch(text):
        return False
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _is_whole(address: str) -> bool:
    parts = urlsplit(address)
    return (parts.scheme == "https" and bool(parts.hostname)) or parts.scheme == "mailto"


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)


def _entries(feed: Any) -> list[Any]:
    found: list[Any] = feed.findall("a:entry", NAMES)
    return found


def _id(element: Any) -> str:
    return str(element.findtext("a:id", "", NAMES))


def _authors(feed: dict[str, Any]) -> list[dict[str, Any]]:
    return [author for found in (feed, *feed["items"]) for author in found.get("authors", [])]
