"""How records are written: the fields of each kind for editors, as schemas, reference pages and forms."""

from __future__ import annotations

from pydantic import BaseModel

from untfsse.records import KINDS
from untfsse.records.site_facts import SiteFacts
from untfsse.redirects import Redirect
from untfsse.vocabulary import Term

SINGULAR: dict[str, str] = {kind.removesuffix("s"): kind for kind in KINDS}
"""`event` → `events`: how schemas and pages call one record, and the folder it stands in."""

MODELS: dict[str, type[BaseModel]] = {one: KINDS[kind] for one, kind in SINGULAR.items()}
"""`event` → its model."""

LISTS: dict[str, type[BaseModel]] = {"vocabulary": Term, "redirects": Redirect}
"""Files that hold a list, and what one entry of it is."""

FILES: dict[str, tuple[type[BaseModel], str]] = {
    **{one: (model, f"data/{SINGULAR[one]}/*.yml") for one, model in MODELS.items()},
    "site": (SiteFacts, "data/site.yml"),
    "vocabulary": (Term, "data/vocabulary/*.yml"),
    "redirects": (Redirect, "data/redirects.yml"),
}
"""Name of a schema → the model it is made from, and the files it is for."""
