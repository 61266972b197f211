"""Goes back from a broken release to the one before, against a host on this machine, and tells the times.

`python -m rehearsal site`: publishes the site, then the same with its stylesheet lost; the look at it fails;
the release before is shown again, and each of its files must be what it was. Exit status 1 if one is not.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from browser.server import serving
from pages_host import PagesHost
from untfsse.assets import SHEET
from untfsse.build_record import ASSETS, FILE, check_sums, digest, write_json
from untfsse.publishing.smoke import smoke, wanted_of

PROJECT = Path(__file__).resolve().parent.parent
_SECONDS = 60
_PAUSE = 0.2

Of = TypeVar("Of")


def rehearse(site: Path, folder: Path, tell: Callable[[str], None], root: str = "/") -> bool:
    """Rehearse with a finished site, in a folder for what is made; return whether all went as it must."""

    def timed(what: str, do: Callable[[], Of]) -> Of:
        started = time.monotonic()
        made = do()
        tell(f"{time.monotonic() - started:6.2f} s  {what}")
        return made

    host = PagesHost(folder, root)
    with serving(host) as port:
        address = f"http://127.0.0.1:{port}{root}"

        def looked(build: Path) -> list[str]:
            return smoke(address, wanted_of(build, ""), None, _SECONDS, _PAUSE)

        first = timed("the first release is packed", lambda: host.keep(site))
        shown = timed("it is unpacked and shown", lambda: host.switch(first))
        sound = timed("it is looked at", lambda: looked(site / FILE))
        broken = timed(
            "a second release is made, its stylesheet lost", lambda: _broken(site, folder / "broken")
        )
        timed(
            "it is packed and shown; for 3 answers more the first is", lambda: host.publish(broken, still=3)
        )
        faults = timed("it is looked at", lambda: looked(broken / FILE))
        for fault in faults[:5]:
            tell(f"          {fault.replace(address, '/')}")
        again = timed("the first release is shown again", lambda: host.switch(first, still=3))
        mended = timed("it is looked at", lambda: looked(site / FILE))
        same = timed("its bytes are compared", lambda: _bytes(again) == _bytes(shown) == _bytes(site))
    tell(
        f"{len(sound)} faults, then {len(faults)}, then {len(mended)}; "
        f"the bytes are {'' if same else 'NOT '}the same"
    )
    return not sound and bool(faults) and not mended and same


def _broken(site: Path, into: Path) -> Path:
    """Make a later release whose pages name a stylesheet that is not there."""
    shutil.copytree(site, into)
    (into / SHEET).unlink()
    record = json.loads((into / FILE).read_text("utf-8"))
    sums = check_sums(into)
    write_json(
        into / FILE, {**record, "clock": record["clock"] + 3600, "files": len(sums), "digest": digest(sums)}
    )
    return into


def _bytes(site: Path) -> dict[str, str]:
    """Every file with its check sum, those that tell of the build too."""
    own = {name: (site / name).read_text("utf-8") for name in (FILE, ASSETS)}
    return {**check_sums(site), **own}


def main() -> int:
    """Rehearse with the site that is named."""
    with tempfile.TemporaryDirectory() as folder:
        went = rehearse(Path(sys.argv[1]), Path(folder), print)
    return 0 if went else 1


if __name__ == "__main__":
    sys.exit(main())
