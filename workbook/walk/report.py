"""Walk several lessons, and write down for a machine what came of it."""

import json
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.console import Console

from workbook.book import Book
from workbook.lesson import Lesson
from workbook.walk.lanes import side_by_side
from workbook.walk.lesson import LessonRun, walk
from workbook.walk.stages import stages_of_its_own
from workbook.walk.telling import Telling, telling


def walk_all(book: Book, lessons: list[Lesson], console: Console, *, at_once: int = 1) -> list[LessonRun]:
    """Walk lessons, so many chapters at a time; a failed one does not keep the others from being walked.

    Within a chapter they are walked one after the other, on the same stages. Runs come in the order of the lessons.
    """
    chapters = [list(each) for _, each in groupby(lessons, key=lambda lesson: lesson.path.partition("/")[0])]
    with telling(lessons, console) as told:
        if at_once == 1 or len(chapters) == 1:
            with stages_of_its_own():
                return [_walked(book, lesson, told) for lesson in lessons]
        runs = side_by_side(book, chapters, told, at_once=at_once)
    return [runs[lesson.id] for lesson in lessons]


def _walked(book: Book, lesson: Lesson, told: Telling) -> LessonRun:
    told.begins(lesson.id)
    run = walk(book, lesson, on_cell=partial(told.cell, lesson.id))
    told.ended(run)
    return run


def write_json(file: Path, results: dict[str, Any]) -> None:
    """Write results for a machine to read, making the folder if need be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
