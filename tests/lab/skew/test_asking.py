"""Everything is asked over and over, and a state is settled once all of it was asked in it."""

import httpx2
import pytest

import lab
from lab.skew import asking
from lab.skew.asked import Answer, State
from lab.skew.asking import Asking

STATE = State("1", "1", "1")


def refuses() -> bool:
    raise httpx2.ConnectError("refused")


def test_each_kind_is_asked_often_enough_and_a_failure_has_its_reason() -> None:
    answers: list[Answer] = []
    asks = {("coupon", "reads"): lambda: True, ("coupon", "writes"): lambda: False, ("backoffice", "reads"): refuses}

    with Asking(asks, lambda: STATE, lambda project: f"{project}'s log", answers) as asked:
        asked.settle(3)

    told = {(answer.project, answer.what): (answer.well, answer.why) for answer in answers}
    assert told == {
        ("coupon", "reads"): (True, ""),
        ("coupon", "writes"): (False, "coupon's log"),
        ("backoffice", "reads"): (False, "ConnectError"),
    }
    assert all(sum((one.project, one.what) == kind for one in answers) >= 3 for kind in asks)


def test_answers_of_another_state_settle_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.3)
    states = iter([State("2", "1", "1")])

    with (
        Asking({("coupon", "reads"): lambda: True}, lambda: next(states, STATE), lambda project: "", []) as asked,
        pytest.raises(lab.LabError, match="not everything was asked"),
    ):
        asked.settle(10_000)


def test_nothing_is_asked_after_the_end() -> None:
    answers: list[Answer] = []
    with Asking({("coupon", "reads"): lambda: True}, lambda: STATE, lambda project: "", answers) as asked:
        asked.settle(1)

    assert not any(thread.is_alive() for thread in asked._threads)
