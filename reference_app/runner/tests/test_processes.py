import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from clever.runner.processes import MARK, end_all, is_of_stage, listens, of_stage, title

pytestmark = pytest.mark.live

SLEEP = "import time; print('up', flush=True); time.sleep(60)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEP}"
PARENT = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); {SLEEP}"
LISTENING = f"import socket; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1], flush=True); {SLEEP}"

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[subprocess.Popen[str]] = []

    def go(code: str, mark: Path | None = None) -> subprocess.Popen[str]:
        environment = os.environ | ({MARK: str(mark)} if mark else {})
        process = subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment, start_new_session=True
        )
        started.append(process)
        return process

    yield go
    for process in started:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_a_process_belongs_to_the_stage_whose_mark_it_carries(tmp_path, start):
    ours = start(STUBBORN, tmp_path / "tiny")
    others = start(STUBBORN, tmp_path / "tiny2")
    unmarked = start(STUBBORN)
    for process in (ours, others, unmarked):
        said(process)

    assert [process.pid for process in of_stage(tmp_path / "tiny")] == [ours.pid]


@pytest.mark.parametrize(("euid", "found"), [(0, True), (1000, False)])
def test_what_root_may_not_look_into_belongs_to_the_stage_in_its_title(tmp_path, start, monkeypatch, euid, found):
    def denied(process: psutil.Process) -> None:
        raise psutil.AccessDenied(process.pid)

    ours = start(f"'postgres: {title(tmp_path)}: checkpointer'; {SLEEP}")
    others = start(f"'postgres: {title(tmp_path / 'tiny')}: checkpointer'; {SLEEP}")
    for process in (ours, others):
        said(process)
    monkeypatch.setattr(psutil.Process, "environ", denied)
    monkeypatch.setattr(os, "geteuid", lambda: euid)

    assert [process.pid for process in of_stage(tmp_path)] == ([ours.pid] if found else [])


def test_a_child_belongs_as_well_when_its_parent_is_dead(tmp_path, start):
    parent = start(PARENT, tmp_path)
    said(parent)
    [child] = psutil.Process(parent.pid).children()
    parent.kill()
    parent.wait()

    assert [process.pid for process in of_stage(tmp_path)] == [child.pid]


def test_a_program_that_is_just_being_started_belongs_already(tmp_path, start, monkeypatch):
    process = start(SLEEP, tmp_path)
    said(process)
    shown = iter([{}, {}, psutil.Process(process.pid).environ()])
    monkeypatch.setattr(psutil.Process, "environ", lambda self: next(shown))
    monkeypatch.setattr(psutil.Process, "cmdline", lambda self: [])  # as for the microseconds in which it takes over

    assert is_of_stage(process.pid, tmp_path)


def test_a_number_that_the_system_gave_to_somebody_else_is_not_of_the_stage(tmp_path):
    assert not is_of_stage(os.getpid(), tmp_path)


@pytest.mark.parametrize("pid", [-1, 2**31])
def test_a_number_that_is_nobodys_is_not_of_the_stage(tmp_path, pid):
    assert not is_of_stage(pid, tmp_path)


def test_what_ignores_a_kind_word_is_ended_by_force(tmp_path, start, monkeypatch):
    monkeypatch.setattr("clever.runner.processes.TERM_SECONDS", 0.3)
    said(start(STUBBORN, tmp_path))

    end_all(tmp_path)

    assert of_stage(tmp_path) == []


def test_what_is_stopped_is_ended_too(tmp_path, start):
    process = start(PARENT, tmp_path)
    said(process)
    os.killpg(process.pid, signal.SIGSTOP)

    end_all(tmp_path)

    assert of_stage(tmp_path) == []


def test_others_are_left_alone(tmp_path, start):
    bystander = start(PARENT)
    said(bystander)

    end_all(tmp_path)

    assert bystander.poll() is None


def test_only_a_listener_of_our_own_counts(tmp_path, start):
    ours, other = start(LISTENING, tmp_path), start(LISTENING)
    our_port, other_port = int(said(ours)), int(said(other))

    assert listens(tmp_path, our_port)
    assert not listens(tmp_path, other_port)
