"""Filling it in, and slips of the pen."""

import pytest

import lab


def test_nothing_need_be_said(sheet):
    assert sheet().answer.stage == "monolith"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"teem": 4}, "does not ask for 'teem': it asks for team"),
        ({"team": 0}, "team=0 makes no sense here: people who build and run it, from 1 to 500"),
        ({"team": 4.5}, "team=4.5 is no whole number"),
        ({"peak": "lots"}, "peak='lots' is no number: requests a second"),
        ({"peak": float("nan")}, "peak=nan is no number"),
        ({"peak": ...}, "peak=Ellipsis is no number"),
        ({"keys": 2}, "keys=2 makes no sense here: .* True or False"),
        ({"team": 3, "teams": 4}, "teams=4 is more than team=3: one of the two is a slip"),
        ({"outage": 5, "part": 6}, "part=6 is more than outage=5"),
        ({"now": "serverless"}, "now='serverless' is no stage: it is one of monolith, split"),
        ({"hop": 3}, "does not ask for 'hop'"),
    ],
)
def test_a_slip_is_told_in_one_line(sheet, said, told):
    with pytest.raises(lab.LabError, match=told) as raised:
        sheet(**said)

    assert "\n" not in str(raised.value)


def test_a_default_gives_way_to_what_was_said(sheet):
    assert sheet(outage=2).figures["part"] == 2
    assert sheet(team=1, teams=1).figures["on_call"] == 1


def test_yes_may_be_said_in_python(sheet):
    assert sheet(keys=True).figures["keys"] == 1
