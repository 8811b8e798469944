"""A permitter that is away: killed for good, or hanging. Signals go to its whole group, the master and its workers."""

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from clever.runner.supervisor import AWAY

from .calling import Answer, Callers, between
from .changing import TRUSTED
from .running import Split

PERMITTER = "permitter"


@dataclass(frozen=True)
class Absence:
    """What callers were answered while the permitter was away.

    All who may had been let in when it `began`. It was there until `left`, was not there any more at `gone`, began to
    come back at `over`, and was ready at `back`.
    """

    answers: Mapping[str, list[Answer]]
    began: float
    left: float
    gone: float
    over: float
    back: float

    def of(self, names: Iterable[str], begin: float, end: float) -> list[Answer]:
        """What these were answered to what they sent between two moments."""
        return [answer for name in names for answer in between(self.answers[name], begin, end)]


def watch_absence(
    split: Split, url: str, regulars: Mapping[str, str], away: Callable[[Split], AbstractContextManager[None]]
) -> Absence:
    """The permitter is there for a while, then away until nothing that is known is fresh, and comes back.

    `regulars` call all the while, and with them a `stranger`, and an `impostor` who bears a regular's name.
    """
    with Callers(url) as callers:
        for name, secret in regulars.items():
            callers.begin(name, secret)
        callers.begin("stranger", "whatever")
        callers.begin(next(iter(regulars)), "a wrong secret", known_as="impostor")
        split.until(lambda: callers.are_let_in(regulars))
        began = time.monotonic()
        time.sleep(1.5)  # in which they call, as before
        left = time.monotonic()
        with away(split):
            gone = time.monotonic()
            # In which it is seen who is let in, and until when. A call of just before waits for two seconds in vain.
            time.sleep(TRUSTED + 2.5)
            over = time.monotonic()
        back = time.monotonic()
        split.until(lambda: callers.are_let_in(regulars))
    return Absence(callers.answers, began, left, gone, over, back)


@contextmanager
def killed(split: Split) -> Iterator[None]:
    """For as long as the block lasts the permitter is dead, and supervisord does not start it again."""
    _signal(split, signal.SIGKILL)
    split.until(lambda: _is_stopped(split))
    try:
        yield
    finally:
        split.supervisor.start(PERMITTER)
        split.until(lambda: split.is_ready(PERMITTER))


@contextmanager
def hanging(split: Split) -> Iterator[None]:
    """For as long as the block lasts the permitter takes connections and does nothing."""
    _signal(split, signal.SIGSTOP)
    try:
        yield
    finally:
        _signal(split, signal.SIGCONT)
        split.until(lambda: split.is_ready(PERMITTER))


def _is_stopped(split: Split) -> bool:
    with contextlib.suppress(*AWAY):  # it is between two states, in which it cannot be stopped
        split.supervisor.stop(PERMITTER)
    return split.state(PERMITTER) == "STOPPED"


def _signal(split: Split, number: signal.Signals) -> None:
    pid = next(one.pid for one in split.supervisor.programs() if one.name == PERMITTER)
    os.killpg(pid, number)  # supervisord makes each program the leader of a group
