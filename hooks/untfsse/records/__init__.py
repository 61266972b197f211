"""What a record is: one module per noun; `KINDS` names them all."""

from untfsse.records.base import Record
from untfsse.records.event import Event
from untfsse.records.member import Member
from untfsse.records.plan import Plan
from untfsse.records.project import Project
from untfsse.records.publication import Publication

KINDS: dict[str, type[Record]] = {
    "members": Member,
    "events": Event,
    "publications": Publication,
    "projects": Project,
    "plans": Plan,
}
"""Folder of `data/` (which is also the first part of the page's address) → record."""

__all__ = ["KINDS", "Event", "Member", "Plan", "Project", "Publication", "Record"]
