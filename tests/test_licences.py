"""Licences as they are printed, and where they can be read."""

from __future__ import annotations

import pytest

from untfsse.licences import licence_address


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("cc-by-sa-3.0-igo", "https://creativecommons.org/licenses/by-sa/3.0/igo/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC BY", None),
        ("All rights reserved", None),
    ],
)
def test_a_licence_of_creative_commons_has_an_address(printed: str, address: str | None) -> None:
    assert licence_address(printed) == address
