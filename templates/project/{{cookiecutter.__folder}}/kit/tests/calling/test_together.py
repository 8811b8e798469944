import threading
from collections.abc import Iterator
from importlib import import_module
from threading import Barrier, Event
from typing import Any

import pytest
from django.contrib.auth.models import Group

from {{ cookiecutter.namespace }}.kit.calling import asking, budget, left, together
from {{ cookiecutter.namespace }}.kit.middleware import request_id
from {{ cookiecutter.namespace }}.kit.problems import CalleeAway, NotFound
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for

LONG = 30  # seconds, for what comes at once where all is well
SHORT = 0.2  # seconds, for what never comes


@pytest.fixture
def hung() -> Iterator[Event]:
    """What a call that hangs waits for: `hung.wait`. It comes when the test is over."""
    event = Event()
    yield event
    event.set()


def test_each_answer_comes_under_the_name_of_its_call() -> None:
    assert together(one=lambda: 1, two=lambda: "two") == {"one": 1, "two": "two"}


def test_no_calls_have_no_answers() -> None:
    assert together() == {}


def test_calls_are_made_at_the_same_time() -> None:
    both = Barrier(2)  # that lets nobody pass alone

    answers = together(one=lambda: both.wait(LONG), two=lambda: both.wait(LONG))

    assert sorted(answers.values()) == [0, 1]


def test_while_they_are_made_something_else_can_be_done() -> None:
    begun, done = Event(), Event()

    def call() -> bool:
        begun.set()
        return done.wait(LONG)

    with asking(one=call, two=lambda: 2) as answers:
        assert begun.wait(LONG)
        assert answers == {}
        done.set()

    assert answers == {"one": True, "two": 2}


def test_what_goes_wrong_meanwhile_is_raised_and_nobody_is_waited_for(hung: Event) -> None:
    with pytest.raises(ZeroDivisionError), asking(one=lambda: hung.wait(LONG), two=lambda: 2):
        raise ZeroDivisionError


def test_a_problem_is_an_answer() -> None:
    def refuse() -> None:
        raise NotFound("no such player")

    answers = together(player=refuse, notice=lambda: "hello")

    assert isinstance(answers["player"], NotFound)
    assert answers["notice"] == "hello"


def test_anything_else_that_goes_wrong_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        together(wrong=lambda: 1 // 0, right=lambda: 1)


def test_what_has_not_answered_in_time_is_away_and_the_other_answers_stand(hung: Event) -> None:
    with budget(SHORT):
        answers = together(slow=lambda: hung.wait(LONG), quick=lambda: "here")

    assert isinstance(answers["slow"], CalleeAway)
    assert answers["slow"].detail == "slow: no answer within the time that this request has"
    assert answers["quick"] == "here"


def test_one_call_by_itself_has_no_more_time_than_several(hung: Event) -> None:
    with budget(SHORT):
        answers = together(slow=lambda: hung.wait(LONG))

    assert isinstance(answers["slow"], CalleeAway)


def test_what_finds_no_thread_in_time_is_never_begun(hung: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    module = import_module("{{ cookiecutter.namespace }}.kit.calling.together")  # its name is its function's too
    one_thread = module.ThreadPoolExecutor(1)
    monkeypatch.setattr(module, "_threads", lambda process: one_thread)
    begun: list[str] = []

    with budget(SHORT):
        answers = together(first=lambda: hung.wait(LONG), second=lambda: begun.append("second"))
    hung.set()
    one_thread.shutdown(wait=True)

    assert isinstance(answers["second"], CalleeAway)
    assert begun == []


def test_the_request_is_known_in_the_threads() -> None:
    def seen() -> Any:
        return threading.current_thread().name, request_id.current.get(), left()

    token = request_id.current.set("game-0000-0001")
    try:
        with budget(LONG):
            answers = together(one=seen, two=seen)
    finally:
        request_id.current.reset(token)

    for thread, known, time_left in answers.values():
        assert thread.startswith("call")
        assert known == "game-0000-0001"
        assert 0 < time_left <= LONG


def test_what_a_call_sets_in_its_thread_stays_there() -> None:
    together(one=lambda: request_id.current.set("one"), two=lambda: request_id.current.set("two"))

    assert set(together(one=request_id.current.get, two=request_id.current.get).values()) == {""}


@pytest.mark.django_db(transaction=True)
def test_calls_inside_a_transaction_are_refused_before_any_is_made() -> None:
    made: list[str] = []

    with atomic_for(Group), pytest.raises(RuntimeError, match="services were called inside a transaction"):
        together(one=lambda: made.append("one"), two=lambda: made.append("two"))

    assert made == []


def test_a_naive_project_makes_one_call_after_the_other(settings: Any) -> None:
    settings.CALLING = "naive"
    order: list[str] = []

    def called(name: str) -> None:
        order.extend([f"{name} begins", f"{name} ends"])

    threads = together(
        one=lambda: [called("one"), threading.current_thread()], two=lambda: [called("two"), threading.current_thread()]
    )

    assert order == ["one begins", "one ends", "two begins", "two ends"]
    assert {thread for _, thread in threads.values()} == {threading.current_thread()}


def test_a_naive_project_waits_however_long_it_takes(settings: Any) -> None:
    settings.CALLING = "naive"

    with budget(0.0):
        assert together(one=lambda: 1, two=lambda: 2) == {"one": 1, "two": 2}
