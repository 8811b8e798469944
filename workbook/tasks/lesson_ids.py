"""Lets tasks take lessons by their bare ids: `inv walk 1.1 1.2`, or none at all.

Invoke's positional arguments are demanded; there are no optional ones. So a task of this class has a positional
argument that asks for exactly as many values as the command line holds lesson ids, which may be none.
"""

import re
import sys
from typing import Any

from invoke.parser import Argument
from invoke.tasks import Task

LESSON_ID = re.compile(r"\d+\.\d+")


class LessonsArgument(Argument):
    """A list that misses values until every lesson id on the command line has been taken."""

    def __init__(self, like: Argument, expected: int) -> None:
        super().__init__(names=like.names, kind=list, help=like.help, positional=True)
        self.expected = expected
        self.taken: list[str] = []

    @property
    def value(self) -> list[str] | None:
        """What was taken; None, as invoke understands it, while values are missing."""
        return self.taken if len(self.taken) >= self.expected else None

    @value.setter
    def value(self, lesson: str) -> None:
        self.set_value(lesson)

    def set_value(self, value: Any, cast: bool = True) -> None:
        self.raw_value = value
        self.taken.append(value)


class TaskWithLessons(Task):
    """For `@task(klass=TaskWithLessons)`: its `lessons` may be given as bare ids."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        arguments = super().get_arguments(ignore_unknown_help)
        expected = sum(1 for word in sys.argv[1:] if LESSON_ID.fullmatch(word))
        return [LessonsArgument(each, expected) if each.name == "lessons" else each for each in arguments]
