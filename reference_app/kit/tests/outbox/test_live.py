"""The worker as a process of its own: what it does when it is killed, when it is stopped, and when it is not alone."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

pytestmark = pytest.mark.live
HERE = Path(__file__).parent
LONG = 60.0  # seconds, for what takes two where all is well


class Project:
    """One that owes something: its database, its web process and its workers."""

    def __init__(self, folder: Path) -> None:
        self.database, self.bell, self.log = folder / "outbox.sqlite3", folder / "bell", folder / "log"
        self.hangs = Path(f"{self.bell}.hangs")
        self.bell.touch()
        self._environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DJANGO_SETTINGS_MODULE": "outbox_settings",
            "PYTHONPATH": str(HERE),
        }
        self.workers: list[subprocess.Popen[bytes]] = []
        self.run("-m", "django", "migrate", "-v0")

    def run(self, *command: str) -> None:
        done = self._start(*command)
        assert done.wait(LONG) == 0, self.log.read_text()

    def serve(self, requests: int) -> None:
        """So many requests that promise something."""
        self.run(str(HERE / "web.py"), str(self.bell), str(requests))

    def worker(self) -> "subprocess.Popen[bytes]":
        self.workers.append(self._start("-m", "django", "work"))
        return self.workers[-1]

    def _start(self, *command: str) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as log:
            return subprocess.Popen([sys.executable, *command], env=self._environment, stdout=log, stderr=log)

    def ask(self, sql: str) -> list[Any]:
        with closing(sqlite3.connect(self.database, timeout=30)) as database, database:
            return database.execute(sql).fetchall()

    def states(self) -> dict[str, int]:
        """How many promises are in which state."""
        return dict(self.ask("SELECT state, count(*) FROM outbox_promise GROUP BY state"))

    def rung(self) -> list[str]:
        return self.bell.read_text().splitlines()

    def time_goes_by(self, seconds: int) -> None:
        self.ask(f"UPDATE outbox_promise SET due_at = datetime(due_at, '-{seconds} seconds')")

    def wait_until(self, condition: Callable[[], bool]) -> None:
        end = monotonic() + LONG
        while not condition():
            assert monotonic() < end, f"{self.states()}, {self.log.read_text()}"
            sleep(0.05)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = Project(tmp_path)
    yield made
    for worker in made.workers:
        worker.kill()
        worker.wait()


def test_a_worker_that_is_killed_inside_a_call_makes_it_again_when_it_is_back(project: Project) -> None:
    project.hangs.touch()
    project.serve(1)  # which leaves it to the worker
    worker = project.worker()
    project.wait_until(lambda: len(project.rung()) == 1)
    worker.kill()
    worker.wait()
    assert project.ask("SELECT state, attempts FROM outbox_promise") == [("open", 0)]
    assert ("RUNNING",) in project.ask("SELECT status FROM django_tasks_database_dbtaskresult")

    project.hangs.unlink()
    project.time_goes_by(20)  # more than an attempt is taken to last
    project.worker()

    project.wait_until(lambda: project.states() == {"kept": 1})
    assert project.rung() == ["0", "0"]  # with the same key
    assert project.ask("SELECT about FROM outbox_promise") == [("{}",)]


def test_a_worker_that_is_told_to_stop_inside_a_call_ends_it_first(project: Project) -> None:
    project.hangs.touch()
    project.serve(1)
    worker = project.worker()
    project.wait_until(lambda: len(project.rung()) == 1)
    worker.send_signal(signal.SIGTERM)
    sleep(0.2)  # as long as a worker would need that does not wait for its call
    assert worker.poll() is None

    project.hangs.unlink()

    assert worker.wait(LONG) == 0
    assert project.states() == {"kept": 1}
    assert "Traceback" not in project.log.read_text()


def test_two_workers_beside_a_busy_web_process_lose_nothing_and_never_find_the_database_locked(
    project: Project,
) -> None:
    workers = [project.worker(), project.worker()]

    project.serve(60)

    project.wait_until(lambda: project.states() == {"kept": 60})
    assert sorted(set(project.rung()), key=int) == [str(key) for key in range(60)]
    for worker in workers:
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(LONG) == 0
    said = project.log.read_text()
    assert "Traceback" not in said
    assert "locked" not in said
