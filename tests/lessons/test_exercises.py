"""The checks of exercises keep their heads, whatever they are given."""

from typing import Any

import pytest

import lab
from lab.checks.registry import exercises
from tests.lessons.calls import calls, lessons


class Unspeakable:
    """Somebody's class, half finished."""

    def __repr__(self) -> str:
        raise RuntimeError("no words")

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return self


def leaves(*arguments: Any, **named: Any) -> None:
    raise SystemExit(3)


def breaks(*arguments: Any, **named: Any) -> None:
    raise ZeroDivisionError("somewhere deep inside")


STRANGE = {
    "None": None,
    "a number": 42,
    "a text": "200 OK",
    "a list": [1, 2],
    "a class": dict,
    "a function without arguments": lambda: "hello",
    "a function that returns None": lambda *arguments, **named: None,
    "a function that returns itself": Unspeakable(),
    "a function that leaves Python": leaves,
    "a function that breaks": breaks,
    "a module": pytest,
}
OURS = {id: one for id, one in exercises().items() if one.body.__module__.startswith("lab.exercises.lesson_")}


def test_each_exercise_belongs_to_a_lesson_and_each_lesson_checks_exercises_that_exist():
    asked = [call.arguments[0] for lesson in lessons() for call in calls(lesson, "check")]

    assert sorted(asked) == sorted(OURS)


@pytest.mark.parametrize("id", OURS)
def test_an_exercise_gives_hints(id: str):
    assert len(OURS[id].hints) >= 2


@pytest.mark.parametrize("what", STRANGE)
@pytest.mark.parametrize("id", OURS)
def test_a_strange_answer_is_refused_in_words(id: str, what: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("LAB_WALK", raising=False)

    verdict = lab.check(id, STRANGE[what])

    assert not verdict
    assert len(verdict.line.split()) >= 4
    assert verdict.text()
    assert verdict.html()


@pytest.mark.parametrize("id", OURS)
def test_the_dots_of_a_starter_are_not_called_wrong(id: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("LAB_WALK", raising=False)

    assert "Not answered yet" in lab.check(id, ...).line
