from math import isclose

import pytest

from lab.capacity.erlang import erlang_c
from lab.errors import LabError


@pytest.mark.parametrize(
    ("workers", "load", "known"),
    [
        (1, 0.5, 0.5),  # one worker: whoever comes while it is busy waits
        (2, 1.0, 1 / 3),
        (3, 2.0, 4 / 9),
        (5, 3.0, 0.2362),
        (10, 8.0, 0.4092),
        (3, 0.0, 0.0),
    ],
)
def test_the_figures_are_those_of_the_tables(workers: int, load: float, known: float):
    assert isclose(erlang_c(workers, load), known, abs_tol=5e-5)


def test_who_cannot_keep_up_lets_everybody_wait():
    assert erlang_c(4, 4.0) == erlang_c(4, 40.0) == 1.0


def test_thousands_of_workers_do_not_overflow():
    assert 0 < erlang_c(5_000, 4_900.0) < 1


@pytest.mark.parametrize(("workers", "load"), [(0, 1.0), (2, -1.0)])
def test_what_is_no_queue_is_refused(workers: int, load: float):
    with pytest.raises(LabError, match="at least one worker"):
        erlang_c(workers, load)
