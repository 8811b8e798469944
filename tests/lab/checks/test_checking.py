import threading
import time

import pytest
from django import forms

import lab
from tests.lab import sample_exercise

EXPECTS = f"An answer is: {sample_exercise.shouts.__doc__}"


def test_a_right_answer_is_praised():
    verdict = lab.check("9.9.1", str.upper)

    assert verdict
    assert verdict.text() == "9.9.1: Loud and clear."
    assert "lab-passed" in verdict.html()


def test_a_wrong_answer_is_told_what_is_wrong():
    verdict = lab.check("9.9.1", str.lower)

    assert not verdict
    assert verdict.line == "for 'ada' your function returns 'ada', and not 'ADA'"
    assert verdict.advice == 'Stuck? lab.hint("9.9.1")'


def starter(name: str) -> str: ...


def starter_with_a_docstring(name: str) -> str:
    """Say it in capitals."""
    ...


class Starter:
    def __call__(self, name: str) -> str: ...


def starter_with_a_beginning(name: str) -> str:
    capitals = name.upper()
    assert capitals
    # Return them.
    ...


class StarterWithoutMethods:
    """Four options, please."""

    # shouts, whispers
    ...


class StarterOfAWidget(forms.Widget):  # its metaclass adds a name of its own
    ...


STARTERS = [
    starter,
    starter_with_a_docstring,
    starter_with_a_beginning,
    Starter,
    StarterWithoutMethods,
    StarterOfAWidget,
]


@pytest.mark.parametrize("answer", [..., [..., 1], {"a": ...}, "", " \n", *STARTERS])
def test_a_starter_is_not_answered_yet(answer):
    verdict = lab.check("9.9.1", answer)

    assert verdict.line.startswith("Not answered yet")
    assert verdict.advice == EXPECTS


class WithAnOption:
    shouts = True


class WithAField:
    shouts: bool


def with_dots_in_a_branch(name: str) -> str:
    if name.isupper():
        ...
    return name.upper()


@pytest.mark.parametrize("answer", [WithAnOption, WithAField, with_dots_in_a_branch, {"a": ""}, [""]])
def test_a_short_answer_is_an_answer(answer):
    assert "Not answered yet" not in lab.check("9.9.1", answer).line


def test_an_error_in_the_readers_code_is_shown_where_it_happened():
    def answer(name: str) -> str:
        return name.shout()

    verdict = lab.check("9.9.1", answer)

    assert verdict.line == "Your code raised AttributeError: 'str' object has no attribute 'shout', in answer:"
    assert verdict.code.endswith("return name.shout()")


def test_an_error_deep_in_a_library_is_shown_at_the_readers_line():
    import json

    def answer(name: str) -> str:
        return json.loads(name)

    verdict = lab.check("9.9.1", answer)

    assert "JSONDecodeError" in verdict.line
    assert verdict.code.endswith("return json.loads(name)")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (3, "which is 3, of type int. It met TypeError: 'int' object is not callable"),
        (None, "which is None, of type NoneType"),
        (lambda: "ADA", "the function <lambda>. It met TypeError"),
        ("x" * 500, "..., of type str"),
    ],
)
def test_an_answer_of_a_surprising_kind_is_described_beside_what_is_expected(answer, said):
    verdict = lab.check("9.9.1", answer)

    assert said in verdict.line
    assert verdict.advice == EXPECTS
    assert len(verdict.line) < 250


def test_an_answer_that_cannot_even_be_shown_gets_a_verdict():
    class Shy:
        def __repr__(self) -> str:
            raise RuntimeError("do not look")

    assert "something of type Shy" in lab.check("9.9.1", Shy()).line


def test_an_answer_that_leaves_the_interpreter_does_not_take_the_notebook_along():
    def answer(name: str) -> str:
        raise SystemExit(3)

    assert "Your code raised SystemExit: 3" in lab.check("9.9.1", answer).line


def test_what_the_lab_says_of_an_answer_is_passed_on_with_its_detail():
    def answer(name: str) -> str:
        raise lab.LabError("wsgiref ended before it answered: its last words follow", detail="SyntaxError: line 3")

    verdict = lab.check("9.9.1", answer)

    assert verdict.line == "wsgiref ended before it answered: its last words follow"
    assert verdict.code == "SyntaxError: line 3"


def test_an_answer_that_never_ends_is_ended():
    def answer(name: str) -> str:
        while True:
            try:
                time.sleep(0.01)
            except Exception:
                continue

    verdict = lab.check("9.9.1", answer)

    assert verdict.line.startswith("Your answer had not come to an end after 0.5 s")


def test_off_the_main_thread_an_answer_is_checked_without_a_deadline():
    found = []
    thread = threading.Thread(target=lambda: found.append(lab.check("9.9.1", str.upper)))
    thread.start()
    thread.join()

    assert found[0].passed


def test_under_a_walk_a_wrong_answer_stops_it(events):
    lab.check("9.9.1", str.upper)
    with pytest.raises(lab.CheckFailed, match=r"exercise 9\.9\.1: for 'ada' your function returns 'ada'"):
        lab.check("9.9.1", str.lower)

    assert [(event["kind"], event["id"], event["passed"]) for event in events()] == [
        ("check", "9.9.1", True),
        ("check", "9.9.1", False),
    ]


def test_hints_say_a_little_more_each_time_and_then_begin_again():
    said = [lab.hint("9.9.1").text() for _ in range(3)]

    assert said == [
        "9.9.1: What does upper() do? (1 more)",
        "9.9.1: return name.upper() (That was the last hint.)",
        "9.9.1: What does upper() do? (1 more)",
    ]


def test_an_exercise_without_hints_says_so():
    assert "no hints" in lab.hint("9.9.2").text()
