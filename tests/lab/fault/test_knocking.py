import signal
import threading
import time

import pytest

import lab
from lab.fault import knocking

pytestmark = pytest.mark.live


def application(environ, start_response):
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]


def test_it_asks_as_often_as_it_was_told_and_nothing_fails_by_itself():
    with lab.serve(application, "waitress") as server:
        calm = lab.knock(server, "/", requests=300, lines=4)

    assert 300 <= calm.requests <= 303
    assert calm.statuses == {"200": calm.requests}


def test_it_goes_on_for_as_long_as_something_happens():
    happened = []

    def something():
        time.sleep(0.5)
        happened.append(threading.current_thread() is threading.main_thread())

    with lab.serve(application, "waitress") as server:
        calm = lab.knock(server, "/", requests=1, lines=2, during=something)

    assert happened == [True]
    assert calm.requests > 10
    assert max(answer.ended for answer in calm.repeats[0]) > 0.5


def test_a_server_that_ends_meanwhile_is_seen_to_fail():
    with lab.serve(application, "gunicorn") as server:
        killed = lab.knock(server, "/", requests=100, lines=4, during=server.stop)

    assert killed.failed > 0
    assert killed.statuses["ConnectionRefusedError"] > 0


def test_a_reload_is_not_noticed_and_a_restart_is(monolith: lab.Stage):
    reloaded = lab.knock(monolith, "/healthz", requests=1_000, during=lambda: lab.reload(monolith, "web"))

    def restart():
        with lab.fault.kill(monolith, "web", signal=signal.SIGTERM):
            pass

    restarted = lab.knock(monolith, "/healthz", requests=1_000, during=restart)

    assert reloaded.failed == 0
    assert restarted.failed > 0


def test_an_error_in_what_happens_ends_the_asking():
    with lab.serve(application, "waitress") as server, pytest.raises(ZeroDivisionError):
        lab.knock(server, "/", during=lambda: 1 / 0)


def test_what_cannot_be_done_in_time_is_an_error_with_a_line_that_helps(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(knocking, "LONGEST", 0.3)

    with lab.serve(application, "waitress") as server, pytest.raises(lab.LabError, match=r"of 20,000 requests in"):
        lab.knock(server, "/", requests=20_000, timeout=0.2)


def test_other_machines_silent_ones_and_unbounded_knocking_are_refused():
    with pytest.raises(lab.LabError, match="is not this machine"):
        lab.knock("http://example.com", "/")
    with pytest.raises(lab.LabError, match="start it before you knock"):
        lab.knock(f"http://127.0.0.1:{lab.free_port()}", "/")
    with pytest.raises(lab.LabError, match="at most 20,000 times"):
        lab.knock("http://127.0.0.1:1", requests=1_000_000)
