"""Which number would change the answer."""

import pytest

from lab.worksheet.choosing import choose
from lab.worksheet.flips import changed, flip, flips
from lab.worksheet.sheet import INPUTS


@pytest.mark.parametrize("name", list(INPUTS))
def test_the_value_that_is_named_flips_it_and_no_nearer_one_does(studio, name):
    found = studio.flip(name)
    one = found.input
    bound = {"teams": "team", "on_call": "team", "part": "outage"}.get(name)

    for value in one.others(found.value):
        stage = choose(changed(studio.figures, name, value), "monolith").stage
        if value == found.needed:
            assert stage == found.stage != studio.answer.stage
            return
        if bound is None or value <= studio.figures[bound]:
            assert stage == studio.answer.stage, f"{value} is nearer than {found.needed}"
    assert found.needed is None


def test_some_are_named_and_some_are_out_of_reach(studio):
    names = {one.input.name for one in studio.flips if one.needed is not None}

    assert {"outages", "outage", "cut"} <= names
    assert names < set(INPUTS)


def test_what_is_nearest_as_a_factor_comes_first_and_what_is_out_of_reach_last(studio):
    factors = [one.factor for one in studio.flips]
    reach = [one.needed is not None for one in studio.flips]

    assert factors == sorted(factors)
    assert reach == sorted(reach, reverse=True)
    assert studio.deciding == studio.flips[0].input.name


def test_where_nothing_is_in_reach_nothing_decides(sheet):
    alone = sheet(team=1, on_call=0)

    assert alone.deciding is None
    assert "Nothing changes it" in alone.changes.text()


def test_there_cannot_be_more_groups_than_people(sheet):
    figures = sheet(team=30, teams=4, on_call=4).figures

    assert changed(figures, "team", 3)["teams"] == 3
    assert changed(figures, "team", 3)["on_call"] == 3
    assert changed(figures, "team", 40)["teams"] == 4


def test_a_group_is_not_tried_without_people_in_it(sheet):
    found = flip(sheet(team=6, teams=4, weeks=520, on_call=3).figures, "monolith", INPUTS["teams"])

    assert found.needed is None or found.needed <= 6


def test_yes_and_no_are_no_factors(sheet):
    [keys] = flips(sheet(team=30, on_call=4, outages=0).figures, "monolith", [INPUTS["keys"]])

    assert (keys.value, keys.needed, keys.stage) == (0, 1, "split")
    assert keys.factor == float("inf")
