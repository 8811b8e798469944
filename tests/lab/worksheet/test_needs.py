"""What a stage can do, and what it cannot."""

import pytest

from lab.worksheet.arrangements import ARRANGEMENTS
from lab.worksheet.facts import USUAL_DAY
from lab.worksheet.needs import capacity, slowed, unmet

MONOLITH, SPLIT, CONTAINERS, COMPOSED, BOTH = ARRANGEMENTS


def test_one_machine_bears_its_share_of_the_usual_day_and_calls_take_some_of_it(sheet):
    figures = sheet(by_hand=2, cluster=10).figures

    assert capacity(figures, MONOLITH) == pytest.approx(2 * USUAL_DAY / 8)
    assert capacity(figures, SPLIT) == pytest.approx(2 * USUAL_DAY / 8 / 1.4)
    assert capacity(figures, CONTAINERS) == pytest.approx(10 * USUAL_DAY / 8 / 1.4)


def test_limits_keep_a_busy_neighbour_from_slowing_the_others(sheet):
    figures = sheet(patience=3).figures

    assert (slowed(figures, SPLIT), slowed(figures, CONTAINERS)) == (6, 1)
    assert unmet(figures, SPLIT) == ["on_call", "patience"]


def test_keys_and_growing_apart_want_parts(sheet):
    figures = sheet(keys=True, apart=True, on_call=2).figures

    assert unmet(figures, MONOLITH) == ["keys", "apart"]
    assert unmet(figures, SPLIT) == []


def test_programs_want_people_who_understand_them_at_night(sheet):
    assert unmet(sheet(on_call=1, knows=8).figures, SPLIT) == []
    assert unmet(sheet(on_call=1, knows=8).figures, CONTAINERS) == ["on_call"]


def test_one_program_can_always_be_looked_after(sheet):
    assert unmet(sheet(on_call=0).figures, MONOLITH) == []
