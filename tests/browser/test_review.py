"""The review of a change: made from a repository of its own, read as a file, opened without a network."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Playwright

from browser import axe
from browser.tools import node_package, windowless
from browser.visits import DESKTOP, PHONE, Visit
from building import CLOCK, PROJECT, copy_example
from untfsse.__main__ import main
from untfsse.languages import use

_FORUM = "data/events/2026-11-05-river-forum.yml"
_REPORT = "data/publications/water-report.yml"
_DRAFT = "data/events/2031-02-01-quiet-day.yml"
_EVENT = "kind: meeting\ntitle: {{en: {0}, fr: {0}, es: {0}}}\nstart: {1}\nsources: [https://example.org/]\n"
_PAGE = (
    "---\ntitle: {}\ndescription: A page that is long enough to be described in one sentence.\n---\n\n{}\n"
)


@pytest.fixture(scope="module", autouse=True)
def _scene() -> Iterator[None]:
    """The day of the example; nothing of the workflow these tests may run in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", CLOCK)
        patch.setenv("LANG", "C.UTF-8")
        for who in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{who}_NAME", "Somebody")
            patch.setenv(f"GIT_{who}_EMAIL", "somebody@example.org")
        for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "LC_ALL", "SITE_URL"):
            patch.delenv(name, raising=False)
        yield
    use(PROJECT)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in a repository of its own, with an account of its translations."""
    folder = tmp_path_factory.mktemp("review")
    root = copy_example(folder)
    (root / "data/events/2025-12-01-dull-day.yml").write_text(
        _EVENT.format("Dull day", "2025-12-01"), "utf-8"
    )
    (root / "data/events/2025-12-02-moved-day.yml").write_text(
        _EVENT.format("Moved day", "2025-12-02"), "utf-8"
    )
    assert main(["translations", "record", "--root", str(root)]) == 0
    (folder / ".gitignore").write_text(".cache\n__pycache__\n", "utf-8")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "The example"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return root


def _change(root: Path, path: str, *changes: tuple[str, str]) -> None:
    held = (root / path).read_text("utf-8")
    for old, new in changes:
        assert old in held
        held = held.replace(old, new)
    (root / path).write_text(held, "utf-8")


def _review(root: Path, output: Path, *more: str) -> str:
    """Make the review of what is not committed, and return it."""
    assert main(["review", "--root", str(root), "--base", "main", "--output", str(output), *more]) == 0
    return output.read_text("utf-8")


@pytest.fixture(scope="module")
def file(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The review of a change of an event, a page and a French label; with what else may happen to pages."""
    _change(root, _FORUM, ("en: River forum", "en: Great river forum"))
    _change(root, "docs/en/index.md", ("Welcome.", "Welcome, everybody."))
    _change(root, "docs/fr/strings.yml", ("section.themes: Thèmes", "section.themes: Sujets"))
    (root / _DRAFT).write_text("draft: true\n" + _EVENT.format("Quiet day", "2031-02-01"), "utf-8")
    (root / "docs/en/about/new.md").write_text(_PAGE.format("Something new", "Nobody knew it."), "utf-8")
    (root / _REPORT).write_text("withdraw: 2026-04-01\n" + (root / _REPORT).read_text("utf-8"), "utf-8")
    (root / "data/events/2025-12-01-dull-day.yml").unlink()
    shutil.move(root / "data/events/2025-12-02-moved-day.yml", root / "data/events/2025-12-02-day.yml")
    moved = "- old: /events/2025-12-02-moved-day/\n  to: events/2025-12-02-day\n"
    (root / "data/redirects.yml").write_text(moved, "utf-8")
    output = tmp_path_factory.mktemp("made") / "review.html"
    _review(root, output)
    return output


@pytest.fixture(scope="module")
def review(file: Path) -> Any:
    return html.fromstring(file.read_text("utf-8"))


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _page(review: Any, name: str) -> Any:
    [heading] = review.xpath(f"//h3[@id='page-{name}']")
    return heading.getparent()


def _column(review: Any, name: str, language: str) -> Any:
    return _page(review, name).find_class(f"rv-column--{language}")[0]


def _marked(element: Any) -> tuple[list[str], list[str]]:
    """The words that are taken out, and those that are put in."""
    return tuple([_words(one) for one in element.iter(mark)] for mark in ("del", "ins"))  # type: ignore[return-value]


def _part(review: Any, name: str) -> str:
    [heading] = review.xpath(f"//h2[@id='{name}']")
    return _words(heading.getparent())


class TestWhatItShows:
    def test_an_event_before_and_after_in_the_language_in_which_it_changed(self, review: Any) -> None:
        there = _column(review, "events-2026-11-05-river-forum", "en")
        assert _marked(there.find(".//h1")) == (["River"], ["Great river"])

    def test_a_page_before_and_after_with_a_column_for_each_language(self, review: Any) -> None:
        assert _marked(_column(review, "index", "en").find(".//p[@data-rv='changed']")) == (
            ["Welcome."],
            ["Welcome, everybody."],
        )
        columns = _page(review, "index").find_class("rv-column__language")
        assert [_words(one) for one in columns] == ["English", "French", "Spanish"]

    def test_a_label_in_french_with_how_it_was(self, review: Any) -> None:
        [row] = review.xpath("//section[@aria-labelledby='words']//tr[th/code='section.themes']")
        assert _marked(row) == (["Thèmes"], ["Sujets"])

    def test_pages_on_which_only_a_label_changed_are_told_once(self, review: Any) -> None:
        pieces = review.xpath("//section[@aria-labelledby='follow']//h2[del='Thèmes']")
        assert len(pieces) == 1

    def test_what_has_not_changed_is_folded_away(self, review: Any) -> None:
        there = _column(review, "events-2026-11-05-river-forum", "en")
        assert any("unchanged" in _words(one) for one in there.iter("summary"))
        assert "https://example.org/forum" not in [
            link.get("href")
            for link in there.iter("a")
            if not any(up.tag == "details" for up in link.iterancestors())
        ]

    def test_a_line_for_each_thing_that_changed(self, review: Any) -> None:
        lines = [_words(one) for one in review.find_class("rv-lines")[0]]
        assert lines == [
            "Event Dull day 2025-12-01-dull-day removed",
            "Event Moved day 2025-12-02-day moved",
            "Event Great river forum 2026-11-05-river-forum changed title (English)",
            "Event Quiet day 2031-02-01-quiet-day draft, not public",
            "Publication Report on water water-report changed withdraw",
            "Page Something new new English",
            "Page Home of the example changed English (2 parts changed)",
            "Other data data/redirects.yml new",
            "Buttons and labels docs/fr/strings.yml changed French (1 text)",
        ]

    def test_what_it_leaves_to_translators_and_what_was_translated(self, review: Any) -> None:
        effect = _part(review, "effect")
        french = effect[effect.index("French") : effect.index("Spanish")]
        assert f"{_FORUM}:4 stale Great river forum" in french
        assert "docs/fr/index.md:6 stale Welcome, everybody." in french
        assert re.search(
            r"Translated or brought up to date docs/fr/strings\.yml:\d+ translated Sujets", french
        )
        assert "1 text becomes stale or missing here." in _words(_column(review, "index", "fr"))

    def test_a_draft_as_it_will_be_and_those_that_did_not_change_by_name(self, review: Any) -> None:
        drafts = _part(review, "drafts")
        assert "Quiet day" in drafts[: drafts.index("Not public, and not changed")]
        assert "Gathering at Zyxwold" in drafts[drafts.index("Not public, and not changed") :]
        assert not review.xpath("//section[@aria-labelledby='pages']//*[contains(text(), 'Quiet day')]")

    def test_what_goes_on_a_day_to_come_is_said_and_which_pages_name_it(self, review: Any) -> None:
        until = "Report on water: public until 31 March 2026; gone from 1 April 2026 on."
        assert until in _part(review, "summary")
        [item] = review.xpath("//section[@aria-labelledby='drafts']//li[details]")
        assert _words(item).startswith(until)
        pages = [_words(one) for one in item.xpath(".//li/code")]
        assert {"/events/2024-05-14-river-meeting/", "/themes/water/", "/years/2025/"} <= set(pages)
        assert f" {len(pages)} pages name it." in _words(item)

    def test_what_waits_for_its_day_is_listed_with_it_and_told_as_new_only_where_it_is(
        self, review: Any
    ) -> None:
        assert "public from 2 March 2026 on; until then a draft." in _part(review, "drafts")
        assert "public from" not in _part(review, "summary")

    def test_a_page_that_went_on_its_day_is_no_draft(self, review: Any) -> None:
        assert "Zyxwold until yesterday" not in _part(review, "drafts")

    def test_a_new_page_one_that_moved_and_one_that_is_gone(self, review: Any) -> None:
        assert "Nobody knew it." in _words(_column(review, "about-new", "en"))
        moved, gone = (
            _words(_page(review, "events-2025-12-02-day")),
            _words(_page(review, "events-2025-12-01-dull-day")),
        )
        assert "It stood at /events/2025-12-02-moved-day/ before." in moved
        assert moved.index("/fr/events/2025-12-02-moved-day/") > moved.index("lead nowhere any more")
        assert "Its old addresses still lead" not in moved
        assert "data/redirects.yml: /events/2025-12-01-dull-day/, /fr/events/2025-12-01-dull-day/" in gone

    def test_what_else_is_published_is_counted(self, review: Any) -> None:
        rows = {
            _words(row[0]): [_words(cell) for cell in row[1:]]
            for row in review.xpath("//section[@aria-labelledby='outputs']//tbody/tr")
        }
        assert int(rows["Calendars"][0]) > 0
        assert int(rows["Feeds"][0]) > 0
        assert int(rows["Open data"][0]) > 0

    def test_what_is_to_be_mended_is_told_and_whether_it_was_before(self, review: Any) -> None:
        new, old = _part(review, "messages").split("There before")
        assert "docs/en/about/new.md: there is no" not in old
        assert "docs/en/index.md" in old
        assert "docs/en/index.md" not in new

    def test_nothing_changes_with_the_time_at_which_it_was_made(self, review: Any) -> None:
        assert "Last changed" not in _words(review)


class TestTheFile:
    def test_it_is_small_holds_no_script_and_forbids_every_address(self, file: Path) -> None:
        held = file.read_text("utf-8")
        assert len(held) < 300 * 1024
        assert not re.search(r"<script|<link|\son\w+=|\sstyle=|javascript:", held)
        [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', held)
        assert re.fullmatch(
            r"default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]+&#39;; img-src data:; "
            r"base-uri &#39;none&#39;; form-action &#39;none&#39;",
            policy,
        )

    def test_nothing_is_left_in_the_repository(self, root: Path, file: Path) -> None:
        said = subprocess.run(
            ["git", "worktree", "list"], cwd=root, check=True, capture_output=True, text=True
        )
        assert len(said.stdout.splitlines()) == 1
        assert not list(root.glob("*.html"))
        assert not (root / "site").exists()


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium that reaches no host at all."""
    browser = playwright.chromium.launch(
        executable_path=windowless(), args=["--host-resolver-rules=MAP * ~NOTFOUND", "--disable-gpu"]
    )
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def opened(browser: Browser, file: Path) -> Callable[..., Visit]:
    def opened(width: int = DESKTOP, *, bypass: bool = False, **more: Any) -> Visit:
        page = browser.new_context(
            viewport={"width": width, "height": 800}, bypass_csp=bypass, **more
        ).new_page()
        return Visit(page, "file://").go(str(file))

    return opened


def _shown(page: Page, what: str) -> int:
    return page.locator(what).filter(visible=True).count()


class TestInABrowser:
    def test_it_opens_without_a_network_and_asks_for_nothing(
        self, opened: Callable[..., Visit], file: Path
    ) -> None:
        visit = opened(java_script_enabled=False)
        assert [one for one in visit.asked if not one.startswith("data:")] == [f"file://{file}"]
        assert visit.complaints == []
        assert (
            visit.page.locator("body")
            .evaluate("one => getComputedStyle(one).fontFamily")
            .startswith("system-ui")
        )

    @pytest.mark.parametrize("width", [PHONE, DESKTOP])
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing(self, opened: Callable[..., Visit], width: int, scheme: str) -> None:
        visit = opened(width, bypass=True, color_scheme=scheme)
        visit.page.add_script_tag(path=str(node_package("axe-core/axe.min.js")))
        assert axe.faults(visit) == []
        visit.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width

    def test_languages_stand_beside_each_other_or_on_a_phone_below(
        self, opened: Callable[..., Visit]
    ) -> None:
        for width, beside in ((DESKTOP, True), (PHONE, False)):
            page = opened(width).page
            tops = page.locator("#page-index ~ .rv-columns > *").evaluate_all(
                "all => all.map((one) => one.offsetTop)"
            )
            assert (len(set(tops)) == 1) is beside

    def test_one_may_look_at_one_version_and_at_some_languages(self, opened: Callable[..., Visit]) -> None:
        page = opened(java_script_enabled=True).page
        shown = {}
        for choice in ("both", "before", "after"):
            page.locator(f"#rv-{choice}").check()
            shown[choice] = [_shown(page, mark) > 0 for mark in ("del", "ins")]
        assert shown == {"both": [True, True], "before": [True, False], "after": [False, True]}
        assert _shown(page, ".rv-column--fr")
        page.locator(".rv-pick--fr").uncheck()
        assert not _shown(page, ".rv-column--fr")
        assert _shown(page, ".rv-column--es")


def test_a_change_that_does_not_pass_the_check_is_reviewed_too_its_messages_first(
    root: Path, file: Path, tmp_path: Path
) -> None:
    _change(root, _FORUM, ("  - rivers", "  - riverz"))
    made = html.fromstring(_review(root, tmp_path / "review.html", "--lang", "es"))
    assert made.get("lang") == "es"
    parts = [heading.get("id") for heading in made.iter("h2")]
    assert parts.index("messages") == 0
    assert "pages" not in parts
    said = _part(made, "messages")
    assert "riverz" in said
    assert _FORUM in said
    assert "no se muestran las páginas antes y después" in said
    assert "Foro de los ríos" in _words(made) or "Great river forum" in _words(made)


def test_a_commit_that_does_not_exist_is_told(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "review.html"
    assert main(["review", "--root", str(root), "--base", "nowhere", "--output", str(output)]) == 1
    assert capsys.readouterr().err == "there is no commit nowhere here\n"
    assert not output.exists()
