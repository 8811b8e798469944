import pytest

from lab.capacity.open_load import OpenLoad
from lab.capacity.service import Service
from lab.capacity.timing import Timed, Timing
from lab.errors import LabError


def load(time: float) -> OpenLoad:
    return OpenLoad(seconds=1, times=[time] * 20)


LOGIN = Service([0.05], computing=0.02)
FOUND = Timing(LOGIN, 2, [Timed(1, 10, load(50), load(60)), Timed(2, 20, load(90), load(60))])


def test_an_error_is_the_worst_of_all_either_way():
    assert FOUND.error == pytest.approx(1.5)
    assert "-17%" in FOUND.text()
    assert "+50%" in FOUND.text()


def test_the_measured_lie_in_the_plot_of_the_predicted():
    assert "measured at 10 requests a second: p95, ms 60" in FOUND.html()


def test_one_server_can_be_asked_for_by_its_workers():
    assert FOUND.server(2).rate == 20
    with pytest.raises(LabError, match="there is 1, 2"):
        FOUND.server(4)
