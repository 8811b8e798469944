"""What lessons write in the logbook can be told apart, and was predicted before it was measured."""

import re
from collections import Counter

import pytest

from tests.lessons.calls import calls, lessons
from workbook.lesson import Lesson

MEASURED = [call for lesson in lessons() for call in calls(lesson, "record", "claim")]
LESSONS = pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.id)


def test_each_measurement_has_an_id_of_its_own():
    times = Counter(call.arguments[0] for call in MEASURED)

    assert [id for id, count in times.items() if count > 1] == []


def test_a_measurement_is_named_after_its_lesson():
    strange = [str(call) for call in MEASURED if not re.fullmatch(rf"{call.lesson}-[a-z-]+", str(call.arguments[0]))]

    assert strange == []


@LESSONS
def test_what_is_predicted_is_measured_later(lesson: Lesson):
    order = [(call.function, call.arguments[0]) for call in calls(lesson, "predict", "record", "claim")]

    for place, (function, id) in enumerate(order):
        if function == "predict":
            assert id in [measured for later, measured in order[place:] if later != "predict"]


@LESSONS
def test_a_reader_predicts_before_looking(lesson: Lesson):
    order = [(call.function, call.arguments[0]) for call in calls(lesson, "predict", "record", "claim")]
    predicted = {id for function, id in order if function == "predict"}

    assert len(predicted) >= 2
    for id in predicted:
        assert next(function for function, each in order if each == id) == "predict"


@LESSONS
def test_a_lesson_claims_something(lesson: Lesson):
    assert list(calls(lesson, "claim"))


@LESSONS
def test_the_bill_is_made_of_the_readers_own_numbers(lesson: Lesson):
    [bill] = calls(lesson, "logbook")

    assert bill.cell == "what-it-cost"
    assert bill.arguments in [(), (lesson.id,)]
