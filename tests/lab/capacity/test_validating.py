"""One walk through all of it, small: a server is measured, the model predicts, and is held against two servers."""

import time
from hashlib import pbkdf2_hmac
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from lab.capacity import Service, Validation, confine, measure, validate, validate_times, worker_memory
from lab.errors import LabError
from lab.running import Process, serve


def login(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    pbkdf2_hmac("sha256", b"open sesame", b"salt", 10_000)
    time.sleep(0.02)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"welcome"]


def served(workers: int) -> Process:
    return serve(login, "gunicorn", options=["--worker-class=sync", f"--workers={workers}"])


@pytest.mark.live
def test_a_model_made_of_one_worker_says_what_two_will_do():
    with served(1) as one, served(2) as two:
        confine(one, 2)
        confine(two, 2)
        service = measure(one, requests=20)
        found = validate(service, {1: one, 2: two}, processors=2, rounds=1)
        timing = validate_times(found, {2: two}, seconds=0.5, least=10)
        mebibytes = worker_memory(two)

    assert service.seconds >= 0.02
    assert 0 < service.computing < service.seconds
    assert found.point(2).predicted > 1.5 * found.point(1).predicted
    assert found.point(2).measured > found.point(1).measured
    assert found.error < 5
    assert timing.server(2).measured.failed == 0
    assert timing.server(2).measured.requests >= 10
    assert 1 < mebibytes < 500


def test_one_server_proves_nothing():
    with pytest.raises(LabError, match="at least two"):
        validate(Service([0.1], computing=0), {}, processors=2)


def test_a_utilisation_is_a_share():
    with pytest.raises(LabError, match="between 0 and 1"):
        validate_times(Validation(Service([0.1], computing=0), 2, []), {}, utilisation=60)
