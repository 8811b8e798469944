import socket
import sys

import psutil
import pytest

from lab.errors import LabError
from lab.running import process
from lab.running.ports import free_port

pytestmark = pytest.mark.live


def http_server(port: int) -> str:
    return f"python -m http.server {port} --bind 127.0.0.1"


def test_last_words_are_shown_when_a_command_dies_before_it_answers():
    command = [sys.executable, "-c", "raise SystemExit('no settings here')"]

    with pytest.raises(LabError, match="ended before it answered") as error:
        process(command, ready_url=f"http://127.0.0.1:{free_port()}/")

    assert error.value.detail == "no settings here"


def test_a_command_that_never_answers_is_ended():
    command = [sys.executable, "-c", "import time; time.sleep(60)"]

    with pytest.raises(LabError, match=r"did not answer at http://127.0.0.1:\d+/ within 0.3 s"):
        process(command, ready_url=f"http://127.0.0.1:{free_port()}/", seconds=0.3)

    assert not [one for one in psutil.Process().children(recursive=True) if command_of(one) == command]


def command_of(process: psutil.Process) -> list[str]:
    """Nothing for one that has just ended."""
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def test_a_command_that_does_not_exist_is_named():
    with pytest.raises(LabError, match="no-such-command could not be started") as error:
        process("no-such-command --please")

    assert "No such file" in error.value.detail


def test_a_taken_port_is_found_before_anything_starts():
    with socket.socket() as mine:
        mine.bind(("127.0.0.1", 0))
        mine.listen()
        port = mine.getsockname()[1]

        with pytest.raises(LabError, match=f"port {port} is taken"):
            process(http_server(port), ready_url=f"http://127.0.0.1:{port}/")


def test_a_missing_folder_is_named():
    with pytest.raises(LabError, match="there is no folder nowhere"):
        process("python -V", folder="nowhere")
