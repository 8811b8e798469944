from itertools import pairwise
from statistics import mean, pstdev

import pytest

from lab.capacity.arrivals import arrivals


def test_as_many_come_as_the_rate_says_and_in_order():
    moments = arrivals(50, 4)

    assert len(moments) == 200
    assert moments == sorted(moments)
    assert moments[0] >= 0
    assert moments[-1] <= 4


def test_the_same_seed_is_the_same_crowd_and_another_is_another():
    assert arrivals(50, 1, seed=7) == arrivals(50, 1, seed=7) != arrivals(50, 1, seed=8)


def test_gaps_are_those_of_people_who_know_nothing_of_each_other():
    moments = arrivals(10, 2_000)
    gaps = [after - before for before, after in pairwise(moments)]

    assert pstdev(gaps) == pytest.approx(mean(gaps), rel=0.05)
