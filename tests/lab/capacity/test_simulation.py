import math
import random
from statistics import mean

import pytest

from lab.capacity.arrivals import arrivals
from lab.capacity.erlang import erlang_c
from lab.capacity.simulation import Request, response_times

MANY = 30_000


def test_one_request_takes_its_own_time():
    assert response_times([Request(5.0, 0.2, 0.3)], workers=1, processors=1) == [pytest.approx(0.5)]


def test_who_comes_second_to_one_worker_waits_for_the_first():
    requests = [Request(0.0, 0.2, 0.3), Request(0.1, 0.2, 0.3)]

    assert response_times(requests, workers=1, processors=1) == pytest.approx([0.5, 0.9])


def test_two_who_compute_at_once_on_one_processor_take_twice_as_long():
    requests = [Request(0.0, 0.2, 0.0), Request(0.0, 0.2, 0.0)]

    assert response_times(requests, workers=2, processors=1) == pytest.approx([0.4, 0.4])


def test_while_one_waits_the_other_has_the_processor_to_itself():
    requests = [Request(0.0, 0.2, 0.3), Request(0.2, 0.2, 0.0)]

    assert response_times(requests, workers=2, processors=1) == pytest.approx([0.5, 0.2])


def test_a_processor_and_a_half_is_shared_like_any_other():
    requests = [Request(0.0, 0.3, 0.0), Request(0.0, 0.3, 0.0)]

    assert response_times(requests, workers=2, processors=1.5) == pytest.approx([0.4, 0.4])


@pytest.mark.parametrize("share", [0.5, 0.8])
def test_one_worker_with_exponential_times_is_the_textbooks_queue(share: float):
    chance = random.Random(2)
    requests = [Request(moment, chance.expovariate(1.0), 0.0) for moment in arrivals(share, MANY / share)]

    found = mean(response_times(requests, workers=1, processors=1))

    assert found == pytest.approx(1 / (1 - share), rel=0.12)


def test_several_workers_let_as_many_wait_as_erlang_says():
    chance = random.Random(2)
    own = [chance.expovariate(1.0) for _ in range(MANY)]
    requests = [Request(moment, 0.0, time) for moment, time in zip(arrivals(3.0, MANY / 3), own, strict=True)]

    times = response_times(requests, workers=4, processors=1)

    waited = mean(time > alone + 1e-9 for time, alone in zip(times, own, strict=True))
    assert waited == pytest.approx(erlang_c(4, 3.0), rel=0.1)


def test_a_processor_that_is_shared_by_all_is_the_textbooks_whatever_the_times():
    moments = arrivals(0.6, MANY / 0.6)

    times = response_times([Request(moment, 1.0, 0.0) for moment in moments], workers=10_000, processors=1)

    assert mean(times) == pytest.approx(1 / (1 - 0.6), rel=0.08)


def test_nobody_is_quicker_than_alone():
    chance = random.Random(3)
    requests = [Request(moment, chance.random(), chance.random()) for moment in arrivals(2.0, 500)]

    times = response_times(requests, workers=8, processors=2)

    assert all(time >= one.computing + one.waiting - 1e-9 for time, one in zip(times, requests, strict=True))
    assert all(math.isfinite(time) for time in times)
