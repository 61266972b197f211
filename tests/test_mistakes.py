"""The help on mistakes: every example is what the check says of it, in the words of the check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import test_broken
import test_translation_checks as beside
from mistake_examples import PLACES, found_in
from untfsse.problems import Problem
from untfsse.site import Site
from untfsse.views.mistakes import examples, make, told
from untfsse.wording import code_of, families, sentences

_UNSHOWN = {"to-translate", "ledger-line"}
"""Messages that no file of an editor causes."""

_EXAMPLES = examples()


def _keys(*names: str) -> list[str]:
    return [key for key, example in _EXAMPLES.items() if any(name in example for name in names)]


def test_every_message_has_an_example() -> None:
    assert set(_EXAMPLES) == {key for key in sentences("en") if key[0] != "-"}
    assert set(_EXAMPLES) - set(_keys("in", "check", "case")) == _UNSHOWN


@pytest.mark.parametrize("key", _keys("in"))
def test_what_is_wrong_gives_its_message_and_what_is_right_gives_none(key: str, tmp_path: Path) -> None:
    example = _EXAMPLES[key]
    found = found_in(tmp_path / "wrong", example, "wrong")
    assert _told(key, found[:1]) == _help(key)
    assert {one.key for one in found} == {key}
    assert example["in"] == "name" or example["file"] == PLACES[example["in"]][0]
    if "right" in example:
        assert found_in(tmp_path / "right", example, "right") == []


@pytest.mark.parametrize("key", _keys("check"))
def test_what_is_wrong_in_a_translation_gives_its_message_and_what_is_right_none(key: str) -> None:
    example = _EXAMPLES[key]
    source, wrong, right = (example[name].rstrip("\n") for name in ("source", "wrong", "right"))
    found = beside._found(example["check"], beside._beside(source, wrong))
    assert [one.key for one in found] == [key]
    assert _told(key, [Problem("", 0, 1, "", key, found[0].values)]) == _help(key)
    assert beside._found(example["check"], beside._beside(source, right)) == []


@pytest.mark.parametrize("key", _keys("case"))
def test_what_is_not_shown_is_told_as_in_a_case_of_the_broken_files(key: str) -> None:
    _, found = test_broken._check(_EXAMPLES[key]["case"])
    assert _help(key) in [_told(key, [one]) for one in found if one.key == key]


def _told(key: str, found: list[Problem]) -> list[str]:
    return [one.said(language) for one in found for language in ("en", "fr", "es")]


def _help(key: str) -> list[str]:
    return [told(key, _EXAMPLES[key].get("values", {}), language) for language in ("en", "fr", "es")]


def test_every_family_has_a_page_in_every_language_that_explains_its_messages_only(project: Path) -> None:
    for language in ("en", "fr", "es"):
        folder = project / "docs" / language / "contribute" / "mistakes"
        assert {file.stem for file in folder.glob("*.md")} == {"index", *families()}
        for family in families():
            calls = [
                line for line in (folder / f"{family}.md").read_text("utf-8").splitlines() if "{{" in line
            ]
            assert calls == [f'{{{{ mistakes(family="{family}") }}}}']
        assert "\n{{ mistakes() }}\n" in (folder / "index.md").read_text("utf-8")


def test_the_codes_of_a_page_are_its_anchors_in_their_order(real_site: Site) -> None:
    for family, codes in families().items():
        html = real_site.tongue("fr").lists.render("mistakes", {"family": family})
        places = [html.index(f'<h2 id="{code.lower()}">{code}</h2>') for code in codes]
        assert places == sorted(places)
        assert all(str(one.said) for one in make(family, "fr"))


def test_examples_are_shown_as_they_are_written(real_site: Site) -> None:
    html = real_site.tongue("en").lists.render("mistakes", {"family": "pages"})
    assert "<code>Talks on &lt;b&gt;finance&lt;/b&gt;.</code>" in html
    assert "docs/en/index.md" in html


def test_a_site_without_the_pages_names_none(small_site: Callable[..., Site]) -> None:
    lists = small_site({}).tongue("en").lists
    assert "<a " not in lists.render("mistakes", {})
    titled = small_site({"docs/en/contribute/mistakes/dates.md": _page("Days & dates")}).tongue("en").lists
    html = titled.render("mistakes", {})
    assert "Days &amp; dates</a>" in html
    assert "<dd>DA001 – DA006</dd>" in html


def _page(title: str) -> str:
    return f"---\ntitle: {title}\ndescription: Words.\n---\n\nWords.\n"


def test_no_code_has_got_another_meaning(project: Path) -> None:
    """`tests/codes.txt` is what codes meant when they were new; lines are added, none is changed."""
    kept = dict(line.split() for line in (project / "tests" / "codes.txt").read_text("utf-8").splitlines())
    listed = yaml.safe_load((project / "hooks/untfsse/messages/codes.yml").read_text("utf-8"))
    now = {code: key for codes in listed.values() for code, key in codes.items()}
    assert set(kept) == set(now), "add new codes to tests/codes.txt"
    assert {code: key for code, key in now.items() if key is not None and kept[code] != key} == {}
    assert all(code_of(key) == code for code, key in now.items() if key is not None)
