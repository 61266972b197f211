"""What a page may load: a Content-Security-Policy in its head, since the host sends no headers of ours."""

from __future__ import annotations

import base64
import hashlib
import re

PLACE = "\ue0f3"
"""Stands in the head for the policy, until the page is put together."""

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

_RULES = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'"
)
"""Everything from this site alone; `wasm-unsafe-eval` lets the search run its compiled code."""


def with_policy(html: str) -> str:
    """Return a page whose policy allows its own inline scripts, each by its hash (CSP level 3, 6.7.3)."""
    scripts = dict.fromkeys(_INLINE_SCRIPT.findall(html))
    hashes = "".join(f" 'sha256-{_digest(script)}'" for script in scripts)
    return html.replace(PLACE, _RULES.format(hashes=hashes))


def without_policy(html: str) -> str:
    """Return a page for the preview, which adds a script of its own to reload pages."""
    return html.replace(PLACE, "default-src * data: 'unsafe-inline'")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
