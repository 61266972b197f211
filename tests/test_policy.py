"""What a page may load is said in its head."""

from __future__ import annotations

import base64
import hashlib

from crawler import Crawl
from untfsse.policy import PLACE, with_policy, without_policy

pytest_plugins = ["shared_sites"]


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def test_an_inline_script_is_allowed_by_its_hash_alone() -> None:
    page = with_policy(f'<meta content="{PLACE}"><script>a()</script><script>b("é")</script>')
    for script in ("a()", 'b("é")'):
        assert f" 'sha256-{_hash(script)}'" in page
    assert "unsafe-inline" not in page
    assert PLACE not in page


def test_a_page_without_inline_scripts_allows_none() -> None:
    page = with_policy(f'<meta content="{PLACE}"><script src="x.js"></script>')
    assert "sha256-" not in page


def test_the_preview_may_add_its_own_script() -> None:
    assert "unsafe-inline" in without_policy(f'<meta content="{PLACE}">')


def test_every_page_has_a_policy_before_anything_is_loaded(real: Crawl) -> None:
    for page in (*real.pages.values(), real.not_found):
        at = page.source.find("Content-Security-Policy")
        assert at > 0, page.path
        assert at < page.source.find("<link"), page.path
        assert "unsafe-inline" not in page.source, page.path
        shown = page.source.replace(" style=&#34;", "")  # in the code that other sites copy
        assert " style=" not in shown, page.path
