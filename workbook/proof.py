"""Prove a lesson's exercises: the starter fails its check, the solution passes, each wrong answer fails.

All attempts at all exercises of a lesson run in one kernel, as one notebook. Before each attempt the namespace is put
back to what the exercise's needed cells left, so that no attempt can live on what another one defined.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from workbook.book import Book
from workbook.errors import BookError
from workbook.exercises import Exercise, exercises, solution, starter
from workbook.lesson import Cell, Lesson
from workbook.walk.kernel import execute
from workbook.walk.lesson import scratch_folder
from workbook.walk.outcome import CellRun

REMEMBER = "_before = {name: value for name, value in globals().items() if name != '_before'}"
FORGET = """
for _name in set(globals()) - set(_before) - {"_before"}:
    del globals()[_name]
globals().update(_before)
"""


@dataclass(frozen=True)
class Attempt:
    """One answer to one exercise, and whether it ought to pass."""

    exercise: str
    answer: str
    """`starter`, `solution`, or the name of a wrong answer."""
    should_pass: bool
    verdicts: tuple[bool, ...] = ()
    """What `lab.check` said; empty if it was never reached."""
    error: str = ""

    @property
    def passed(self) -> bool:
        return bool(self.verdicts) and all(self.verdicts) and not self.error

    @property
    def problem(self) -> str:
        """Why this attempt proves nothing, in one line; empty if it is as it should be."""
        if not self.verdicts:
            return f"{self.exercise}, {self.answer}: lab.check was never reached ({self.error or 'no error'})"
        if self.passed and not self.should_pass:
            return f"{self.exercise}, {self.answer}: passes, and should fail"
        if self.should_pass and not self.passed:
            return f"{self.exercise}, {self.answer}: fails, and should pass ({self.error or 'lab.check said no'})"
        return ""


def prove(book: Book, lesson: Lesson) -> list[Attempt]:
    """Run every attempt at every exercise of the lesson, and say what came of each.

    Raises BookError if a cell that an exercise needs does not run.
    """
    planned = list(_plan(lesson))
    if not planned:
        return []
    folder = scratch_folder(book, lesson)
    try:
        ran = execute(_as_notebook(planned), folder)
        if not ran.passed:
            raise BookError(f"{lesson.where}: a cell that exercises need failed: {ran.failure}")
        return list(_with_results(planned, ran.cells))
    finally:
        shutil.rmtree(folder)


@dataclass(frozen=True)
class _Step:
    """One cell of the proving notebook; it may belong to an attempt, and may then fail."""

    source: str
    name: str
    attempt: Attempt | None = None


def _plan(lesson: Lesson) -> Iterator[_Step]:
    """The needed cells of each exercise once, then the exercise with every answer in turn."""
    yield _Step(REMEMBER, "at-the-beginning")
    for exercise in exercises(lesson):
        yield _Step(FORGET, f"{exercise.cell.name}-afresh")
        yield from (_Step(_solved(cell), cell.name) for cell in exercise.before)
        yield _Step(REMEMBER, f"{exercise.cell.name}-ready")
        for answer, source, should_pass in _answers(exercise):
            yield _Step(FORGET, f"{answer}-afresh")
            attempt = Attempt(exercise.cell.name, answer, should_pass)
            yield _Step(source, exercise.cell.name, attempt)
            yield from (_Step(_solved(cell), cell.name, attempt) for cell in exercise.after)


def _answers(exercise: Exercise) -> Iterator[tuple[str, str, bool]]:
    yield "starter", starter(exercise.cell.source), False
    for cell in exercise.wrong:
        yield cell.name, cell.source, False
    yield "solution", solution(exercise.cell.source), True


def _solved(cell: Cell) -> str:
    return solution(cell.source) if cell.is_exercise else cell.source


def _as_notebook(steps: list[_Step]) -> NotebookNode:
    cells = []
    for number, step in enumerate(steps):
        metadata = {"name": step.name} | ({"tags": ["raises-exception"]} if step.attempt else {})
        cells.append(new_code_cell(step.source, id=f"step-{number}", metadata=metadata))
    return new_notebook(cells=cells)


def _with_results(steps: list[_Step], runs: list[CellRun]) -> Iterator[Attempt]:
    """Each attempt once, with the verdicts and the first error of all its cells."""
    for attempt in dict.fromkeys(step.attempt for step in steps if step.attempt):
        cells = [run for step, run in zip(steps, runs, strict=True) if step.attempt == attempt]
        verdicts = tuple(verdict for cell in cells for verdict in cell.verdicts())
        error = next((cell.error for cell in cells if cell.error), "")
        yield replace(attempt, verdicts=verdicts, error=error)
