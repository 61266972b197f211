"""What a review makes of two sites: what it folds, finds again, weighs and counts; how large it becomes."""

from __future__ import annotations

import re
import string
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import PROJECT
from untfsse.checking import read_all
from untfsse.languages import use
from untfsse.review import sides, wording
from untfsse.review.cleaning import tree
from untfsse.review.comparing import Comparison, compare
from untfsse.review.fields import changed_files
from untfsse.review.folding import fold
from untfsse.review.merging import merged
from untfsse.review.messages import Messages, messages
from untfsse.review.outputs import Output, outputs
from untfsse.review.report import Report
from untfsse.review.site_pages import Pages, read_pages
from untfsse.review.stylesheet import narrow
from untfsse.review.trees import written
from untfsse.review.weights import heavy_pages
from untfsse.review.writing import write
from untfsse.translations.commits import NoSuchCommit

_ADDRESS = "https://site.example/"
_HTML = """<html><head><meta name="description" content="{description}">
<link rel="stylesheet" href="{up}s.css?v=0123abcd"></head>
<body><header><ul><li><a href="{up}">{menu}</a></ul></header><main><article class="sse-article">
<h1 id="title">{title}</h1>{body}<footer class="sse-foot"><p>Last changed {title}</p>
<a class="sse-edit" rel="edit" href="/e">Edit <code>{source}</code></a></footer>
</article></main></body></html>"""
_SAID = {"description": "", "source": "", "body": ""}


def _site(folder: Path, pages: Mapping[str, Any], menu: str = "Menu") -> Pages:
    """Write a site: path → body of a page, or what is said of it; or what another file holds."""
    for path, said in pages.items():
        file = folder / path / "index.html" if path.endswith("/") else folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        written = said if isinstance(said, str) else said.get("body", "")
        if file.name == "index.html" and "http-equiv" not in written:
            given = {"body": said} if isinstance(said, str) else said
            up = "../" * path.count("/")
            written = _HTML.format_map({**_SAID, "title": path, "menu": menu, "up": up, **given})
        file.write_text(written, "utf-8")
    return read_pages(folder)


Sites = Callable[[Mapping[str, Any], Mapping[str, Any]], tuple[Pages, Pages]]


@pytest.fixture
def sites(tmp_path: Path) -> Sites:
    return lambda before, after: (_site(tmp_path / "a", before), _site(tmp_path / "b", after))


def _redirect(to: str) -> str:
    return f'<meta http-equiv="refresh" content="0; url={to}">'


_FIELDS = "<p>The river rises in the hills, runs through four countries and ends in the sea.</p>"
_OTHER = "<p>Fourteen agencies met in Geneva to found a task force of the United Nations.</p>"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two commits on a branch that left `main`, which went on; and what is not committed yet."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "somebody@example.org")
    root = tmp_path / "project"
    for name in ("data/a.yml", "data/b.yml", "data/c.yml", "hooks/x.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("old\n", "utf-8")
    _git(root, "init", "-q", "-b", "main")
    _commit(root)
    _git(root, "switch", "-q", "-c", "branch")
    (root / "data/a.yml").write_text("new\n", "utf-8")
    _commit(root)
    _git(root, "switch", "-q", "main")
    (root / "data/c.yml").write_text("elsewhere\n", "utf-8")
    _commit(root)
    _git(root, "switch", "-q", "branch")
    (root / "data/b.yml").unlink()
    (root / "data/é new.yml").write_text("new\n", "utf-8")
    (root / "hooks/x.py").write_text("new\n", "utf-8")
    return root


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def _commit(root: Path) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "a change")


class TestSides:
    def test_a_change_is_what_differs_from_where_it_left_the_other_branch(self, repository: Path) -> None:
        assert sides.changed_files(repository, sides.start_of(repository, "main")) == {
            "data/a.yml": "changed",
            "data/b.yml": "removed",
            "data/é new.yml": "added",
            "hooks/x.py": "changed",
        }

    def test_the_state_before_has_its_files_and_history_and_leaves_nothing_behind(
        self, repository: Path, tmp_path: Path
    ) -> None:
        kept = _git(repository, "for-each-ref"), sorted((repository / ".git").rglob("*"))
        before = sides.checkout(repository, sides.start_of(repository, "main"), tmp_path / "before")
        assert (before / "data/a.yml").read_text("utf-8") == "old\n"
        assert _git(before, "rev-list", "--count", "HEAD").strip() == "1"
        assert (_git(repository, "for-each-ref"), sorted((repository / ".git").rglob("*"))) == kept

    def test_a_generator_that_no_longer_works_is_replaced(self, repository: Path, tmp_path: Path) -> None:
        before = sides.checkout(repository, sides.start_of(repository, "main"), tmp_path / "before")
        sides.put_generator(repository, before)
        assert (before / "hooks/x.py").read_text("utf-8") == "new\n"
        assert (before / "data/a.yml").read_text("utf-8") == "old\n"
        assert sides.touches_generator(["data/a.yml", "mkdocs.yml", "hooks/x.py"]) == [
            "hooks/x.py",
            "mkdocs.yml",
        ]

    @pytest.mark.parametrize("name", ["nowhere", "--help", "data/a.yml"])
    def test_a_name_that_is_no_commit_is_refused(self, repository: Path, name: str) -> None:
        with pytest.raises(NoSuchCommit):
            sides.start_of(repository, name)


class TestComparing:
    def test_a_page_is_told_by_itself_where_its_own_file_changed_and_with_others_where_not(
        self, sites: Sites
    ) -> None:
        before = {
            "events/a/": {"body": "<p>One</p>", "source": "data/events/a.yml"},
            "themes/x/": "<p>One</p>",
            "themes/y/": "<p>One</p>",
        }
        after = {
            "events/a/": {"body": "<p>Two</p>", "source": "data/events/a.yml"},
            "themes/x/": "<p>Two</p>",
            "themes/y/": "<p>Two</p>",
        }
        found = compare(*sites(before, after), {"data/events/a.yml"}, _ADDRESS)
        assert [(one.name, one.how) for one in found.pages] == [("events/a", "changed")]
        assert [[name for name, _ in one.pages] for one in found.follow_on] == [["themes/x", "themes/y"]]

    def test_a_page_whose_file_did_not_change_nor_its_words_is_not_told(self, sites: Sites) -> None:
        found = compare(
            *sites({"a/": '<p class="x">One</p>'}, {"a/": '<p class="y">One</p>'}), set(), _ADDRESS
        )
        assert (found.pages, found.follow_on, found.in_code_only) == ([], [], 1)

    def test_a_translation_is_a_page_of_its_own_file(self, sites: Sites) -> None:
        before = {"a/": "<p>One</p>", "fr/a/": {"body": "<p>Un</p>", "source": "docs/fr/a.md"}}
        after = {"a/": "<p>One</p>", "fr/a/": {"body": "<p>Une</p>", "source": "docs/fr/a.md"}}
        [page] = compare(*sites(before, after), {"docs/fr/a.md"}, _ADDRESS).pages
        assert list(page.trees) == ["fr"]

    def test_a_description_that_only_search_engines_show_is_a_change_of_its_page(self, sites: Sites) -> None:
        pages = [
            {"a/": {"description": said, "source": "docs/en/a.md"}} for said in ("Old words", "New words")
        ]
        [page] = compare(*sites(*pages), {"docs/en/a.md"}, _ADDRESS).pages
        assert "<del>Old</del><ins>New</ins> words" in written(page.trees["en"])

    def test_a_change_of_the_menu_is_told_once(self, tmp_path: Path) -> None:
        pages = dict.fromkeys(("a/", "b/", "c/d/"), "<p>One</p>")
        found = compare(_site(tmp_path / "a", pages), _site(tmp_path / "b", pages, "Start"), set(), _ADDRESS)
        [frame] = found.frames
        assert [name for name, _ in frame.pages] == ["a", "b", "c/d"]
        assert (found.pages, found.follow_on) == ([], [])

    @pytest.mark.parametrize(
        ("before", "after", "how"),
        [
            ({}, {"a/": _FIELDS}, {"a": "added"}),
            ({"a/": _FIELDS}, {}, {"a": "removed"}),
            ({"a/": _FIELDS}, {"b/": _FIELDS}, {"b": "moved"}),
            ({"a/": _FIELDS}, {"b/": _OTHER}, {"a": "removed", "b": "added"}),
            ({"a/": _FIELDS}, {"b/": _OTHER, "a/": _redirect("../b/")}, {"b": "moved"}),
            (
                {"a/": _FIELDS, "b/": _FIELDS},
                {"c/": _FIELDS, "b/": _redirect("../c/")},
                {"a": "removed", "c": "moved"},
            ),
        ],
    )
    def test_pages_come_go_and_move(self, sites: Sites, before: Any, after: Any, how: dict[str, str]) -> None:
        found = compare(*sites(before, after), set(), _ADDRESS)
        assert {one.name: one.how for one in found.pages} == how

    def test_an_old_address_at_which_nothing_stands_is_named(self, sites: Sites) -> None:
        before = {"a/": _FIELDS, "fr/a/": _FIELDS}
        [page] = compare(
            *sites(before, {"b/": _FIELDS, "fr/b/": _FIELDS, "a/": _redirect("../b/")}), set(), _ADDRESS
        ).pages
        assert page.lost == ("fr/a/",)

    def test_a_light_picture_of_the_site_comes_along_and_others_are_named(self, sites: Sites) -> None:
        body = '<p>One <img src="../x.png" alt="Drop"> <img src="https://other.example/y.png" alt="Sea"></p>'
        [page] = compare(*sites({}, {"a/": body, "x.png": "PNG"}), set(), _ADDRESS).pages
        made = written(page.trees["en"])
        assert 'src="data:image/png;base64,UE5H"' in made
        assert "other.example" not in made
        assert ">Sea</span>" in made


def _folded(before: str, after: str) -> str:
    both = merged(tree(before, _ADDRESS), tree(after, _ADDRESS))
    return written(fold(both, "{} folded".format, "{} left out".format))


_LONG = "<p>" + " ".join(["word"] * 20) + "</p>"


class TestFolding:
    def test_what_has_not_changed_is_folded_and_counted(self) -> None:
        made = _folded(f"<div>{_LONG * 3}<p>One</p></div>", f"<div>{_LONG * 3}<p>Two</p></div>")
        assert made.count("<details") == 1
        assert "<summary>3 folded</summary>" in made

    def test_a_heading_stays_above_what_changed_below_it(self) -> None:
        made = _folded(
            f"<div>{_LONG}<h2>Here</h2><p>One</p></div>", f"<div>{_LONG}<h2>Here</h2><p>Two</p></div>"
        )
        assert re.search(r"</details><h2[^>]*>Here</h2><p", made)

    def test_items_of_a_list_are_folded_as_items(self) -> None:
        items = "".join(f"<li>{_LONG}</li>" for _ in range(5))
        made = _folded(f"<ul>{items}<li>One</li></ul>", f"<ul>{items}<li>Two</li></ul>")
        assert re.search(
            r'<ul[^>]*><li class="rv-item"><details class="rv-fold"><summary>5 folded</summary><ul', made
        )

    def test_rows_of_a_table_and_long_parts_are_left_out(self) -> None:
        rows = "".join(f"<tr><td>{_LONG}</td></tr>" for _ in range(5))
        made = _folded(f"<table><tbody>{rows}<tr><td>1</table>", f"<table><tbody>{rows}<tr><td>2</table>")
        assert '<td colspan="1" class="rv-left-out">5 left out</td>' in made
        much = _LONG * 200
        assert "200 left out" in _folded(f"<div>{much}<p>One</p></div>", f"<div>{much}<p>Two</p></div>")


class TestFiles:
    def _fields(self, tmp_path: Path, path: str, before: str, after: str) -> dict[str, list[str]]:
        for side, text in (("a", before), ("b", after)):
            (tmp_path / side / path).parent.mkdir(parents=True)
            (tmp_path / side / path).write_text(text, "utf-8")
        [file] = changed_files(tmp_path / "a", tmp_path / "b", {path: "changed"})
        return {one.name: list(one.texts) for one in file.fields}

    def test_fields_of_a_record_are_named_with_the_languages_that_changed(self, tmp_path: Path) -> None:
        before = "title: {en: One, fr: Un}\nstart: 2026-01-01\npartners: [a]\n"
        after = "title: {en: One, fr: Une}\nstart: 2026-01-02\npartners: [a, b]\n"
        found = self._fields(tmp_path, "data/events/x.yml", before, after)
        assert found == {"title": ["fr"], "start": [""], "partners.2": [""]}

    def test_a_term_is_named_by_its_id_and_a_label_has_the_language_of_its_file(self, tmp_path: Path) -> None:
        found = self._fields(
            tmp_path / "1",
            "data/vocabulary/x.yml",
            "- {id: a, label: {es: Uno}}",
            "- {id: a, label: {es: Una}}",
        )
        assert found == {"a.label": ["es"]}
        assert self._fields(tmp_path / "2", "docs/fr/strings.yml", "nav.en: Un", "nav.en: Une") == {
            "nav.en": ["fr"]
        }

    def test_a_file_that_cannot_be_read_is_named_only(self, tmp_path: Path) -> None:
        assert self._fields(tmp_path, "data/events/x.yml", "title: One", "title: [") == {}


class TestMessages:
    def test_a_mistake_that_only_moved_to_another_line_is_not_new(self, small_project: Any) -> None:
        root = small_project({"data/events/x.yml": "kind: fair\nstart: soon\n"})
        before = read_all(root)
        (root / "data/events/x.yml").write_text("# more\nkind: fair\nstart: soon\nplace: here\n", "utf-8")
        found = messages(before, read_all(root), "en")
        use(PROJECT)
        assert any('"fair"' in one.words for one in found.old)
        assert not any('"fair"' in one.words for one in found.new)
        assert found.new

    def test_without_a_state_before_all_is_new(self, small_project: Any) -> None:
        found = messages(None, read_all(small_project({"data/events/x.yml": "kind: fair\n"})), "fr")
        use(PROJECT)
        assert [one.help for one in found.new if one.code == "RE004"] == [
            "https://unsse.org/fr/contribute/mistakes/references/#re004"
        ]
        assert not found.old


class TestWeights:
    def _heavy(self, tmp_path: Path, before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, bool]:
        budgets = tmp_path / "tests/browser/budgets.yml"
        budgets.parent.mkdir(parents=True)
        budgets.write_text("first_view: {home: 2, every other template: 3}\nhtml: {event: 2}\n", "utf-8")
        both = (_site(tmp_path / name, pages) for name, pages in (("a", before), ("b", after)))
        return {one.path: one.is_over for one in heavy_pages(tmp_path, *both)}

    def test_a_page_over_its_budget_and_one_that_has_grown_are_told(self, tmp_path: Path) -> None:
        before = {
            "events/a/": "x",
            "events/b/": "x" * 1900,
            "about/": "x" * 3000,
            "news/": "x" * 9000,
            "events/a/b/": "x" * 3000,
        }
        after = {
            "events/a/": "x" * 2500,
            "events/b/": "x" * 1900,
            "about/": "x" * 5000,
            "news/": "x" * 9500,
            "events/a/b/": "x" * 3001,
        }
        assert self._heavy(tmp_path, before, after) == {"events/a/": True, "about/": False}

    def test_styles_count_to_what_travels(self, tmp_path: Path) -> None:
        sheet = "".join(f"{i * i * 7919 % 10007}" for i in range(2500))
        assert self._heavy(tmp_path, {}, {"about/": "x", "s.css": sheet}) == {"about/": True}


def test_what_is_published_beside_pages_is_counted_by_kind(tmp_path: Path) -> None:
    _site(
        tmp_path / "a",
        {"a/": "x", "feeds/a.xml": "1", "events/a.ics": "1", "a.md": "1", "data/v1/x.json": "1"},
    )
    _site(tmp_path / "b", {"a/": "y", "feeds/a.xml": "2", "feeds/b.xml": "1", "a.md": "1", "x.ics": "1"})
    found = outputs(tmp_path / "a", tmp_path / "b", {"a/"})
    assert found == [Output("feeds", 1, 1, 0), Output("data", 0, 0, 1), Output("other", 0, 1, 1)]


def test_styles_are_those_of_a_narrow_window_however_wide_it_is() -> None:
    sheet = "a{b:c}@media(min-width:48rem){d{e:f}}@media (max-width:40rem){g{h:i}}@media print{j{k:l}}"
    assert narrow(sheet) == "a{b:c}g{h:i}@media print{j{k:l}}"


class TestWords:
    _WORDS: dict[str, dict[str, str]] = yaml.safe_load(
        (PROJECT / "hooks/untfsse/review/words.yml").read_text("utf-8")
    )

    @pytest.mark.parametrize("key", _WORDS)
    def test_each_stands_in_the_three_languages_with_the_same_values_to_fill_in(self, key: str) -> None:
        said = self._WORDS[key]
        assert tuple(said) == wording.LANGUAGES_OF_WORDS
        named = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in said.values()]
        assert named[0] == named[1] == named[2]
        assert not re.search(r" [:;?!»]|'|« ", said["fr"])

    def test_each_is_used(self) -> None:
        files = [
            *(PROJECT / "hooks/untfsse/review").glob("*.py"),
            *(PROJECT / "overrides/fragments/review").glob("*"),
        ]
        text = "".join(file.read_text("utf-8") for file in files)
        made = re.compile(r"(kind|how|state|output|show)\..*")
        keys = {re.sub(r"\.one$", "", key) for key in self._WORDS if f"{key[:-6]}.one" not in self._WORDS}
        assert {
            key
            for key in keys
            if not made.fullmatch(key) and not re.search(rf"""["']{re.escape(key)}["']""", text)
        } == set()


def _report(comparison: Comparison, generator: list[str] | None = None) -> Report:
    return Report(
        base="0123456789abcdef",
        base_day=date(2026, 11, 21),
        files={},
        generator=generator or [],
        one_generator=True,
        fields=[],
        messages=Messages((), ()),
        effects=[],
        comparison=comparison,
        sheet="",
        failed="",
        failed_before="",
        drafts=[],
        days=[],
        heavy=[],
        outputs=[],
        address=_ADDRESS,
    )


def test_a_change_that_nobody_sees_is_said_to_be_one(sites: Sites, tmp_path: Path) -> None:
    comparison = compare(*sites({"a/": _FIELDS}, {"a/": _FIELDS}), set(), _ADDRESS)
    write(_report(comparison), tmp_path / "review.html", "es", ["en", "fr", "es"])
    made = (tmp_path / "review.html").read_text("utf-8")
    assert "<p>No ha cambiado nada de lo que ven los lectores.</p>" in made
    assert '<html lang="es" dir="ltr">' in made
    assert "21 de noviembre de 2026" in made


@pytest.mark.parametrize("generator", [[], ["hooks/x.py"]])
def test_pages_whose_words_stay_are_counted_only_for_those_who_change_the_generator(
    sites: Sites, tmp_path: Path, generator: list[str]
) -> None:
    both = sites({"a/": '<p class="x">One</p>'}, {"a/": '<p class="y">One</p>'})
    report = _report(compare(*both, set(), _ADDRESS), generator)
    write(report, tmp_path / "review.html", "en", ["en"])
    assert ("The code of 1 pages" in (tmp_path / "review.html").read_text("utf-8")) is bool(generator)


def test_a_change_of_every_page_stays_below_ten_megabytes_and_names_what_it_leaves_out(
    sites: Sites, tmp_path: Path
) -> None:
    names = [f"{language}p{number}/" for number in range(110) for language in ("", "fr/", "es/")]
    body = "".join(f"<p>{number} {'many words ' * 40}</p>" for number in range(60))
    comparison = compare(*sites({}, dict.fromkeys(names, body)), set(), _ADDRESS)
    output = tmp_path / "review.html"
    size = write(_report(comparison), output, "en", ["en", "fr", "es"])
    made = output.read_text("utf-8")
    assert 6_000_000 < size < 10_000_000
    shown, [left] = made.count('<h3 id="page-'), re.findall(r"(\d+) more pages changed\.", made)
    assert shown + int(left) == 110
    assert all(re.search(f"<code>/?p{number}/?</code>", made) for number in range(110))
