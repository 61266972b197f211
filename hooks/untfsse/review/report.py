"""Everything a review tells, gathered: both sides built, compared, checked."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from untfsse.assets import SHEET
from untfsse.checking import read_all
from untfsse.languages import use
from untfsse.problems import ProblemsFound
from untfsse.review import sides
from untfsse.review.comparing import Comparison, compare
from untfsse.review.days import Scheduled, scheduled
from untfsse.review.drafts import Draft, drafts
from untfsse.review.effects import Effect, effects
from untfsse.review.fields import File, changed_files
from untfsse.review.messages import Messages, messages
from untfsse.review.outputs import Output, outputs
from untfsse.review.site_pages import Pages, read_pages
from untfsse.review.weights import Heavy, heavy_pages

_HIDES = re.compile(r"^(?:draft: *true|publish:|withdraw:)", re.MULTILINE)
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')


@dataclass(frozen=True)
class Report:
    """What a change does."""

    base: str
    """The commit it starts from."""

    base_day: date
    """The day of that commit."""

    files: dict[str, str]
    """Every file that changed → `changed`, `added` or `removed`."""

    generator: list[str]
    """Those of them that make pages."""

    one_generator: bool
    """Whether the side before was made by the generator of the side after."""

    fields: list[File]
    messages: Messages
    effects: list[Effect]
    comparison: Comparison | None
    """Nothing where one of the sides could not be built."""

    sheet: str
    """The stylesheet of the site."""

    failed: str
    """What the build of the side after said last, if it failed; what that of the side before said."""

    failed_before: str
    drafts: list[Draft]
    days: list[Scheduled]
    """What comes or goes on a day of its own."""

    heavy: list[Heavy]
    outputs: list[Output]
    address: str
    """Where the site is published."""


def gather(root: Path, base: str, folder: Path, language: str, tell: Callable[[str], None]) -> Report:
    """Compare the project in `root`, as it lies there, with `base`; `folder` is for what is made meanwhile.

    Messages are in `language`. Raise NoSuchCommit.
    """
    commit = sides.start_of(root, base)
    files = sides.changed_files(root, commit)
    generator = sides.touches_generator(files)
    before = sides.checkout(root, commit, folder / "before")
    now = read_all(root)
    building = [] if now.problems else _start(folder, before, root)
    tell("building both sides" if building else "checking both sides")
    then = read_all(before)
    use(root)
    said = messages(then, now, language)
    told = [] if then.problems or now.problems else effects(root, then, now)
    built = [sides.finish_build(*one) for one in building]
    if not built:
        built = [sides.Built(None), sides.Built(None, str(ProblemsFound(now.problems)))]
    one_generator = not generator
    if building and built[0].site is None and generator:
        sides.put_generator(root, before)
        built[0], one_generator = sides.finish_build(*_start(folder, before)[0]), True
    tell("comparing")
    sites = [read_pages(one.site) if one.site else None for one in built]
    address = next((_address(site) for site in sites if site), "/")
    hidden = drafts(before, root, files, address) if not now.problems and _hides_something(root) else []
    return Report(
        commit,
        sides.day_of(root, commit),
        files,
        generator,
        one_generator,
        changed_files(before, root, files),
        said,
        told,
        compare(sites[0], sites[1], files, address) if sites[0] and sites[1] else None,
        _sheet(next((one.site for one in reversed(built) if one.site), None)),
        built[1].output,
        built[0].output,
        hidden,
        [] if now.problems else scheduled(root, then, now, sites[1]),
        heavy_pages(root, sites[0], sites[1]) if sites[0] and sites[1] else [],
        _outputs(sites[0], sites[1]) if sites[0] and sites[1] else [],
        address,
    )


def _start(folder: Path, *roots: Path) -> list[tuple[subprocess.Popen[str], Path]]:
    """Start to build projects, each into a folder of its own; return what is needed to wait for them."""
    sites = [folder / f"site-{at}" for at in range(len(roots))]
    return [(sides.start_build(root, site), site) for root, site in zip(roots, sites, strict=True)]


def _hides_something(root: Path) -> bool:
    """Whether any file says that it is not public, or not always."""
    found = (file for folder in ("data", "docs") for file in (root / folder).rglob("*"))
    return any(
        _HIDES.search(file.read_text("utf-8", errors="replace"))
        for file in found
        if file.suffix in (".yml", ".md") and file.is_file()
    )


def _address(site: Pages) -> str:
    """Return where a site is published, by what its home page says."""
    home = (site.folder / "index.html").read_text("utf-8", errors="replace")
    found = _CANONICAL.search(home)
    return found[1] if found else "/"


def _sheet(site: Path | None) -> str:
    """Return the stylesheet of a built site; without one, those sheets of it that the review needs itself."""
    if site is not None and (site / SHEET).is_file():
        return (site / SHEET).read_text("utf-8")
    sheets = Path(__file__).resolve().parents[3] / "overrides" / Path(SHEET).parent
    names = ("tokens", "base", "frame", "page", "translations")
    return "".join((sheets / f"{name}.css").read_text("utf-8") for name in names)


def _outputs(before: Pages, after: Pages) -> list[Output]:
    pages = {page.path for site in (before, after) for page in site.pages.values()}
    return outputs(before.folder, after.folder, pages)
