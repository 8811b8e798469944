"""Answers are counted by the versions that held when they were asked for."""

from lab.skew.asked import KINDS, Answer, Asked, State

BEFORE, AFTER = State("1", "1", "1"), State("2", "2", "1")


def answers(state: State, *failing: tuple[str, str], why: str = "") -> list[Answer]:
    return [Answer(state, *kind, well=kind not in failing, why=why if kind in failing else "") for kind in KINDS]


def test_what_always_answered_is_whole_and_one_failure_is_enough_not_to_be() -> None:
    asked = Asked(answers(AFTER) + answers(AFTER, ("backoffice", "writes")))

    assert asked.whole == 3
    assert asked.failed == 1
    assert asked.failures("backoffice") == asked.failures("backoffice", "writes") == 1
    assert asked.failures("backoffice", "reads") == asked.failures("coupon") == 0


def test_each_state_is_a_row_in_the_order_in_which_it_came() -> None:
    asked = Asked(answers(BEFORE) + answers(AFTER, ("coupon", "reads")) + answers(AFTER))

    assert asked.states == [BEFORE, AFTER]
    assert "1 of 2" in asked.text()
    assert "2 of 2" in asked.html()


def test_a_reason_is_said_once() -> None:
    failing = answers(AFTER, ("coupon", "reads"), why="OperationalError: no such column")

    assert Asked(failing * 3).why == ["coupon reads: OperationalError: no such column"]
