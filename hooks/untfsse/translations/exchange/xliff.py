"""XLIFF 1.2 (OASIS, 2008): what programs of translators read best."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from translate.storage.xliff import Xliff1File, Xliff1Unit

from untfsse.translations.exchange.items import DONE, REVIEW, TRANSLATE, Bundle, Item, Unfit

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_STATES = {TRANSLATE: "new", REVIEW: "needs-review-translation", DONE: "translated"}
_GROUP = "untfsse"


class _Unit(Xliff1Unit):  # type: ignore[misc]
    namespace = _NAMESPACE


class _File(Xliff1File):  # type: ignore[misc]
    UnitClass = _Unit
    namespace = _NAMESPACE
    XMLskeleton = (
        f"<?xml version='1.0' encoding='UTF-8'?><xliff version='1.2' xmlns='{_NAMESPACE}'>"
        "<file original='NoName' source-language='en' datatype='plaintext'><body></body></file></xliff>"
    )


def write(bundle: Bundle) -> bytes:
    """Return a file with one `<file>` for each file of the source."""
    store: Any = _File()
    if not bundle.items:
        store.getfilenode("NoName").set("target-language", bundle.language)
    for item in bundle.items:
        node = store.getfilenode(item.key)
        if node is None:
            store.switchfile(item.key, createifmissing=True)
            node = store.getfilenode(item.key)
            node.set("source-language", item.language or "en")
            node.set("target-language", bundle.language)
        store.switchfile(item.key)
        store.addunit(_made(item))
    held = BytesIO()
    store.serialize(held)
    return held.getvalue()


def read(raw: bytes) -> Bundle:
    """Read what has come back; raise Unfit where it is no XLIFF 1.2 of this site."""
    try:
        store: Any = _File.parsestring(raw)
    except (etree.XMLSyntaxError, ValueError, AssertionError, StopIteration, AttributeError):
        raise Unfit("it is no XLIFF 1.2 file, or a damaged one") from None
    return Bundle(store.gettargetlanguage() or "", tuple(_read(unit) for unit in store.units))


def _made(item: Item) -> Any:
    unit: Any = _Unit(item.source)
    unit.setid(item.id)
    unit.target = item.target
    node = unit.getlanguageNode(lang=None, index=1)
    if node is None:
        node = etree.SubElement(unit.xmlelement, unit.namespaced("target"))
    node.set("state", _STATES[item.state])
    unit.xmlelement.attrib.pop("approved", None)  # the state says it, to every program
    place = [("sourcefile", item.file), ("linenumber", str(item.line))] if item.file else []
    unit.createcontextgroup(_GROUP, [("x-translation", item.was), *place], purpose="information")
    for label, words in item.notes():
        unit.addnote(f"{label}: {words}", origin="developer")
    if item.before:
        unit.addalttrans(item.target, origin="previous", sourcetxt=item.before)
    return unit


def _read(unit: Any) -> Item:
    node = unit.getlanguageNode(lang=None, index=1)
    given = "" if node is None else node.get("state", "")
    marked = given == "new" or given.startswith("needs-")
    state = REVIEW if marked and unit.xmlelement.get("approved") != "yes" else DONE
    target = unit.target or ""
    context = dict(unit.getcontextgroups(_GROUP)[0]) if unit.getcontextgroups(_GROUP) else {}
    return Item(
        unit.xmlelement.get("id", ""),
        unit.source or "",
        target,
        state if target else TRANSLATE,
        context.get("x-translation", "?") or "",
        context.get("sourcefile", ""),
        int(line) if (line := context.get("linenumber", "")).isdecimal() else 0,
    )
