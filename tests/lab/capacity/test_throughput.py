import math
import random

import pytest

from lab.capacity.simulation import Request, response_times
from lab.capacity.throughput import throughput


@pytest.mark.parametrize(
    ("workers", "processors", "known"),
    [
        (1, 2, 20),  # one request at a time, 50 ms each
        (2, 2, 40),
        (4, 2, 73.19),  # by hand, from the five probabilities
        (8, 2, 98.53),
        (100, 2, 100),  # two processors, 20 ms each
        (8, math.inf, 160),  # nobody waits for a processor
    ],
)
def test_workers_share_processors(workers: int, processors: float, known: float):
    found = throughput(computing=0.02, waiting=0.03, workers=workers, processors=processors)

    assert found == pytest.approx(known, rel=1e-3)


def test_who_only_computes_gains_nothing_from_more_workers_than_processors():
    found = [throughput(computing=0.1, waiting=0, workers=workers, processors=2) for workers in (1, 2, 4)]

    assert found == [10, 20, 20]


def test_who_only_waits_needs_no_processors():
    assert throughput(computing=0, waiting=0.1, workers=8, processors=1) == pytest.approx(80)


def test_a_thousand_workers_do_not_overflow():
    assert throughput(computing=0.01, waiting=1e-9, workers=1_000, processors=1.5) == pytest.approx(150)


@pytest.mark.parametrize("processors", [1, 1.7, 2])
def test_a_queue_that_never_empties_is_worked_off_as_quickly_as_that(processors: float):
    chance = random.Random(1)
    requests = [Request(0.0, 0.02, chance.gammavariate(3, 0.01)) for _ in range(5_000)]

    took = max(response_times(requests, workers=4, processors=processors))

    expected = throughput(computing=0.02, waiting=0.03, workers=4, processors=processors)
    assert len(requests) / took == pytest.approx(expected, rel=0.02)
