"""When the sheet tells you not to trust it."""

import pytest

import lab


def test_a_quiet_shop_with_measurements_of_its_own_has_nothing_to_doubt(sheet):
    assert sheet(team=2).doubts == []


def test_a_peak_far_beyond_what_was_measured_is_doubted(sheet):
    assert any("the work of 19 machines, and one was measured" in line for line in sheet(team=60, peak=1000).doubts)
    assert not any("machines" in line for line in sheet(team=60, peak=100).doubts)


def test_two_stages_that_cost_alike_are_a_tie(studio):
    assert any("containers would do as well" in line and "no difference" in line for line in studio.doubts)


def test_what_is_another_stage_with_more_to_pay_for_is_no_tie(studio):
    assert not any(line.startswith("composition") for line in studio.doubts)


def test_a_spread_across_the_border_is_doubted(entries):
    asked = {"team": 30, "on_call": 4, "peak": 140, "keys": True}
    [hop] = [one for one in entries if one["id"] == "2.6-redeem"]
    assert not any("2.6-redeem" in line for line in lab.worksheet(entries=entries, **asked).doubts)

    hop |= {"low": 1.1, "high": 1.8}

    [line] = [line for line in lab.worksheet(entries=entries, **asked).doubts if "2.6-redeem" in line]
    assert line == "2.6-redeem was measured as 1.1x to 1.8x, and within that the answer is another: measure it again"


def test_a_bill_from_another_machine_is_doubted(entries):
    for entry in entries[:2]:
        entry["machine"] = {"cpus": 96, "model": "Big Iron"}

    [line] = lab.worksheet(entries=entries, team=2).doubts

    assert line == "3.5-machines, 2.6-redeem come from another machine (96 × Big Iron): measure again"


def test_a_guess_near_the_border_is_doubted(sheet):
    near = sheet(team=30, teams=4, on_call=4, peak=60, outages=2, outage=60, part=10, cut=11)

    assert near.answer.stage == "split"
    assert any(line == "cut is a guess: with 13 for 11 it would be the monolith" for line in near.doubts)


def test_a_figure_of_ours_near_the_border_is_doubted_and_your_own_is_not(entries):
    asked = {"team": 30, "on_call": 4, "peak": 140, "keys": True}
    others = [one for one in entries if one["id"] != "3.5-machines"]

    said = lab.worksheet(entries=others, **asked).doubts
    own = lab.worksheet(entries=entries, **asked).doubts

    assert "3.5-machines is ours, not yours: with 9 for 8 it would be containers" in said
    assert not any("3.5-machines" in line for line in own)


@pytest.mark.parametrize("answers", [{}, {"team": 30, "teams": 4, "peak": 400, "events": 3}])
def test_each_is_a_sentence(sheet, answers):
    for line in sheet(**answers).doubts:
        assert line == line.strip(". ")
