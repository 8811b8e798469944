"""Each lesson has the parts that a reader learns to rely on, in both languages."""

import re

import pytest

from tests.lessons.calls import BOOK, calls, lessons
from workbook.exercises import exercises
from workbook.lesson import Lesson
from workbook.library import load

SECTIONS = {
    "en": ["## What it cost", "## What you need not understand yet", "## Then and now"],
    "ko": ["## 무엇을 치렀나요", "## 아직 몰라도 되는 것", "## 그때와 지금"],
}
EXERCISE = {"en": "### Exercise", "ko": "### 연습"}
BOTH = pytest.mark.parametrize(
    "lesson", [*lessons(), *lessons("ko")], ids=lambda lesson: f"{lesson.id}-{lesson.language}"
)
ENGLISH = pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.id)


def headings(lesson: Lesson) -> list[str]:
    prose = [cell.source for cell in lesson.cells if not cell.is_code]
    return [line for source in prose for line in source.splitlines() if re.match("#+ ", line)]


@BOTH
def test_a_lesson_ends_with_its_bill_with_what_can_wait_and_with_then_and_now(lesson: Lesson):
    assert headings(lesson)[-3:] == SECTIONS[lesson.language]


@BOTH
def test_then_and_now_is_a_table(lesson: Lesson):
    table = [line for line in lesson.cells[-1].source.splitlines() if line.startswith("|")]

    assert len(table) >= 5
    assert all(line.count("|") == 3 for line in table)


@BOTH
def test_a_lesson_says_how_long_it_takes(lesson: Lesson):
    assert 15 <= lesson.front_matter["minutes"] <= 40


@BOTH
def test_each_exercise_has_a_heading_with_the_number_that_is_checked(lesson: Lesson):
    numbers = [line.removeprefix(EXERCISE[lesson.language]) for line in headings(lesson) if "###" in line]
    numbered = [match[0] for line in numbers if (match := re.search(r"\d+\.\d+\.\d+", line))]

    assert numbered == [call.arguments[0] for call in calls(lesson, "check")]
    assert numbered == [f"{lesson.id}.{number}" for number in range(1, len(numbered) + 1)]


@ENGLISH
def test_a_lesson_has_at_least_four_exercises_with_two_mistakes_each(lesson: Lesson):
    found = exercises(lesson)

    assert len(found) >= 4
    assert all(len(exercise.wrong) >= 2 for exercise in found)


@pytest.mark.parametrize("path", BOOK.paths())
def test_both_languages_have_the_same_headings(path: str):
    levels = [[line.split()[0] for line in headings(load(BOOK, path, language))] for language in ("en", "ko")]

    assert levels[0] == levels[1]
