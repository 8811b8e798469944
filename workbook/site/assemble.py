"""Gather everything that the site generator reads, before it runs: one folder of Markdown a language."""

import runpy
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from clever.runner.stagefile import known_stages, load_stage
from workbook import sync
from workbook.book import LANGUAGES, REPOSITORY, Book
from workbook.lesson import Lesson
from workbook.library import load
from workbook.site.blast_radius_page import blast_radius_page
from workbook.site.decisions_page import decisions_page
from workbook.site.lesson_page import lesson_page
from workbook.site.map_page import map_page, stage_of, stage_title
from workbook.site.project_picture import with_pictures
from workbook.site.reference_pages import lab_page, tasks_page
from workbook.site.words import WORDS
from workbook.walk.store import Reference

type Say = Callable[[str], None]


def assemble(book: Book, say: Say = lambda line: None) -> None:
    """Write `build/site/<language>/` and the navigation of each. Raises BookError if a lesson breaks a rule."""
    shutil.rmtree(sources(book), ignore_errors=True)
    downloads = sync.wanted(book)
    for language in LANGUAGES:
        say(f"writing pages: {language}")
        folder = sources(book) / language
        shutil.copytree(book.root / "docs" / language, folder)
        shutil.copytree(book.root / "docs/assets", folder / "assets")
        page = folder / "project.md"
        page.write_text(with_pictures(page.read_text(encoding="utf-8"), REPOSITORY), encoding="utf-8")
        lessons = _write_lessons(book, language, folder, downloads)
        (folder / "lessons/index.md").write_text(map_page(lessons, WORDS[language]), encoding="utf-8")
        if language == "en":
            _write_english_only(book, folder)
        _write_navigation(book, language, folder, lessons)


def sources(book: Book) -> Path:
    return book.build / "site"


def _write_lessons(book: Book, language: str, folder: Path, downloads: Mapping[Path, str]) -> list[Lesson]:
    """Pages and downloads of every lesson; one that is not translated yet is shown in English."""
    translated = set(book.paths(language))
    (folder / "lessons").mkdir(parents=True)
    lessons = []
    for path in book.paths():
        its_language = language if path in translated else "en"
        lesson = load(book, path, its_language)
        page = folder / "lessons" / f"{path}.md"
        page.parent.mkdir(exist_ok=True)
        text = lesson_page(lesson, Reference.load(book, lesson), WORDS[language], translated=its_language == language)
        page.write_text(text, encoding="utf-8")
        download = downloads[book.notebooks(its_language) / f"{path}.ipynb"]
        page.with_suffix(".ipynb").write_text(download, encoding="utf-8")
        lessons.append(lesson)
    return lessons


def _write_english_only(book: Book, folder: Path) -> None:
    """What is made from the code's own words, and the maintainers' pages."""
    import lab

    tasks = runpy.run_path(str(REPOSITORY / "tasks.py"))["namespace"]  # as inv finds them, by their file
    reference = folder / "reference"
    reference.mkdir(exist_ok=True)
    (reference / "tasks.md").write_text(tasks_page(tasks), encoding="utf-8")
    (reference / "lab.md").write_text(lab_page(lab), encoding="utf-8")
    stages = [load_stage(name, REPOSITORY) for name in known_stages(REPOSITORY)]
    (reference / "blast_radius.md").write_text(blast_radius_page(stages), encoding="utf-8")
    docs = book.root / "docs"
    shutil.copy(docs / "architecture.md", folder / "architecture.md")
    shutil.copytree(docs / "decisions", folder / "decisions")
    (folder / "decisions/index.md").write_text(decisions_page(docs / "decisions"), encoding="utf-8")


def _write_navigation(book: Book, language: str, folder: Path, lessons: list[Lesson]) -> None:
    """Navigation as configuration that `mkdocs.yml` or `mkdocs.ko.yml` inherits: lessons come and go, those do not."""
    words = WORDS[language]
    nav: list[Any] = [{words.home: "index.md"}, "start.md"]
    by_stage: dict[str, list[Any]] = {}
    for lesson in lessons:
        entry = {f"{lesson.id} {lesson.title}": f"lessons/{lesson.path}.md"}
        by_stage.setdefault(stage_title(stage_of(lesson), words), []).append(entry)
    nav.append({words.lessons: ["lessons/index.md", *({stage: pages} for stage, pages in by_stage.items())]})
    nav.append("project.md")
    if language == "en":
        reference = [
            *(f"reference/{name}.md" for name in ("tasks", "lab", "lessons", "new_service", "blast_radius")),
            "architecture.md",
        ]
        records = sorted(file.relative_to(folder).as_posix() for file in folder.glob("decisions/[0-9]*.md"))
        nav += [{words.reference: reference}, {"Decisions": ["decisions/index.md", *records]}]
    else:
        nav.append({words.reference: ["reference/new_service.md"]})
    configuration: dict[str, Any] = {"nav": nav}
    if language != "en":
        configuration["INHERIT"] = "../../mkdocs.yml"
    text = yaml.safe_dump(configuration, allow_unicode=True, sort_keys=False)
    (sources(book) / f"nav.{language}.yml").write_text(text, encoding="utf-8")
