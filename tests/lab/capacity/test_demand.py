import pytest

from lab.capacity.demand import demand, push
from lab.errors import LabError


def test_five_million_installed_are_some_thousand_requests_a_second():
    found = demand(installed=5_000_000, daily=0.2, sessions=3, requests=20, busiest_hour=0.1)

    assert found.peak == pytest.approx(5_000_000 * 0.2 * 3 * 20 * 0.1 / 3600)
    assert "1,667 requests a second" in found.text()
    assert "60,000,000" in found.text()


def test_every_assumption_has_its_name_in_the_table():
    said = demand(installed=1).text() + push(installed=1).text()

    names = ("installed", "daily", "sessions", "requests", "busiest_hour", "reached", "opened", "minutes")
    assert all(name in said for name in names)


def test_a_message_comes_to_all_at_once():
    found = push(installed=5_000_000, reached=0.6, opened=0.05, minutes=5, requests=20)

    assert found.peak == pytest.approx(10_000)
    assert "<table" in found.html()


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (demand, {"daily": 20}),
        (demand, {"busiest_hour": -0.1}),
        (demand, {"requests": -1}),
        (push, {"opened": 5}),
        (push, {"minutes": 0}),
    ],
)
def test_figures_that_cannot_be_are_refused(make, named):
    with pytest.raises(LabError):
        make(installed=100, **named)
