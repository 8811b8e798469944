import math

import pytest

from lab.capacity.limits import Database, Limit, Machine, first_to_break
from lab.capacity.service import Service
from lab.errors import LabError

LOGIN = Service([0.05], computing=0.02)
SMALL = Machine(LOGIN, workers=8, processors=2)


def test_a_limit_is_used_up_by_those_who_come_on_top_of_what_is_taken_anyway():
    disk = Limit("disk", 500, each=0.1, always=450)

    assert disk.full_at == pytest.approx(500)
    assert disk.share(250) == pytest.approx(0.95)


def test_what_requests_do_not_take_is_used_up_never_or_from_the_beginning():
    assert Limit("memory", 2048, always=480).full_at == math.inf
    assert Limit("memory", 2048, always=4800).full_at == 0


@pytest.mark.parametrize(
    ("machine", "first"),
    [
        (SMALL, "processors"),
        (Machine(LOGIN, workers=2, processors=2), "workers"),
        (Machine(LOGIN, workers=40, processors=2, memory=1024), "memory"),
        (Machine(LOGIN, workers=300, processors=2, memory=100_000), "database: connections"),
    ],
)
def test_on_one_machine_it_depends_on_what_there_is_least_of(machine: Machine, first: str):
    assert first_to_break(50, machine).first.name == first


def test_whoever_buys_machines_breaks_what_they_share():
    found = first_to_break(2_000, SMALL, machines=None)

    assert found.machines == math.ceil(2_000 / (0.7 * SMALL.capacity)) == 30
    assert found.first.name == "database: connections"
    assert found.first.full_at == pytest.approx(297 / 8 * 0.7 * SMALL.capacity)
    assert found.broken == []
    assert first_to_break(10_000, SMALL, machines=None).broken == ["database: connections", "database: processors"]


def test_with_a_pooler_in_front_the_database_itself_is_next():
    pooled = Database(connections=100_000)

    assert first_to_break(2_000, SMALL, pooled, machines=None).first.name == "database: processors"


def test_a_limit_of_one_s_own_is_weighed_with_the_others():
    bank = Limit("the bank answers", 50, each=1, unit="a second")

    found = first_to_break(60, SMALL, others=[bank])

    assert found.first == bank
    assert found.broken == ["the bank answers"]


def test_the_table_begins_with_the_first_to_break():
    found = first_to_break(80, SMALL)

    assert found.table().rows[0][0] == "processors"
    assert "1 machine at 80 requests a second" in found.text()
    assert "never" in found.html()


@pytest.mark.parametrize("wrong", [{"rate": -1}, {"machines": 0}, {"busy": 0}, {"busy": 1.5}])
def test_what_makes_no_sense_is_refused(wrong):
    with pytest.raises(LabError, match="makes no sense"):
        first_to_break(**{"rate": 1, "machine": SMALL, **wrong})
