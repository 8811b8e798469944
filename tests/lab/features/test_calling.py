import time

import pytest

import lab
from lab.features.questions import QUESTIONS


def application(environ, start_response):
    known = environ.get("HTTP_AUTHORIZATION", "").startswith("Basic ")
    well = known and not environ["PATH_INFO"].startswith("/api/coupon/")
    start_response("200 OK" if well else "500 Internal Server Error", [("Content-Length", "0")])
    return [b""]


@pytest.mark.live
def test_every_feature_is_asked_and_the_one_that_fails_is_told_from_the_others():
    with lab.serve(application, "waitress") as server:
        found = lab.roll_call(server, caller=("game-server", "secret"), rounds=3, guests=2)
        elsewhere = lab.roll_call(server, caller=("game-server", "secret"), elsewhere={"link": silent_address()})

    assert sorted(set(QUESTIONS) - set(found.answering)) == ["coupon"]
    assert {len(answers) for answers in found.answers.values()} == {6}
    assert elsewhere.statuses("link") == {"ConnectionRefusedError": 3}


@pytest.mark.live
def test_asking_goes_on_for_as_long_as_something_happens():
    with lab.serve(application, "waitress") as server:
        found = lab.roll_call(server, during=lambda: time.sleep(0.5), rounds=1)

    assert min(answers[-1].ended for answers in found.answers.values()) > 0.4


def test_nobody_has_to_be_there():
    found = lab.roll_call(silent_address(), rounds=1)

    assert found.answering == []
    assert found.statuses() == {"ConnectionRefusedError": 6}


def test_an_error_in_what_happens_ends_the_asking():
    with pytest.raises(ZeroDivisionError):
        lab.roll_call(silent_address(), during=lambda: 1 / 0)


def test_other_machines_and_unbounded_calls_are_refused():
    with pytest.raises(lab.LabError, match="is not this machine"):
        lab.roll_call("http://example.com")
    with pytest.raises(lab.LabError, match="1 to 8 guests"):
        lab.roll_call(silent_address(), guests=500)


def silent_address() -> str:
    return f"http://127.0.0.1:{lab.free_port()}"
