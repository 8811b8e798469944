"""The prober, from the notebook's side: a process of its own, so that a busy notebook does not ask late."""

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Self, cast

from lab.errors import LabError

SCRIPT = Path(__file__).with_name("prober.py")
STEADY = 5
"""Good answers in a row that make a target answer steadily."""
STARTING = 30.0  # seconds that the prober gets to begin
GRACE = 10.0  # seconds beyond a request's own in which the prober must end


class Prober:
    """Asks `url` for as long as its block lasts, and collects `answers`: when sent, how long it took, status."""

    def __init__(self, url: str, *, rate: float, timeout: float) -> None:
        self.url = url
        self.answers: list[tuple[float, float, str]] = []
        self._order = {"url": url, "rate": rate, "timeout": timeout}
        self._timeout = timeout
        self._news = threading.Condition()
        self._begun = self._ended = False

    def __enter__(self) -> Self:
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [sys.executable, "-I", str(SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            start_new_session=True,  # Ctrl-C is for the notebook: what ends the prober is the pipe
        )
        self._pipe = cast("IO[bytes]", self._process.stdin)
        self._pipe.write(json.dumps(self._order).encode() + b"\n")
        self._pipe.flush()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        # That a busy machine takes long to start it says nothing about who is asked.
        try:
            self._wait(lambda: self._begun, STARTING)
        except LabError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.close()
        try:
            self._process.wait(self._timeout + GRACE)
        finally:
            self._process.kill()
            self._process.wait()
            self._reader.join()
            self._errors.close()

    def wait_steady(self, *, since: float, seconds: float) -> bool:
        """Wait until the last few requests, all sent after `since`, were answered well; False after `seconds`."""

        def steady() -> bool:
            last = [one for one in self.answers[-STEADY:] if one[0] >= since and one[2].isdigit() and int(one[2]) < 400]
            return len(last) == STEADY

        return self._wait(steady, seconds)

    def go_on(self, *, until: float) -> None:
        """Ask until this moment of the monotonic clock."""
        self._wait(lambda: False, until - time.monotonic())

    def last_status(self) -> str:
        return self.answers[-1][2] if self.answers else ""

    def _wait(self, for_this: Callable[[], bool], seconds: float) -> bool:
        with self._news:
            found = self._news.wait_for(lambda: self._ended or for_this(), max(0, seconds))
        if self._ended:
            self._errors.seek(0)
            raise LabError(
                "the probe ended before its time: its last words follow",
                detail=self._errors.read().decode(errors="replace"),
            )
        return bool(found)

    def _read(self) -> None:
        with cast("IO[bytes]", self._process.stdout) as said:
            for line in said:
                answer = json.loads(line)
                with self._news:
                    self._begun = True
                    if answer is not None:
                        self.answers.append(tuple(answer))
                    self._news.notify_all()
        with self._news:
            self._ended = True
            self._news.notify_all()
