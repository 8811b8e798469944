"""Walk several lessons and show how far it is."""

import json
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from workbook.book import Book
from workbook.lesson import Lesson
from workbook.walk.lesson import LessonRun, walk


def walk_all(book: Book, lessons: list[Lesson], console: Console) -> list[LessonRun]:
    """Walk lessons one after the other; a failed one does not keep the others from being walked."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[cell]}"), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        return [_walk_one(book, lesson, progress) for lesson in lessons]


def _walk_one(book: Book, lesson: Lesson, progress: Progress) -> LessonRun:
    cells = sum(cell.is_code for cell in lesson.shown)
    row = progress.add_task(f"{lesson.id} {lesson.title}", total=cells, cell="starting")
    run = walk(book, lesson, on_cell=lambda name: progress.update(row, advance=1, cell=name))
    progress.update(row, cell="walked" if run.run.passed else "failed")
    return run


def write_json(file: Path, results: dict[str, Any]) -> None:
    """Write results for a machine to read, making the folder if need be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
