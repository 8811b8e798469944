import contextlib
import math
import signal
import subprocess
import sys
import time

import httpx2
import psutil
import pytest

import lab
from lab.fault.programs import find, members
from lab.fault.signals import end_group

pytestmark = pytest.mark.live


def answers(url: str) -> bool:
    try:
        return httpx2.get(url, timeout=1).status_code == 200
    except httpx2.TransportError:
        return False


def states(group: int) -> set[str]:
    return {process.status() for process in members(group)}


def test_a_signal_reaches_a_worker_that_would_not_mind_the_loss_of_its_master(until):
    master = (
        "import subprocess, sys, time\n"
        "worker = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "print(worker.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", master], stdout=subprocess.PIPE, start_new_session=True) as running:
        worker = psutil.Process(int(running.stdout.readline()))
        try:
            end_group(running.pid, signal.SIGKILL)

            assert until(lambda: not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE)
        finally:
            running.kill()
            with contextlib.suppress(psutil.NoSuchProcess):
                worker.kill()


def test_a_killed_program_is_gone_with_its_workers_and_comes_back(monolith):
    before = find(monolith, "web")
    killed = members(before.group)

    with lab.fault.kill(monolith, "web") as back:
        psutil.wait_procs(killed, timeout=5)
        assert not any(process.is_running() for process in killed)

    assert find(monolith, "web").group != before.group
    assert monolith.get("/readyz").status_code == 200
    assert 0 < back.time_to_return < 30
    assert "was back after" in back.text()


def test_a_killed_program_that_answers_nobody_is_back_when_it_runs(monolith):
    before = find(monolith, "pending").group

    with lab.fault.kill(monolith, "pending") as back:
        pass

    assert find(monolith, "pending").group != before
    assert math.isfinite(back.time_to_return)


def test_a_program_can_be_asked_to_end_instead(monolith):
    before = find(monolith, "web").group

    with lab.fault.kill(monolith, "web", signal=signal.SIGTERM):
        pass

    assert find(monolith, "web").group != before
    assert monolith.get("/readyz").status_code == 200


def test_what_the_block_raises_is_not_held_up_by_waiting(monolith):
    with pytest.raises(ZeroDivisionError), lab.fault.kill(monolith, "pending"):
        raise ZeroDivisionError

    with lab.fault.kill(monolith, "web"):  # and the next fault finds everything in its place
        pass


def test_a_program_that_does_not_come_back_is_said_to(monolith, monkeypatch, until):
    pending = find(monolith, "pending")
    monkeypatch.setattr("lab.fault.returning.LIMIT", 0.0)

    with (
        pytest.raises(lab.LabError, match=r"pending did not come back within 0 s .*logs/pending.log"),
        lab.fault.kill(monolith, "pending"),
    ):
        pass

    assert until(lambda: pending.now().state == "RUNNING")


def test_a_bare_process_does_not_come_back():
    port = lab.free_port()
    with lab.process(f"python -m http.server {port}", ready_url=f"http://127.0.0.1:{port}/") as server:
        with lab.fault.kill(server) as back:
            pass

        server._keeper.wait(5)
        assert back.time_to_return == math.inf
        assert "has not come back" in back.text()
        assert not answers(f"http://127.0.0.1:{port}/")
        with pytest.raises(lab.LabError, match="has ended already"):
            lab.fault.hang(server).__enter__()


def test_a_hanging_program_gives_no_answer_until_it_goes_on(monolith):
    group = find(monolith, "web").group

    with lab.fault.hang(monolith, "web"):
        assert states(group) == {psutil.STATUS_STOPPED}
        with pytest.raises(httpx2.ReadTimeout):
            httpx2.get(f"{monolith.url}/healthz", timeout=0.5)

    assert psutil.STATUS_STOPPED not in states(group)
    assert monolith.get("/readyz").status_code == 200
    assert find(monolith, "web").group == group


def test_a_program_goes_on_when_the_block_raises(monolith):
    group = find(monolith, "web").group

    with pytest.raises(KeyboardInterrupt), lab.fault.hang(monolith, "web"):
        raise KeyboardInterrupt

    assert psutil.STATUS_STOPPED not in states(group)


def test_a_program_goes_on_when_the_kernel_is_killed(monolith, until):
    code = (
        "import lab, time\n"
        "with lab.fault.hang(lab.up('monolith'), 'web'):\n"
        "    print('hangs', flush=True)\n"
        "    time.sleep(600)\n"
    )
    group = find(monolith, "web").group
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as kernel:
        assert kernel.stdout.readline() == b"hangs\n"
        assert states(group) == {psutil.STATUS_STOPPED}
        kernel.kill()

    assert until(lambda: psutil.STATUS_STOPPED not in states(group))
    assert monolith.get("/readyz").status_code == 200


def test_a_fault_ends_in_time_and_says_that_the_block_took_longer(monolith, until):
    group = find(monolith, "web").group

    with (
        pytest.raises(lab.LabError, match=r"the fault was over after 0.2 s"),
        lab.fault.hang(monolith, "web", seconds=0.2),
    ):
        assert until(lambda: psutil.STATUS_STOPPED not in states(group))


def test_a_fault_without_end_is_refused(monolith):
    with pytest.raises(lab.LabError, match="a fault of 3600 s is not for here"):
        lab.fault.hang(monolith, "web", seconds=3600).__enter__()


def test_a_bare_process_hangs_too():
    with lab.process([sys.executable, "-c", "import time; time.sleep(600)"]) as sleeper:
        with lab.fault.hang(sleeper):
            assert states(sleeper.pid) == {psutil.STATUS_STOPPED}
        assert psutil.STATUS_STOPPED not in states(sleeper.pid)

        begun = time.monotonic()
        with lab.fault.hang(sleeper):
            sleeper.stop()  # even now it can be ended
        assert time.monotonic() - begun < 5
