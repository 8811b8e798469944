"""Parts of a test run, some at a time: each a command with a report and an output of its own."""

import contextlib
import os
import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbook.bytecode import kept_bytecode

NOTHING_COLLECTED = 5  # pytest's exit status where it found no test
LOOK_SECONDS = 0.1
CLEAN_UP_SECONDS = 60.0  # what a part that is told to stop gets, to end the stages that it has started


@dataclass(frozen=True)
class Part:
    """Tests that run together. `command` ends with arguments of pytest, and more of them can be added to it."""

    name: str
    command: tuple[str, ...]
    folder: Path
    may_be_empty: bool = False  # whether it is well without a single test
    alone: bool = False  # whether nothing else may run meanwhile


@dataclass(frozen=True)
class Outcome:
    """What came of a part: whether all passed, what it wrote, and the JUnit report, if it came so far."""

    part: Part
    passed: bool
    seconds: float
    report: Path
    output: Path


type Tell = Callable[[list[tuple[str, Path]]], None]  # the names of what runs now, each with the file of its output


def run(
    parts: Iterable[Part],
    build: Path,
    environment: Mapping[str, str],
    *,
    at_once: int,
    tell: Tell = lambda running: None,
) -> Generator[Outcome]:
    """Run parts in this order, at most so many at a time, and hand out each as it ends.

    Reports and outputs are left in `build`. Whatever ends this early, the parts that run are told to stop first.
    """
    environment = kept_bytecode(environment, build)
    build.mkdir(parents=True, exist_ok=True)
    waiting = deque(enumerate(parts))
    running: list[_Running] = []
    try:
        while waiting or running:
            while waiting and len(running) < (1 if _alone(waiting[0][1], running) else at_once):
                number, part = waiting.popleft()
                running.append(_Running(part, build / f"tests-{number}", environment))
            tell([(one.part.name, one.output) for one in running])
            for one in [one for one in running if one.process.poll() is not None]:
                running.remove(one)
                yield one.outcome()
            if running:
                time.sleep(LOOK_SECONDS)
    finally:
        _stop(running)


def _alone(next_one: Part, running: "list[_Running]") -> bool:
    return next_one.alone or any(one.part.alone for one in running)


class _Running:
    """A part that runs. It is the leader of a process group, so that all of it can be told to stop."""

    def __init__(self, part: Part, files: Path, environment: Mapping[str, str]) -> None:
        self.part, self.began = part, time.monotonic()
        self.report, self.output = files.with_suffix(".xml"), files.with_suffix(".log")
        self.report.unlink(missing_ok=True)
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [*part.command, f"--junitxml={self.report}"],
                cwd=part.folder,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                process_group=0,
            )

    def send(self, number: signal.Signals) -> None:
        """Send a signal to all of it, if it is still there."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, number)

    def outcome(self) -> Outcome:
        well = (0, NOTHING_COLLECTED) if self.part.may_be_empty else (0,)
        seconds = time.monotonic() - self.began
        return Outcome(self.part, self.process.returncode in well, seconds, self.report, self.output)


def _stop(running: list[_Running]) -> None:
    """As Ctrl-C does it; by force where that is not heard, or where somebody cannot wait for it."""
    try:
        for one in running:
            one.send(signal.SIGINT)
        deadline = time.monotonic() + CLEAN_UP_SECONDS
        for one in running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                one.process.wait(timeout=max(deadline - time.monotonic(), 0.1))
    finally:
        for one in running:
            one.send(signal.SIGKILL)
            one.process.wait()


def left_to_the_tests() -> None:
    """For a command of ours that runs pytest: Ctrl-C is heard by both, and pytest gets to end in order."""
    signal.signal(signal.SIGINT, lambda number, frame: None)
