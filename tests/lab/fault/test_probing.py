import math
import os
import resource
import signal
from contextlib import contextmanager

import pytest

import lab
from lab.fault.programs import find

pytestmark = pytest.mark.live


def application(environ, start_response):
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ok"]


def test_without_a_fault_nothing_fails_and_the_rate_is_steady():
    with lab.serve(application, "waitress") as server:
        calm = lab.probe(server, "/", rate=100, seconds=2)

    assert calm.failed == 0
    assert calm.statuses == {"200": calm.requests}
    assert calm.time_to_return == 0
    [answers] = calm.repeats
    assert 80 < (calm.requests - 1) / (answers[-1].sent - answers[0].sent) < 120


def test_requests_are_sent_also_while_none_is_answered():
    with lab.serve(application, "gunicorn") as server:
        hung = lab.probe(server, "/", rate=100, seconds=2, hold=1, during=lambda: lab.fault.hang(server))

    [answers] = hung.repeats
    assert len([one for one in answers if 0 < one.sent < 1]) > 50
    assert hung.longest_gap > 0.9


def test_more_requests_may_wait_than_a_process_usually_has_files_open():
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    with lab.serve(application, "gunicorn") as server:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, before[1]))  # what the prober begins with
        try:
            hung = lab.probe(server, "/", rate=400, seconds=2, hold=1, timeout=5, during=lambda: lab.fault.hang(server))
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, before)

    assert hung.longest_gap > 0.9
    assert set(hung.statuses) == {"200"}


def test_the_fault_is_made_once_a_repeat_and_only_when_the_target_answers():
    held = []

    @contextmanager
    def fault():
        held.append("in")
        yield
        held.append("out")

    with lab.serve(application, "waitress") as server:
        outage = lab.probe(server, "/", rate=50, seconds=0.1, hold=0.1, repeats=2, during=fault)

    assert held == ["in", "out"] * 2
    assert all(len([one for one in answers if one.sent < 0]) >= 5 for answers in outage.repeats)


def test_a_refusing_proxy_is_seen_as_refusing_for_as_long_as_it_does():
    with lab.serve(application, "waitress") as server, lab.fault.proxy(server) as proxy:
        outage = lab.probe(proxy, "/", rate=50, hold=0.5, during=lambda: lab.fault.refuse(proxy))

    # Whoever was being answered as it began was cut off in the middle; whoever came later was refused.
    assert {"200", "ConnectError"} <= set(outage.statuses) <= {"200", "ConnectError", "ReadError"}
    assert outage.statuses.get("ReadError", 0) < outage.statuses["ConnectError"]
    assert 0.4 < outage.time_to_return < 10


def test_a_target_that_does_not_answer_is_said_to_before_the_fault():
    with pytest.raises(lab.LabError, match=r"does not answer steadily at http://127.0.0.1:\d+/ \(ConnectError\)"):
        lab.probe(f"http://127.0.0.1:{lab.free_port()}", "/", patience=0.5, during=lambda: 1 / 0)


def test_other_machines_and_unbounded_probes_are_refused():
    with pytest.raises(lab.LabError, match="is not this machine"):
        lab.probe("http://example.com", "/")
    with pytest.raises(lab.LabError, match="at most 400 times a second"):
        lab.probe("http://127.0.0.1:1", rate=10_000)
    with pytest.raises(lab.LabError, match="are too many at a time: at most 2400"):
        lab.probe("http://127.0.0.1:1", rate=400, timeout=10)
    with pytest.raises(lab.LabError, match="from 1 to 50"):
        lab.probe("http://127.0.0.1:1", repeats=0)


def test_what_happens_meanwhile_may_fail_and_the_probe_ends():
    with lab.serve(application, "waitress") as server, pytest.raises(ZeroDivisionError):
        lab.probe(server, "/", during=lambda: 1 / 0)


def test_a_supervised_program_returns_from_a_kill_and_a_bare_one_does_not(monolith):
    supervised = lab.probe(monolith, "/healthz", rate=50, during=lambda: lab.fault.kill(monolith, "web"))
    with lab.serve(application, "gunicorn") as server:
        bare = lab.probe(server, "/", rate=50, patience=2, during=lambda: lab.fault.kill(server))

    assert supervised.failed > 0
    assert 0 < supervised.time_to_return < 30
    assert bare.time_to_return == math.inf


def test_a_reload_loses_no_request(monolith):
    web = find(monolith, "web")

    def reload() -> None:
        os.kill(web.group, signal.SIGHUP)

    # Those that come while the new workers start have to wait, on a busy machine for seconds.
    reloaded = lab.probe(monolith, "/healthz", rate=50, seconds=6, timeout=15, during=reload)

    assert reloaded.requests >= 300
    assert reloaded.statuses == {"200": reloaded.requests}
