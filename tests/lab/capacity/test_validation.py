import pytest

from lab.capacity.service import Service
from lab.capacity.validation import Point, Validation
from lab.errors import LabError
from lab.measure import Spread

LOGIN = Service([0.05], computing=0.02)


def point(workers: int, *, said: float, naive: float, measured: float) -> Point:
    spread = Spread(measured, measured, measured)
    return Point(workers, naive=naive, predicted=said, measured=spread, speedup=spread)


FOUND = Validation(LOGIN, 2, [point(1, said=20, naive=20, measured=19), point(8, said=98, naive=160, measured=80)])


def test_an_error_is_the_worst_of_all_either_way():
    assert FOUND.error == pytest.approx(98 / 80)
    assert FOUND.naive_error == pytest.approx(2)
    assert Validation(LOGIN, 2, [point(1, said=20, naive=20, measured=30)]).error == pytest.approx(1.5)


def test_the_table_says_how_far_it_is_off_and_in_which_direction():
    assert "+100%" in FOUND.text()
    assert "+23%" in FOUND.html()


def test_what_was_done_says_how_many_processors_did_it():
    assert FOUND.processors_used == pytest.approx(80 * 0.02)
    assert Validation(LOGIN, 1.5, FOUND.points).processors_used == 1.5, "more than there are, nobody has"


def test_one_server_can_be_asked_for_by_its_workers():
    assert FOUND.point(8).measured == 80
    with pytest.raises(LabError, match="there is 1, 8"):
        FOUND.point(4)
