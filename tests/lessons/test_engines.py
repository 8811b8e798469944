"""What the lessons need beside Python is known to the doctor, and can be told apart."""

from collections import Counter

import pytest

from tests.lessons.calls import BOOK, lessons
from workbook import engines
from workbook.lesson import Lesson

LESSONS = pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.id)


@LESSONS
def test_the_doctor_installs_what_a_lesson_needs(lesson: Lesson):
    today = {engine.name for engine in engines.table() if engine.now}

    assert set(lesson.engines) <= today


@LESSONS
def test_the_doctor_names_the_lesson(lesson: Lesson):
    named = [engine for engine, its_lessons in engines.lessons(BOOK).items() if lesson.id in its_lessons]

    assert sorted(named) == sorted(lesson.engines)


def test_no_two_cells_that_need_engines_have_the_same_code():
    """By its code alone the stored run of such a cell is found, whatever lesson it belongs to."""
    times = Counter(cell.source.strip() for lesson in lessons() for cell in lesson.code if cell.engines)

    assert [source for source, count in times.items() if count > 1] == []
