import pytest

from lab.checks.checking import judge
from lab.checks.registry import find
from lab.exercises.lesson_2_2.seams import GAME, wire


def by_wire(calls):
    return min({name for pair in calls for name in pair}, key=lambda name: wire(calls, name))


def counted_one_by_one(calls):
    through = {}
    for (caller, callee), count in calls.items():
        for name in (caller, callee):
            through[name] = through.get(name, 0) + (count if caller != callee else 0)
    return sorted(through.items(), key=lambda one: one[1])[0][0]


def only_what_it_calls(calls):
    out = {name: 0 for pair in calls for name in pair}
    for (caller, callee), count in calls.items():
        out[caller] += count if caller != callee else 0
    return min(out, key=out.get)


@pytest.mark.parametrize("cheapest", [by_wire, counted_one_by_one])
def test_the_cheapest_cut_may_be_found_in_more_than_one_way(cheapest):
    assert judge(find("2.2.1"), cheapest).passed


def test_a_call_within_a_service_goes_over_no_wire():
    assert wire(GAME, "notice") == 15


def test_it_says_what_the_chosen_cut_would_send():
    verdict = judge(find("2.2.1"), only_what_it_calls)

    assert not verdict.passed
    assert "calls a minute over the wire" in verdict.line


def test_an_answer_that_cannot_be_looked_up_is_told_so():
    assert not judge(find("2.2.1"), lambda calls: ["notice"]).passed
