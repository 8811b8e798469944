import os
import shutil
import signal
from pathlib import Path

import psutil
import pytest

from clever import runner
from clever.runner.errors import StageError
from clever.runner.processes import of_stage
from clever.runner.record import read_record

pytestmark = [pytest.mark.live, pytest.mark.usefixtures("stopped_afterwards")]


@pytest.fixture
def up(root: Path) -> runner.Running:
    return runner.up("tiny")


def of_session(session: int) -> list[int]:
    """The processes of a session, found without the runner's help."""
    found = []
    for pid in psutil.pids():
        try:
            if os.getsid(pid) == session and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
                found.append(pid)
        except (ProcessLookupError, psutil.Error):
            continue
    return found


def test_down_leaves_no_process_and_keeps_the_data(up, folder):
    session = read_record(folder).pid
    assert len(of_session(session)) >= 3  # supervisord, gunicorn, its worker

    assert runner.down("tiny")

    assert of_session(session) == []
    assert of_stage(folder.path) == []
    assert (folder.databases / "tiny.sqlite3").exists()
    assert runner.status() == {}


def test_down_removes_the_folder_of_the_socket(up, folder):
    sockets = Path(read_record(folder).sockets)
    assert sockets.is_dir()

    runner.down("tiny")

    assert not sockets.exists()


def test_a_second_down_has_nothing_to_do(up):
    assert runner.down("tiny")
    assert not runner.down("tiny")


def test_a_stage_that_never_ran_is_down(root):
    assert not runner.down("tiny")
    assert not (root / "var").exists()


def test_an_unknown_stage_cannot_be_stopped(root):
    with pytest.raises(StageError, match="unknown stage"):
        runner.down("zebra")


def test_down_ends_what_a_killed_supervisord_left(up, folder):
    record = read_record(folder)
    os.kill(record.pid, signal.SIGKILL)
    assert of_session(record.pid)  # gunicorn goes on without it

    assert runner.down("tiny")

    assert of_session(record.pid) == []


@pytest.mark.parametrize("lost", ["record", "socket"])
def test_down_needs_neither_record_nor_socket(up, folder, lost):
    record = read_record(folder)
    if lost == "record":
        folder.record.unlink()
    else:
        (Path(record.sockets) / "supervisor.sock").unlink()

    assert runner.down("tiny")

    assert of_session(record.pid) == []
    shutil.rmtree(record.sockets, ignore_errors=True)  # only the record knew of it


def test_down_ends_what_is_stopped(up, folder):
    session = read_record(folder).pid
    for process in of_stage(folder.path):
        process.suspend()

    runner.down("tiny")

    assert of_session(session) == []


def test_data_is_forgotten_only_when_told(up, folder):
    runner.down("tiny", forget_data=True)

    assert not folder.path.exists()


def test_the_next_start_finds_the_data_and_the_secrets_again(up, folder):
    runner.down("tiny")

    again = runner.up("tiny")

    assert again.credentials == up.credentials
    assert (folder.databases / "tiny.sqlite3").read_text() == "migrate\nfill\n" * 2
