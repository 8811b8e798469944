"""Walk several lessons and show how far it is."""

import json
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from workbook.book import Book
from workbook.lesson import Lesson
from workbook.walk.lesson import LessonRun, walk
from workbook.walk.table import outcome


def walk_all(book: Book, lessons: list[Lesson], console: Console) -> list[LessonRun]:
    """Walk lessons one after the other; a failed one does not keep the others from being walked.

    A terminal sees every lesson's progress, and those that wait; a log gets a line for each lesson that ended.
    """
    if not console.is_terminal:
        return [_said(walk(book, lesson), console) for lesson in lessons]
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[cell]}"), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        rows = [_row(lesson, progress) for lesson in lessons]
        return [_walk_one(book, lesson, progress, row) for lesson, row in zip(lessons, rows, strict=True)]


def _row(lesson: Lesson, progress: Progress) -> TaskID:
    cells = sum(cell.is_code for cell in lesson.shown)
    return progress.add_task(f"{lesson.id} {lesson.title}", total=cells, cell="waiting", start=False)


def _walk_one(book: Book, lesson: Lesson, progress: Progress, row: TaskID) -> LessonRun:
    progress.start_task(row)
    progress.update(row, cell="starting")
    run = walk(book, lesson, on_cell=lambda name: progress.update(row, advance=1, cell=name))
    progress.update(row, cell=outcome(run))
    progress.stop_task(row)
    return run


def _said(run: LessonRun, console: Console) -> LessonRun:
    console.print(f"{run.lesson.id} {run.lesson.title}: {outcome(run)}, {run.run.seconds:.0f} s", markup=False)
    return run


def write_json(file: Path, results: dict[str, Any]) -> None:
    """Write results for a machine to read, making the folder if need be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
