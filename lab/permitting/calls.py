"""Somebody who calls the same operation of several servers all the while, and writes down what each answer was."""

import math
import threading
import time
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lab.display import Shown, Table
from lab.errors import LabError
from lab.fault.answers import Answer
from lab.fault.asking import ask
from lab.features.rows import rows
from lab.measure.targets import must_answer, refuse_other_machines
from lab.running.processes import Process
from lab.running.stages import Stage

PACE = 0.05  # seconds from one call to the next: a caller who keeps calling, and no load
TIMEOUT = 10.0  # seconds
LONGEST = 60.0  # seconds in all


class Calls(Shown):
    """The answers of each side, by when its request was sent: seconds since calling began, like `now`."""

    def __init__(self, urls: Mapping[str, str], headers: Mapping[str, str]) -> None:
        self.answers: dict[str, list[Answer]] = {side: [] for side in urls}
        self._urls = urls
        self._headers = headers
        self._began = time.monotonic()
        self._over = threading.Event()

    @property
    def now(self) -> float:
        """Seconds since calling began."""
        return time.monotonic() - self._began

    def go_on(self, seconds: float, *, until: str = "") -> None:
        """Let the callers call for so long, or until one is let in at the side that `until` names.

        Raises LabError where all of it would take more than 60 s.
        """
        if not 0 < seconds <= LONGEST - self.now:
            raise LabError(f"calling for {seconds:g} s more is not for here: all of it ends within {LONGEST:g} s")
        begun, end = self.now, self.now + seconds
        while self.now < end and not (until and self.good(until, after=begun)):
            self._over.wait(min(PACE, max(0.0, end - self.now)))

    def statuses(self, side: str, after: float = 0.0, before: float = math.inf) -> dict[str, int]:
        """How often which end was met by what was sent between two moments: `{"200": 18, "503": 3}`."""
        return dict(sorted(Counter(one.status for one in self._between(side, after, before)).items()))

    def good(self, side: str, after: float = 0.0, before: float = math.inf) -> int:
        """How many were let in, of those sent between two moments."""
        return sum(not one.failed for one in self._between(side, after, before))

    def failed(self, side: str, after: float = 0.0, before: float = math.inf) -> int:
        """How many were refused, or got no answer, of those sent between two moments."""
        return sum(one.failed for one in self._between(side, after, before))

    def first_good(self, side: str, after: float = 0.0) -> float:
        """When the first was sent that was let in; inf where none was."""
        return min((one.sent for one in self._between(side, after, math.inf) if not one.failed), default=math.inf)

    def last_good(self, side: str, before: float = math.inf) -> float:
        """When the last was sent that was let in; 0 where none was."""
        return max((one.sent for one in self._between(side, 0.0, before) if not one.failed), default=0.0)

    def table(self) -> Table:
        found = []
        for side in self.answers:
            met = ", ".join(f"{count:,} × {status}" for status, count in self.statuses(side).items())
            found.append([side, len(self.answers[side]), self.failed(side), met])
        return Table(["asked", "calls", "failed", "by status"], found)

    def html(self) -> str:
        return self.table().html() + rows(self.answers, title="Each call, by time")

    def text(self) -> str:
        return self.table().text()

    def keep_calling(self, side: str) -> None:
        while not self._over.is_set() and self.now < LONGEST:
            sent = self.now
            took, status = ask(self._urls[side], timeout=TIMEOUT, headers=self._headers)
            self.answers[side].append(Answer(sent, took, status))
            self._over.wait(max(0.0, PACE - took))

    def stop(self) -> None:
        self._over.set()

    def _between(self, side: str, after: float, before: float) -> list[Answer]:
        if side not in self.answers:
            raise LabError(f"nobody called {side!r}: the sides are {', '.join(self.answers)}")
        return [one for one in list(self.answers[side]) if after < one.sent < before]


@contextmanager
def calling(sides: Mapping[str, Process | Stage], path: str, *, auth: tuple[str, str]) -> Iterator[Calls]:
    """Call a path of each side by GET, again and again for the block, as the caller that `auth` names.

    `with lab.calling({"ask": one, "cached": other}, "/api/player/players/...", auth=coupon) as calls: calls.go_on(2)`
    Raises LabError for another machine's address, and where nobody answers to begin with.
    """
    urls = {side: server.address(path) if isinstance(server, Stage) else server.url + path
            for side, server in sides.items()}  # fmt: skip
    for url in urls.values():
        refuse_other_machines(url)
        must_answer(url, "start it before you call")
    calls = Calls(urls, {"Authorization": "Basic " + b64encode(":".join(auth).encode()).decode()})
    threads = [threading.Thread(target=calls.keep_calling, args=[side], daemon=True) for side in urls]
    for thread in threads:
        thread.start()
    try:
        yield calls
    finally:
        calls.stop()
        for thread in threads:
            thread.join()
