"""A program that serves for as long as somebody needs it, and not a moment longer."""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, cast

from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.logs import tail, telling_line
from {{ cookiecutter.namespace }}.runner.ports import is_free

KEEPER = Path(__file__).with_name("keeper.py")
START_SECONDS = 60.0  # a start takes less than one; this is for a machine under heavy load
STOP_SECONDS = 30.0
PAUSE = 0.02
PORTS = range(20_000, 32_000)


@dataclass(frozen=True)
class Program:
    """How to run a server: a command that stays in the foreground, and a question that tells whether it serves."""

    name: str
    command: Sequence[str]
    folder: Path  # is removed at the end, with all it holds
    answers: Callable[[], bool]
    user: str | None = None
    ends_by: signal.Signals = signal.SIGTERM


class Kept:
    """A program under a keeper, which ends it when this process closes its pipe or is gone."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._keeper: subprocess.Popen[bytes] | None = None
        self.pid = 0

    @property
    def running(self) -> bool:
        return self._keeper is not None and self._keeper.poll() is None

    def start(self) -> None:
        """Start it and wait until it serves. Raises StageError, with its last words, where it does not."""
        if self.running:
            return
        program = self._program
        with (program.folder / "log").open("ab") as log:
            self._keeper = subprocess.Popen(
                [sys.executable, "-I", str(KEEPER), str(int(program.ends_by)), str(program.folder), program.user or "",
                 *program.command],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, start_new_session=True,
            )  # fmt: skip
        with cast("IO[bytes]", self._keeper.stdout) as report:
            self.pid = int(report.readline() or 0)
        deadline = time.monotonic() + START_SECONDS
        while self.running and time.monotonic() < deadline:
            if program.answers():
                return
            time.sleep(PAUSE)
        words = telling_line(tail(program.folder / "log"))
        self.end()
        raise StageError(f"{program.name} does not start: {words}")

    def stop(self, number: signal.Signals | None = None) -> None:
        """Stop it and keep its folder, so that it can be started again. Does nothing where it does not run."""
        if self._keeper is None:
            return
        if self.running:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number or self._program.ends_by)
            try:
                self._keeper.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                raise StageError(f"{self._program.name} did not stop within {STOP_SECONDS:.0f} s") from None
        cast("IO[bytes]", self._keeper.stdin).close()

    def end(self) -> None:
        """Stop it for good, and remove its folder."""
        if self._keeper is None:
            return
        cast("IO[bytes]", self._keeper.stdin).close()
        self._keeper.wait()


def own_port() -> int:
    """A free port, taken by chance so that two servers started at once do not meet.

    None of those that the system gives to outgoing connections: while a server is stopped, nobody gets its port.
    """
    while not is_free(port := PORTS.start + secrets.randbelow(len(PORTS))):
        continue
    return port


@contextmanager
def own_folder(prefix: str) -> Iterator[Path]:
    """A new folder that only this user can enter, gone after the block."""
    with TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as folder:
        yield Path(folder)
