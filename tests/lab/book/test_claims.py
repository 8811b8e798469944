import json
import math

import pytest

import lab
from lab.book.claims import number_in
from lab.measure.spread import Spread


@pytest.mark.parametrize(
    ("said", "number"),
    [("2x", 2), ("about 1,200 ms", 1200), ("0.5", 0.5), (3, 3), ("-1.5", -1.5), ("none", None), ("twice", None),
     (True, None), (math.inf, None)],
)  # fmt: skip
def test_a_number_is_found_in_what_was_predicted(said, number):
    assert number_in(said) == number


def test_a_record_stands_beside_the_prediction_made_before():
    lab.predict("1.2-ninja", "2x")

    found = lab.record("1.2-ninja", 1.714)

    assert found.predicted == "2x"
    assert found.text() == "1.2-ninja: measured 1.71x. You predicted 2x."


def test_a_prediction_made_after_the_fact_does_not_count():
    lab.predict("id", 5)
    lab.record("id", 1, "ms")

    late = lab.predict("id", 1)

    assert "already said 1.00 ms" in late.text()
    assert lab.record("id", 1, "ms").predicted == 5


def test_a_record_keeps_the_spread_and_the_machine(logbook_file):
    lab.record("id", Spread(2, 1.5, 3))

    entry = json.loads(logbook_file.read_text(encoding="utf-8"))
    assert (entry["value"], entry["low"], entry["high"], entry["unit"]) == (2, 1.5, 3, "x")
    assert entry["machine"]["cpus"] >= 1


def test_dots_are_no_prediction():
    with pytest.raises(lab.LabError, match=r"1\.1-x has no prediction yet"):
        lab.predict("1.1-x", ...)


@pytest.mark.parametrize("measured", [math.nan, math.inf, None, "2", True])
def test_what_is_no_finite_number_is_no_measurement(measured, logbook_file):
    with pytest.raises(lab.LabError, match="a measurement is a finite number"):
        lab.record("id", measured)

    assert not logbook_file.exists()


@pytest.mark.parametrize(
    ("measured", "bound", "holds"),
    [
        (1.3, {"at_least": 1.2}, True),
        (1.1, {"at_least": 1.2}, False),
        (0.5, {"at_most": 0.8}, True),
        (0.9, {"at_most": 0.8}, False),
        (Spread(11, 10.6, 12), {"more_than": Spread(10, 9, 10.5)}, True),
        (Spread(11, 10, 12), {"more_than": Spread(10, 9, 10.5)}, False),
        (Spread(5, 1, 9), {"less_than": Spread(10, 9, 11)}, True),
        (Spread(10, 9, 11), {"less_than": Spread(5, 1, 9)}, False),
    ],
)
def test_a_claim_goes_by_direction(measured, bound, holds):
    found = lab.claim("id", measured, **bound)

    assert found.holds is holds
    assert bool(found) is holds


def test_a_reader_is_told_that_a_claim_does_not_hold_here():
    found = lab.claim("id", 1.05, at_least=1.2)

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


@pytest.mark.parametrize("bound", [{"at_least": 1.05}, {"at_most": 0.95}, {"at_most": 0}])
def test_a_claim_within_the_noise_is_refused(bound):
    with pytest.raises(lab.LabError, match="cannot be told from chance"):
        lab.claim("id", 2, **bound)


@pytest.mark.parametrize("bounds", [{}, {"at_least": 1.2, "more_than": 3}])
def test_a_claim_needs_one_direction(bounds):
    with pytest.raises(lab.LabError, match="needs exactly one of at_least, at_most, more_than, less_than"):
        lab.claim("id", 2, **bounds)
