"""Engines that are missing, or are to seem so."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from clever.runner.engines import programs
from workbook.errors import BookError
from workbook.lesson import Lesson


@contextmanager
def without(engines: list[str]) -> Iterator[None]:
    """Nothing in this block, and nothing it starts, finds these engines.

    Raises StageError for an engine that nobody knows.
    """
    before = os.environ.get(programs.WITHOUT)
    os.environ[programs.WITHOUT] = " ".join(programs.named([*programs.absent(), *engines]))
    try:
        yield
    finally:
        os.environ.pop(programs.WITHOUT)
        if before is not None:
            os.environ[programs.WITHOUT] = before


def demand_all(lessons: list[Lesson]) -> None:
    """Raise BookError, a line for each lesson that needs an engine which is missing here: it cannot be stored."""
    lacking = {lesson.id: programs.missing(lesson.engines) for lesson in lessons}
    broken = [f"lesson {id} cannot be stored without {', '.join(names)}" for id, names in lacking.items() if names]
    if broken:
        raise BookError("\n".join(broken))
