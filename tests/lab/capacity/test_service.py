import math

import pytest

from lab.capacity.arrivals import arrivals
from lab.capacity.service import Service
from lab.errors import LabError

LOGIN = Service([0.03, 0.05, 0.07], computing=0.02)


def test_a_service_says_what_it_is_made_of():
    assert LOGIN.seconds == pytest.approx(0.05)
    assert LOGIN.waiting == pytest.approx(0.03)
    assert "From 3 requests" in LOGIN.text()
    assert "<table" in LOGIN.html()


def test_a_rate_within_the_capacity_has_a_p95_that_grows_with_it():
    quiet, busy = (LOGIN.predict(rate, workers=8, processors=2) for rate in (20, 90))

    assert 60 <= quiet.p95 < busy.p95 < math.inf
    assert quiet.utilisation == pytest.approx(20 / LOGIN.capacity(8, 2))
    assert busy.busy["processors"] == pytest.approx(0.9)
    assert busy.p50 < busy.p95


def test_little_s_law_says_how_many_are_there():
    assert LOGIN.predict(20, workers=8, processors=8).in_flight == pytest.approx(20 * 0.05, rel=0.05)


def test_a_rate_beyond_the_capacity_has_no_end():
    beyond = LOGIN.predict(120, workers=8, processors=2)

    assert beyond.p95 == beyond.p50 == beyond.in_flight == math.inf
    assert beyond.late(patience=5) == 1.0
    assert "inf" in beyond.text()


def test_some_lose_their_patience_before_others():
    near = LOGIN.predict(95, workers=8, processors=2)

    assert near.late(0.01) == 1.0
    assert 0 < near.late(0.1) < 1


def test_the_same_seed_predicts_the_same():
    moments = arrivals(30, 2)

    assert LOGIN.replay(moments, workers=2).times == LOGIN.replay(moments, workers=2).times
    assert LOGIN.replay(moments, workers=2, seed=2).times != LOGIN.replay(moments, workers=2).times


def test_a_measured_time_that_is_shorter_than_the_computing_is_all_computing():
    odd = Service([0.01, 0.09], computing=0.02)

    assert odd.replay([0.0], workers=1, repeats=50).times[0] == pytest.approx(10)


@pytest.mark.parametrize(
    ("times", "computing"),
    [([], 0.0), ([-0.1, 0.3], 0.0), ([0.0], 0.0), ([0.1], 0.2), ([0.1], -0.1)],
)
def test_what_cannot_be_a_service_is_refused(times: list[float], computing: float):
    with pytest.raises(LabError):
        Service(times, computing=computing)


def test_what_cannot_be_predicted_is_refused():
    with pytest.raises(LabError, match="no load"):
        LOGIN.predict(0, workers=1)
    with pytest.raises(LabError, match="above zero"):
        LOGIN.capacity(0, 2)
    with pytest.raises(LabError, match="nobody arrives"):
        LOGIN.replay([], workers=1)
