"""The whole site, built as `inv site` builds it, and looked at as a browser does."""

import os
import re
import shutil
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from workbook import engines
from workbook.book import REPOSITORY, Book
from workbook.site.build import build
from workbook.site.offline import problems
from workbook.site.serving import listen

pytestmark = pytest.mark.live

FULL = os.environ.get("TEST_TIER") == "full"
SCHEMES: dict[Any, str] = {"light": "default", "dark": "slate"}
SOURCES = ("chapters", "docs", "reference_run", "mkdocs.yml", "mkdocs.ko.yml")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The real book, copied so that nobody's own build is disturbed, and built."""
    root = tmp_path_factory.mktemp("book")
    for name in SOURCES:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        elif source.exists():
            shutil.copy(source, root / name)
    built = Book(root)
    build(built)
    return built


@pytest.fixture(scope="module")
def site(book: Book) -> Iterator[str]:
    """The address of the built site."""
    server = listen(book.root / "site", None)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    program = next(engine for engine in engines.table() if engine.name == "chromium").find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def looked_at(book: Book) -> list[str]:
    """The lessons that are looked at: all of them, or without the time for that each chapter's last."""
    paths = book.paths()
    return paths if FULL else list({path.split("/")[0]: path for path in paths}.values())


def pages_of(book: Book) -> list[str]:
    """One page of each kind, in both languages, and lessons."""
    lessons = [f"/lessons/{path}/" for path in looked_at(book)]
    pages = ["/", "/start/", "/project/", *lessons]
    return [*pages, "/lessons/", *(f"/ko{each}" for each in pages)]


def test_every_lesson_has_a_page_and_a_download_in_both_languages(book: Book) -> None:
    for path in book.paths():
        for language in ("", "ko/"):
            page = book.root / f"site/{language}lessons/{path}"
            assert (page / "index.html").exists()
            assert page.with_suffix(".ipynb").exists()


def test_nothing_is_loaded_from_another_host(book: Book) -> None:
    assert list(problems(book.root / "site")) == []


def test_no_page_tells_a_planted_wrong_answer(book: Book) -> None:
    # A heading may well end in -wrong-at-all; a cell with a wrong answer has a number: wrong-waiting-1.
    planted = re.compile(r":exercise:|\bwrong-[a-z-]+-\d")
    found = [file for file in (book.root / "site").rglob("*.html") if planted.search(file.read_text())]

    # The page about writing lessons shows one, in an example.
    assert [file.parent.name for file in found] == ["lessons"]
    assert found[0].is_relative_to(book.root / "site/reference")


def fits(page: Page, what: object) -> None:
    try:
        page.wait_for_function("document.documentElement.scrollWidth <= window.innerWidth", timeout=10_000)
    except PlaywrightTimeout:
        pytest.fail(f"wider than the window: {what}", pytrace=False)


@pytest.mark.engine("chromium")
def test_pages_fit_the_screen_and_ask_nobody_else(book: Book, site: str, chromium: Browser) -> None:
    """On a phone and on a desk, by day and by night. To load a page takes longest, so it is looked at in all ways."""
    page = chromium.new_page()
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    for path in pages_of(book):
        page.goto(site + path)
        for scheme, name in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function("name => document.body.dataset.mdColorScheme === name", arg=name)
            for width in (390, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                # The header's list of languages moves when the window grows, and stands out of it until it is there.
                fits(page, (path, scheme, width))
    page.wait_for_load_state("networkidle")
    page.close()
    assert [url for url in requests if not url.startswith((site, "data:", "blob:"))] == []
    assert errors == []


@pytest.mark.engine("chromium")
@pytest.mark.parametrize(
    ("start", "words", "finds"),
    [("/", "logbook", "logbook"), ("/ko/", "로그북", "로그북"), ("/ko/", "스톱워치", "스톱워치로")],
)
def test_search_finds_words_in_both_languages(site: str, chromium: Browser, start: str, words: str, finds: str) -> None:
    """Korean glues particles to words; whoever types the bare word finds it all the same."""
    page: Page = chromium.new_page()
    page.goto(site + start, wait_until="networkidle")

    page.fill("input.md-search__input", words)
    page.press("input.md-search__input", "End")  # the search listens for keys, and filling in presses none

    page.wait_for_selector(".md-search-result__item", state="attached")
    assert finds in page.text_content(".md-search-result__list")
    page.close()


@pytest.mark.engine("chromium")
def test_the_languages_lead_to_each_other(site: str, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(f"{site}/start/")

    links = page.eval_on_selector_all("a.md-select__link", "links => links.map(link => link.href)")

    assert links == [f"{site}/", f"{site}/ko/"]
    page.goto(links[1])
    assert page.eval_on_selector_all("a.md-select__link", "links => links.map(link => link.href)") == links
    page.close()


@pytest.mark.engine("chromium")
def test_a_lesson_leads_to_itself_in_the_other_language(site: str, chromium: Browser, book: Book) -> None:
    page = chromium.new_page()
    for path in looked_at(book):
        page.goto(f"{site}/lessons/{path}/")
        page.get_by_role("article").get_by_role("link", name="한국어").click()
        page.wait_for_url(f"{site}/ko/lessons/{path}/")

        page.get_by_role("article").get_by_role("link", name="English").click()
        page.wait_for_url(f"{site}/lessons/{path}/")
    page.close()
