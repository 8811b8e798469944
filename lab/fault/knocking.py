"""Asking until a number of requests is reached, while something happens: to be sure that not one of them fails.

A probe keeps to its rate, and finds out how long an outage is. Here a few lines of guests each ask again as soon as
they are answered: however slow the machine is just now, it is never asked for more than it can do, so what fails fails
because of what happened, and of nothing else.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lab.errors import LabError
from lab.fault.answers import Answer
from lab.fault.asking import ask
from lab.fault.outage import Outage
from lab.measure.targets import must_answer, refuse_other_machines
from lab.running.processes import Process
from lab.running.stages import Stage

MOST = 20_000
LONGEST = 180.0  # seconds
BREATH = 0.05  # seconds until one who was refused tries again: refusing is quick, and would fill all of the machine


def knock(
    target: Stage | Process | str,
    path: str = "/healthz",
    *,
    during: Callable[[], Any] | None = None,
    requests: int = 5_000,
    lines: int = 8,
    timeout: float = 30,
) -> Outage:
    """Ask a path `requests` times, in so many `lines`, each request on a connection of its own.

    `lab.knock(monolith, "/board/", during=lambda: lab.reload(monolith))`

    `during` is called once asking has begun, and asking goes on until it is over, so there may be more requests than
    that. A request without an answer after `timeout` seconds has failed.
    Raises LabError when the target does not answer to begin with, and when all of it takes longer than 180 s.
    """
    if not 0 < requests <= MOST or not 0 < lines <= 32 or not 0 < timeout <= LONGEST:
        raise LabError(f"knock asks at most {MOST:,} times, in at most 32 lines, and waits at most {LONGEST:g} s")
    name = target if isinstance(target, str) else target.name
    url = target.address(path) if isinstance(target, Stage) else _url(target) + path
    refuse_other_machines(url)
    must_answer(url, "start it before you knock")
    asking = _Asking(url, requests, timeout)
    threads = [threading.Thread(target=asking.in_line, daemon=True) for _ in range(lines)]
    for thread in threads:
        thread.start()
    try:
        if during is not None:
            during()
        asking.hurry.set()
        for thread in threads:
            thread.join()
    finally:
        asking.over.set()
    took = time.monotonic() - asking.begun
    if len(asking.answers) < requests:
        raise LabError(f"{name} answered {len(asking.answers):,} of {requests:,} requests in {took:.0f} s: knock less")
    return Outage(f"{name} {path}", [sorted(asking.answers, key=_when)], rate=round(len(asking.answers) / took))


@dataclass
class _Asking:
    """What the lines share: where to ask, when it is enough, and what came of it."""

    url: str
    requests: int
    timeout: float
    answers: list[Answer] = field(default_factory=list)
    begun: float = field(default_factory=time.monotonic)
    hurry: threading.Event = field(default_factory=threading.Event)  # what happens is over: only the number counts now
    over: threading.Event = field(default_factory=threading.Event)

    def in_line(self) -> None:
        while not self.over.is_set() and time.monotonic() < self.begun + LONGEST:
            if self.hurry.is_set() and len(self.answers) >= self.requests:
                return
            answer = self.ask()
            self.answers.append(answer)
            if answer.failed:
                self.over.wait(BREATH)

    def ask(self) -> Answer:
        sent = time.monotonic()
        took, status = ask(self.url, timeout=self.timeout)
        return Answer(sent - self.begun, took, status)


def _when(answer: Answer) -> float:
    return answer.sent


def _url(target: Process | str) -> str:
    return (target if isinstance(target, str) else target.url).rstrip("/")
