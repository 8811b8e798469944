import subprocess
import time
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from lab.capacity import offering
from lab.capacity.offering import measured_capacity, offer
from lab.errors import LabError
from lab.running import serve


def site(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    time.sleep(0.02)
    broken = environ["PATH_INFO"] == "/broken"
    start_response("503 Service Unavailable" if broken else "200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]


@pytest.mark.live
def test_a_load_comes_when_it_is_due_and_is_worked_off_one_after_the_other():
    with serve(site, "gunicorn", options=["--worker-class=sync"]) as one_worker:
        at_once = offer(one_worker, [0.0] * 6)
        impatient = offer(one_worker, [0.0, 0.0], timeout=0.01)
        with pytest.raises(LabError, match="503"):
            measured_capacity(one_worker, 20, path="/broken")

    assert at_once.requests == 6
    assert at_once.failed == 0
    assert at_once.times[-1] >= 6 * 20, "the last of six waits for the five before it, and that is counted"
    assert impatient.errors == {"timeout": 2}


@pytest.mark.parametrize(
    ("target", "moments", "said"),
    [
        ("http://example.org/", [0.0], "not this machine"),
        ("http://127.0.0.1:1/", [0.0], "nothing answers .*start the server first"),
        ("http://127.0.0.1:1/", [], "0 arrivals are not for here"),
        ("http://127.0.0.1:1/", [0.0, 3600.0], "within 120 s"),
        ("http://127.0.0.1:1/", [-1.0], "not for here"),
    ],
)
def test_what_cannot_be_offered_is_refused_before_anything_is_sent(target, moments, said, monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("something was sent"))

    with pytest.raises(LabError, match=said):
        offer(target, moments)


def test_a_rate_needs_a_crowd():
    with pytest.raises(LabError, match=f"at least {20}"):
        offering.measured_capacity("http://127.0.0.1:1/", 3)
