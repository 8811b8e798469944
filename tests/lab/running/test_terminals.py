import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from lab.errors import LabError
from lab.running.ports import answers, free_port
from lab.running.terminals import WINDOW, terminal

from .test_processes import http_server, until

pytestmark = pytest.mark.live


def test_a_command_believes_that_somebody_sits_there(tmp_path: Path) -> None:
    with terminal(["python", "-c", "import sys; print(sys.stdin.isatty())"]) as window:
        assert until(lambda: not window.running)

    assert window.log() == "True"


def test_closing_the_window_ends_what_runs_in_it() -> None:
    port = free_port()

    with terminal(http_server(port), ready_url=f"http://127.0.0.1:{port}/") as window:
        assert window.close_window() is False

    assert not answers(port)


def test_what_does_not_listen_to_a_hangup_survives_the_window_and_not_the_notebook(tmp_path: Path) -> None:
    port = free_port()

    with terminal(f"nohup {http_server(port)}", ready_url=f"http://127.0.0.1:{port}/", folder=tmp_path) as window:
        assert window.close_window(seconds=0.5) is True
        assert answers(port)

    assert not answers(port)


def test_a_window_cannot_be_closed_when_its_command_has_ended() -> None:
    with terminal(["python", "-c", ""]) as window:
        assert until(lambda: not window.running)
        with pytest.raises(LabError, match="has ended already"):
            window.close_window()


def test_a_command_that_cannot_be_started_says_so() -> None:
    with terminal(["no-such-program"]) as window:
        assert until(lambda: not window.running)

    assert window.log() == "cannot start no-such-program: No such file or directory"


def test_the_play_is_over_when_it_is_told_to_end() -> None:
    sleeper = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)"]
    command = [sys.executable, "-I", str(WINDOW), *sleeper]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout
        assert window.stdout.readline() == "up\n"
        [child] = psutil.Process(window.pid).children()

        os.kill(window.pid, signal.SIGTERM)

        assert window.wait(10) == 128 + signal.SIGKILL
        assert until(lambda: not child.is_running())
