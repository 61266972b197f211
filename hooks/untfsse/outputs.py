"""Everything that is published beside the pages, in the last step of a build."""

from __future__ import annotations

from pathlib import Path

from untfsse import embeds, host_files, llms, old_addresses, twins
from untfsse.calendars import files as calendars
from untfsse.citations import files as citations
from untfsse.feeds import writing as feeds
from untfsse.open_data import writing as open_data
from untfsse.site import Site
from untfsse.translations import publishing as translations

_WRITERS = (
    old_addresses.write,
    calendars.write,
    feeds.write,
    citations.write,
    open_data.write,
    embeds.write,
    translations.write,
    twins.write,
    llms.write,
    host_files.write,
)
"""Each writes one kind of file; none depends on another."""


def write(folder: Path, site: Site) -> None:
    """Write all of it into `folder`; the same data give the same bytes."""
    for write_one in _WRITERS:
        write_one(folder, site)
