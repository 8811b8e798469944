import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import psutil
import pytest

from lab.running import process
from lab.running.ports import free_port

pytestmark = pytest.mark.live

# A server that starts a child which outlives it, and does not care for SIGTERM.
STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"])
print("child", child.pid, flush=True)
time.sleep(60)
"""  # noqa: E501 (one script inside another)


def until(true: Callable[[], bool], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.02)
    return False


def http_server(port: int) -> str:
    return f"python -m http.server {port} --bind 127.0.0.1"


def test_a_command_runs_until_its_block_ends(tmp_path):
    port = free_port()
    (tmp_path / "index.html").write_text("hello", encoding="utf-8")

    with process(http_server(port), ready_url=f"http://127.0.0.1:{port}/", folder=tmp_path) as server:
        assert server.get("/index.html").text == "hello"
        assert server.running
        assert f"at http://127.0.0.1:{port}" in server.text()

    assert not server.running
    assert not psutil.pid_exists(server.pid)
    assert "GET /index.html" in server.log()
    server.stop()


def test_a_whole_process_group_is_ended_even_if_it_will_not_listen(monkeypatch):
    monkeypatch.setattr("lab.running.processes.PATIENCE", 0.2)

    with process([sys.executable, "-c", STUBBORN]) as stubborn:
        assert until(lambda: "child" in stubborn.log())
        child = int(stubborn.log().split()[-1])

    assert until(lambda: not psutil.pid_exists(stubborn.pid))
    assert until(lambda: not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE)


def test_a_stopped_process_is_ended_too():
    with process([sys.executable, "-c", "import time; time.sleep(60)"]) as sleeper:
        os.kill(sleeper.pid, signal.SIGSTOP)

    assert not psutil.pid_exists(sleeper.pid)


def test_nothing_outlives_a_kernel_that_was_killed():
    code = (
        "import lab, sys, time\n"
        "one = lab.process([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(one.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as kernel:
        pid = int(kernel.stdout.readline())
        kernel.kill()

    assert until(lambda: not psutil.pid_exists(pid))
