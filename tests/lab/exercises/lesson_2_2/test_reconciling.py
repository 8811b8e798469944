from collections import Counter

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def with_counters(used, granted):
    should, did = Counter(used), Counter(granted)
    return sorted(should - did), sorted(did - should)


def by_hand(used, granted):
    codes = sorted({*used, *granted})
    lost = [code for code in codes if code in used and code not in granted]
    return lost, [code for code in codes if granted.count(code) > used.count(code)]


def test_a_counter_that_repeats_a_code_is_told_that_each_stands_once():
    def repeated(used, granted):
        return sorted((Counter(used) - Counter(granted)).elements()), sorted(
            (Counter(granted) - Counter(used)).elements()
        )

    assert "each code stands in a list once" in judge(find("2.2.2"), repeated).line


@pytest.mark.parametrize("reconcile", [with_counters, by_hand])
def test_the_lists_may_be_held_together_in_more_than_one_way(reconcile):
    assert judge(find("2.2.2"), reconcile).passed


def test_totals_that_agree_prove_nothing():
    def totals(used, granted):
        return (sorted(set(used) - set(granted)), []) if len(used) != len(granted) else ([], [])

    verdict = judge(find("2.2.2"), totals)

    assert not verdict.passed


def test_sets_are_refused_whichever_order_they_happen_to_have():
    def sets(used, granted):
        return {code for code in used if code not in granted}, {one for one in granted if granted.count(one) > 1}

    assert "A set has no order" in judge(find("2.2.2"), sets).line


def test_sets_made_into_lists_are_not_sorted_by_luck():
    def unsorted(used, granted):
        lost, too_many = with_counters(used, granted)
        return list(set(lost)), list(set(too_many))

    assert "the lists are sorted" in judge(find("2.2.2"), unsorted).line
