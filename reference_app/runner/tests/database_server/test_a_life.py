"""A stage on its own server, from its first start to the day it is forgotten."""

import os
import signal
import subprocess
import sys
import time

import pytest

from clever import runner
from clever.runner.database_server.lockfile import server_on
from clever.runner.errors import StageError
from clever.runner.own_databases import server_port
from clever.runner.processes import is_of_stage, of_stage
from clever.runner.record import read_record

pytest.importorskip("psycopg")
pytestmark = [
    pytest.mark.live,
    pytest.mark.engine("postgresql"),
    pytest.mark.usefixtures("tiny", "stopped_afterwards"),
]


@pytest.fixture
def server(folder):
    """`server()`: the process of the server that runs, None where none does."""
    return lambda: server_on(folder.postgresql / "data")


def test_its_data_survives_a_stop_and_a_start(root, folder, words):
    first = runner.up("tiny")
    port = server_port(folder)

    assert runner.down("tiny")
    assert of_stage(folder.path) == []
    again = runner.up("tiny")

    assert words() == ["migrate", "fill"] * 2
    assert server_port(folder) == port, "whoever wrote it down finds it there again"
    assert again.credentials == first.credentials
    assert not list(folder.databases.iterdir())


def test_a_killed_server_is_told_of_and_the_next_up_starts_it_again(root, folder, server, words):
    runner.up("tiny")
    server().kill()
    while server():
        time.sleep(0.01)

    assert not runner.status()["tiny"]["ready"]
    running = runner.up("tiny")

    assert not running.reused
    assert running.note == (
        "Its PostgreSQL had ended, so all of it was started again; "
        f"its log until then: {folder.logs / 'postgresql.log.1'}."
    )
    assert words() == ["migrate", "fill"] * 2
    assert runner.up("tiny").note == ""


def test_forgetting_the_data_leaves_nothing(root, folder):
    runner.up("tiny")

    runner.down("tiny", forget_data=True)

    assert of_stage(folder.path) == []
    assert not folder.path.exists()


def test_what_a_killed_runner_left_is_ended_by_down(root, folder, server):
    sources = root / "stages" / "tiny"
    (sources / "hang-at-fill").touch()
    up = "from clever import runner; runner.up('tiny')"
    with subprocess.Popen([sys.executable, "-c", up], start_new_session=True) as process:
        while not (sources / "hangs").exists() and process.poll() is None:
            time.sleep(0.02)
        process.kill()
    left = server()
    assert is_of_stage(left.pid, folder.path)

    assert runner.down("tiny")

    assert not left.is_running()
    assert of_stage(folder.path) == []


def test_an_interrupted_start_leaves_no_server(root, folder):
    def interrupt(step: runner.Step) -> None:
        if step.what == "prepare":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        runner.up("tiny", progress=interrupt)

    assert of_stage(folder.path) == []


def test_down_ends_a_server_that_is_stopped_and_the_supervisord_beside_it_dead(root, folder, server, words):
    runner.up("tiny")
    os.kill(read_record(folder).pid, signal.SIGKILL)
    server().suspend()

    assert runner.down("tiny")

    assert of_stage(folder.path) == []
    runner.up("tiny")
    assert words() == ["migrate", "fill"] * 2


def test_the_address_of_the_caller_counts_and_no_server_is_started(root, folder, tmp_path):
    given = {**os.environ, "DATABASE_URL": "postgresql://me:hush@127.0.0.1:1/mine", "WITHOUT_ENGINES": "postgresql"}

    with pytest.raises(StageError, match=r"`manage.py migrate --no-input` failed: .*port 1 failed"):
        runner.up("tiny", given=given)

    assert not folder.postgresql.exists()
