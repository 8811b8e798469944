"""What whoever waits for a walk sees: every lesson's progress on a terminal, a line for each that ended in a log."""

from typing import Protocol, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from workbook.lesson import Lesson
from workbook.walk.lesson import LessonRun
from workbook.walk.table import outcome


class Telling(Protocol):
    """Is told as lessons begin, as their cells do, and as they end."""

    def begins(self, lesson_id: str) -> None: ...
    def cell(self, lesson_id: str, name: str) -> None: ...
    def ended(self, run: LessonRun) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *_: object) -> None: ...


def telling(lessons: list[Lesson], console: Console) -> Telling:
    """The kind that suits the console. Use it with `with`."""
    return OnATerminal(lessons, console) if console.is_terminal else InALog(console)


class InALog:
    """A line for each lesson that ended."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def begins(self, lesson_id: str) -> None:
        """Nothing is said."""

    def cell(self, lesson_id: str, name: str) -> None:
        """Nothing is said."""

    def ended(self, run: LessonRun) -> None:
        self._console.print(
            f"{run.lesson.id} {run.lesson.title}: {outcome(run)}, {run.run.seconds:.0f} s", markup=False
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class OnATerminal:
    """A bar for each lesson, those that wait included."""

    def __init__(self, lessons: list[Lesson], console: Console) -> None:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[cell]}"),
            TimeElapsedColumn(),
        )
        self._progress = Progress(*columns, console=console)
        self._rows = {
            lesson.id: self._progress.add_task(
                f"{lesson.id} {lesson.title}",
                total=sum(cell.is_code for cell in lesson.shown),
                cell="waiting",
                start=False,
            )
            for lesson in lessons
        }

    def begins(self, lesson_id: str) -> None:
        self._progress.start_task(self._rows[lesson_id])
        self._progress.update(self._rows[lesson_id], cell="starting")

    def cell(self, lesson_id: str, name: str) -> None:
        self._progress.update(self._rows[lesson_id], advance=1, cell=name)

    def ended(self, run: LessonRun) -> None:
        self._progress.update(self._rows[run.lesson.id], cell=outcome(run))
        self._progress.stop_task(self._rows[run.lesson.id])

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
