"""The answer over two numbers."""

import pytest

import lab


def test_you_are_where_your_answer_is(studio):
    drawn = studio.map("team", "peak")

    assert drawn.stage == "split"
    assert drawn.here == (30, 60)
    assert "You are at team 30 and peak 60: split" in drawn.text()
    assert "<svg" in drawn.html()
    assert "split on" in drawn.html()


def test_it_shows_where_another_answer_begins(studio):
    assert set(studio.map().shares) == {"monolith", "split", "containers"}
    assert sum(studio.map().shares.values()) == pytest.approx(1)


def test_more_people_and_more_visitors_are_to_the_right_and_above(studio):
    drawn = studio.map()

    assert drawn.cells[0][0] == drawn.cells[-1][0] == "monolith"
    assert drawn.cells[-1][-1] == "containers"
    assert drawn.columns == sorted(drawn.columns)


def test_a_number_that_is_none_of_the_sheets_is_told_those_that_are(studio):
    with pytest.raises(lab.LabError, match="cannot be drawn along 'cheer'; it can be along team, "):
        studio.map("cheer")


def test_yes_and_no_are_no_axis(studio):
    with pytest.raises(lab.LabError, match="'keys'"):
        studio.map(y="keys")


def test_what_is_zero_today_has_a_map_as_well(studio):
    drawn = studio.map("events", "teams")

    assert drawn.columns[0] == 0
    assert "composition" in drawn.shares
    assert "<svg" in drawn.html()
