from itertools import permutations

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find
from lab.exercises.lesson_4_3.shop import ASK, BEGIN, COMMIT, KEPT, POINTS, PROMISE, STEPS


def test_of_all_orders_those_two_are_right_that_promise_with_the_facts_and_ask_after_the_commit():
    passed = {order for order in permutations(STEPS) if judge(find("4.3.4"), list(order)).passed}

    assert passed == {
        (BEGIN, POINTS, PROMISE, COMMIT, ASK, KEPT),
        (BEGIN, PROMISE, POINTS, COMMIT, ASK, KEPT),
    }


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ([BEGIN, POINTS, COMMIT, ASK, PROMISE, KEPT], "after 'commit'. The points are there, and nobody gives the gem"),
        ([ASK, BEGIN, POINTS, PROMISE, COMMIT, KEPT], "the points that it was for were never written"),
        ([BEGIN, POINTS, PROMISE, ASK, COMMIT, KEPT], "while a transaction is open"),
        ([BEGIN, POINTS, PROMISE, COMMIT, KEPT, ASK], "after 'write that it is kept'"),
        ([COMMIT, BEGIN, POINTS, PROMISE, ASK, KEPT], "there is nothing to commit"),
        ([BEGIN, POINTS, PROMISE, COMMIT, ASK], "Look at 'write that it is kept'"),
        ([BEGIN, "hope"], "There is no step 'hope'"),
    ],
)
def test_it_says_what_is_wrong(order, said):
    verdict = judge(find("4.3.4"), order)

    assert not verdict.passed
    assert said in verdict.text()
