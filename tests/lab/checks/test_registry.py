import pytest

from lab.checks.registry import exercise, exercises, find
from lab.errors import LabError
from tests.lab import sample_exercise


def test_an_exercise_is_found_by_its_id():
    assert find("9.9.1").body is sample_exercise.shouts
    assert find("9.9.1").expects == "a function that takes a name and returns it in capitals"


def test_an_unknown_id_is_answered_with_the_nearest():
    with pytest.raises(LabError, match=r"there is no exercise '9\.9\.3': there is 9\.9\.[12], 9\.9\.[12]"):
        find("9.9.3")


def test_an_exercise_must_say_what_an_answer_is():
    with pytest.raises(TypeError, match="needs a docstring"):

        @exercise("9.9.8")
        def silent(answer: object) -> None: ...

    assert "9.9.8" not in exercises()


def test_two_checks_of_one_exercise_are_refused():
    with pytest.raises(ValueError, match=r"exercise 9\.9\.1 is registered twice"):

        @exercise("9.9.1")
        def other(answer: object) -> None:
            """an answer"""


def test_every_exercise_of_the_lessons_has_a_hint():
    for id, one in exercises().items():
        assert one.hints or id.startswith("9.9."), id
