import json
import math

import pytest

import lab
from lab.fault.answers import Answer
from lab.permitting.calls import Calls


@pytest.fixture
def calls() -> Calls:
    made = Calls({"ask": "http://127.0.0.1:1", "cached": "http://127.0.0.1:2"}, {})
    statuses = [(0.1, "200"), (1.1, "503"), (2.1, "ConnectionRefusedError"), (3.1, "200")]
    made.answers["ask"] = [Answer(sent, 0.01, status) for sent, status in statuses]
    return made


def guarded(environ, start_response):
    """Lets in whoever says something, and nobody else."""
    known = environ.get("HTTP_AUTHORIZATION", "")
    start_response("200 OK" if known == "Basic Y291cG9uOnMzY3JldA==" else "401 Unauthorized", [("Content-Length", "0")])
    return [b""]


def test_what_was_sent_between_two_moments_is_counted(calls):
    assert (calls.good("ask"), calls.failed("ask")) == (2, 2)
    assert (calls.good("ask", 1, 3), calls.failed("ask", 1, 3)) == (0, 2)
    assert calls.statuses("ask", after=2) == {"200": 1, "ConnectionRefusedError": 1}


def test_the_first_and_the_last_who_were_let_in_are_known_by_when_they_were_sent(calls):
    assert (calls.first_good("ask"), calls.first_good("ask", after=1)) == (0.1, 3.1)
    assert (calls.last_good("ask"), calls.last_good("ask", before=3)) == (3.1, 0.1)


def test_where_nobody_was_let_in_there_is_no_first_and_no_last(calls):
    assert calls.first_good("cached") == math.inf
    assert calls.last_good("cached") == 0


def test_the_table_says_how_often_which_end_was_met(calls):
    assert calls.table().rows[0] == ["ask", 4, 2, "2 × 200, 1 × 503, 1 × ConnectionRefusedError"]


def test_a_side_that_nobody_called_is_named(calls):
    with pytest.raises(lab.LabError, match="nobody called 'weak': the sides are ask, cached"):
        calls.good("weak")


def test_calling_for_longer_than_a_minute_is_refused(calls):
    with pytest.raises(lab.LabError, match="within 60 s"):
        calls.go_on(61)


def test_other_machines_are_refused():
    elsewhere = lab.Stage("split", "http://example.com", {})

    with pytest.raises(lab.LabError, match="is not this machine"), lab.calling({"it": elsewhere}, "/", auth=("a", "b")):
        pass


@pytest.mark.live
def test_each_side_is_called_for_as_long_as_the_block_lasts_in_the_name_that_was_given():
    with lab.serve(guarded, "waitress") as server:
        with lab.calling({"one": server, "other": server}, "/", auth=("coupon", "s3cret")) as calls:
            calls.go_on(30, until="one")
            calls.go_on(30, until="other")
        over = json.dumps(calls.statuses("one"))

        with lab.calling({"one": server}, "/", auth=("coupon", "wrong")) as refused:
            refused.go_on(0.2)

        assert json.dumps(calls.statuses("one")) == over, "calling went on after the block"
    assert set(calls.statuses("one")) == set(calls.statuses("other")) == {"200"}
    assert set(refused.statuses("one")) == {"401"}
    assert calls.now < 25
