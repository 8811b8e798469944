"""Which orders are good is found by playing them through, all of them."""

from lab.checks.checking import judge
from lab.checks.registry import find
from lab.exercises.lesson_2_5.retiring import good_orders


def test_two_things_are_free_and_nothing_else():
    orders = good_orders()

    assert len(orders) == 4
    assert all(order[-1] == "drop" and set(order[:2]) == {"publish", "default"} for order in orders)


def test_every_good_order_passes():
    assert all(judge(find("2.5.3"), list(order)).passed for order in good_orders())


def test_who_fails_first_is_said():
    verdict = judge(find("2.5.3"), ["publish", "default", "coupon", "drop", "backoffice"])

    assert verdict.line.startswith("After step 4, 'drop', backoffice says: no such column: active")
