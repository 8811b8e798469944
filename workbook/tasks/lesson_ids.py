"""Lets tasks take lessons by their bare ids: `inv walk 1.1 1.2`.

Invoke has no optional positional arguments. Its contexts do have flags, so each lesson's id becomes a flag that adds
itself to the task's `lessons` argument. An unknown id gets invoke's own "No idea what '9.9' is!".
"""

from typing import Any

from invoke.collection import Collection
from invoke.parser import Argument, ParserContext

from workbook.book import Book, lesson_id


class LessonIds(Argument):
    """A flag named like a lesson, such as `1.1`; seeing it adds the lesson to another argument."""

    def __init__(self, number: str, into: Argument) -> None:
        super().__init__(name=number, kind=bool, default=False)
        self.number, self.into = number, into

    def set_value(self, value: Any, cast: bool = True) -> None:
        self.into.set_value(self.number)


class TasksWithLessons(Collection):
    """A collection whose tasks with a `lessons` list also take bare lesson ids."""

    def to_contexts(self, ignore_unknown_help: bool | None = None) -> list[ParserContext]:
        contexts = super().to_contexts(ignore_unknown_help)
        book = Book()
        for context in contexts:
            if "lessons" in context.args:
                for path in book.paths():
                    context.flags[lesson_id(path)] = LessonIds(lesson_id(path), context.args["lessons"])
        return contexts
