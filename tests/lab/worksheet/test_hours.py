"""What a stage costs, line by line."""

import pytest

from lab.worksheet.arrangements import ARRANGEMENTS
from lab.worksheet.hours import hours, stuck

MONOLITH, SPLIT, CONTAINERS, COMPOSED, BOTH = ARRANGEMENTS


def of(sheet, one, before=MONOLITH):
    return hours(sheet.figures, one, before)


def test_each_project_wants_upkeep_and_dividing_brings_two_more_than_there_are_parts(sheet):
    filled = sheet(parts=5, upkeep=3)

    assert of(filled, MONOLITH)["upkeep"] == 3
    assert of(filled, SPLIT)["upkeep"] == 3 * 7
    assert of(filled, BOTH)["upkeep"] == 3 * 8


def test_a_platform_that_is_there_anyway_costs_nothing_more(sheet):
    assert of(sheet(platform=20), CONTAINERS)["platform"] == 20
    assert of(sheet(platform=20, containers=True), CONTAINERS)["platform"] == 0
    assert of(sheet(platform=20), SPLIT)["platform"] == 0


def test_six_teams_on_one_train_wait_as_often_as_was_reckoned_in_the_lesson(sheet):
    filled = sheet(team=6, teams=6)

    assert stuck(filled.figures, MONOLITH) == pytest.approx(0.265)
    assert stuck(filled.figures, SPLIT) == pytest.approx(0.05, abs=0.001)


def test_one_team_waits_for_nobody_else_in_any_stage(sheet):
    filled = sheet(team=6)

    assert of(filled, MONOLITH)["waiting"] == pytest.approx(of(filled, SPLIT)["waiting"])


def test_what_crosses_a_border_is_released_several_times(sheet):
    filled = sheet(team=8, teams=2, releases=10, crossing=50, watch=1)

    assert of(filled, MONOLITH)["releases"] == 10
    assert of(filled, SPLIT)["releases"] == 2 * 10 * (0.5 + 0.5 * 3)


def test_a_pipeline_is_not_watched(sheet):
    filled = sheet(releases=240, crossing=0)

    assert of(filled, CONTAINERS)["releases"] == pytest.approx(240 * 15 / 3600)


def test_one_part_away_costs_a_part_and_never_more_than_everything(sheet):
    assert of(sheet(outages=2, outage=30, part=5), MONOLITH)["outages"] == 60
    assert of(sheet(outages=2, outage=30, part=5), SPLIT)["outages"] == 10
    assert of(sheet(outages=2, outage=30, part=30), SPLIT)["outages"] == 60


def test_something_new_is_made_in_one_place_where_all_parts_are_at_hand(sheet):
    filled = sheet(events=2, compose=4, touched=4)

    assert [of(filled, one)["new things"] for one in ARRANGEMENTS] == [8, 32, 32, 8, 8]


def test_what_runs_today_needs_no_move(sheet):
    filled = sheet(cut=3, parts=4, months=10)

    assert of(filled, MONOLITH)["the move"] == 0
    assert of(filled, SPLIT)["the move"] == 3 * 4 * 40 / 10
