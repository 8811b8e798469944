"""Whoever asks each time remembers nothing, except that there was no answer a moment ago."""

import pytest

from permittee.answers import Answer, Decision
from permittee.asking import CannotAsk
from permittee.breaker import PAUSE
from permittee.credentials import Credentials
from permittee.deciding import AskEachTime

from .stand_ins import Clock

COUPON = Credentials("coupon", "its digest")


class Permitter:
    """Says yes, or nothing."""

    def __init__(self) -> None:
        self.away = False
        self.asked = 0

    def decision(self, credentials: Credentials, operation: str, request_id: str = "") -> Decision:
        self._ask()
        return Decision(known=True, permitted=True)

    def permits(self, credentials: Credentials, request_id: str = "") -> Answer:
        self._ask()
        return Answer(known=True)

    def _ask(self) -> None:
        self.asked += 1
        if self.away:
            raise CannotAsk("away")


@pytest.mark.parametrize("question", [("decide", "GET /things"), ("answer",)])
def test_after_a_question_without_an_answer_there_is_a_second_of_quiet(question: tuple[str, ...]) -> None:
    clock, permitter = Clock(), Permitter()
    deciding = AskEachTime(permitter, clock=clock)  # type: ignore[arg-type]
    method, *more = question

    permitter.away = True
    for _ in range(3):
        with pytest.raises(CannotAsk):
            getattr(deciding, method)(COUPON, *more)
    assert permitter.asked == 1

    permitter.away = False
    clock.turn(PAUSE)
    assert getattr(deciding, method)(COUPON, *more).known
    assert getattr(deciding, method)(COUPON, *more).known
    assert permitter.asked == 3
