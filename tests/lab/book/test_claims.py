import json
import math

import pytest

import lab
from lab.measure.spread import Spread


def test_a_record_stands_beside_the_prediction_made_before():
    lab.predict("1.2-ninja", "2x")

    found = lab.record("1.2-ninja", 1.714)

    assert found.predicted == "2x"
    assert found.text() == "1.2-ninja: measured 1.71x. You predicted 2x."


def test_a_record_keeps_the_spread_and_the_machine(logbook_file):
    lab.record("id", Spread(2, 1.5, 3))

    entry = json.loads(logbook_file.read_text(encoding="utf-8"))
    assert (entry["value"], entry["low"], entry["high"], entry["unit"]) == (2, 1.5, 3, "x")
    assert entry["machine"]["cpus"] >= 1


@pytest.mark.parametrize("measured", [math.nan, math.inf, None, "2", True])
def test_what_is_no_finite_number_is_no_measurement(measured, logbook_file):
    with pytest.raises(lab.LabError, match="a measurement is a finite number"):
        lab.record("id", measured)

    assert not logbook_file.exists()


def test_a_reader_is_told_that_a_claim_does_not_hold_here():
    found = lab.claim("id", 1.05, at_least=1.2)

    assert not found
    assert "Not on this machine, this time: it was claimed at least 1.20x." in found.text()
    assert "lab-failed" in found.html()


def test_a_walk_stops_at_a_claim_that_does_not_hold(events):
    with pytest.raises(lab.ClaimFailed, match=r"claim id does not hold: measured 1\.05x, claimed at least 1\.20x"):
        lab.claim("id", 1.05, at_least=1.2)

    [event] = events()
    assert (event["kind"], event["passed"], event["claimed"]) == ("claim", False, "at_least 1.2")


def test_a_walk_counts_predictions_records_and_claims(events):
    lab.predict("a", "2x")
    lab.record("a", 2)
    lab.claim("b", 2, at_least=1.2)

    assert [(event["kind"], event["id"], event["passed"]) for event in events()] == [
        ("prediction", "a", None),
        ("record", "a", None),
        ("claim", "b", True),
    ]


@pytest.mark.parametrize("bounds", [{}, {"at_least": 1.2, "more_than": 3}])
def test_a_claim_needs_one_direction(bounds):
    with pytest.raises(lab.LabError, match="needs exactly one of at_least, at_most, more_than, less_than"):
        lab.claim("id", 2, **bounds)
