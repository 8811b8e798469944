"""Walk one lesson."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from workbook.book import Book
from workbook.lesson import Lesson
from workbook.notebook import notebook
from workbook.walk.kernel import Hook, execute
from workbook.walk.outcome import NotebookRun


@dataclass
class LessonRun:
    """A walked lesson. `folder` holds its executed notebook and logbook until `forget`."""

    lesson: Lesson
    run: NotebookRun
    notebook: NotebookNode
    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / f"{Path(self.lesson.path).name}.ipynb"

    @property
    def logbook(self) -> Path:
        return self.folder / "logbook.jsonl"

    def forget(self) -> None:
        """Delete the scratch folder."""
        shutil.rmtree(self.folder, ignore_errors=True)


def walk(book: Book, lesson: Lesson, *, on_cell: Hook = lambda name: None) -> LessonRun:
    """Execute a lesson with its solutions in a fresh folder, and keep the executed notebook there."""
    folder = scratch_folder(book, lesson)
    executed = notebook(lesson, answers="solution")
    ran = execute(executed, folder, reference_run=book.reference_run, on_cell=on_cell)
    run = LessonRun(lesson, ran, executed, folder)
    nbformat.write(executed, run.file)
    return run


def scratch_folder(book: Book, lesson: Lesson) -> Path:
    """An empty folder beneath the repository, where the lab finds the stages as it does for a learner."""
    parent = book.build / "walk"
    parent.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=f"{lesson.id}-", dir=parent))
