"""kill -9 at random moments, for whole programs: a gunicorn's master and its workers alike."""

import contextlib
import os
import random
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from .running import Split

VICTIMS = ("player", "coupon")
# One of these goes with one of them now and then.
COMPANIONS, OFTEN = ("coupon-pending",), 0.3
LOOK = 0.02  # seconds between two looks at the clock


@contextmanager
def killing(
    split: Split,
    clock: Callable[[], float],
    *,
    every: float,
    seed: int,
    victims: Sequence[str] = VICTIMS,
    companions: Sequence[str] = COMPANIONS,
) -> Iterator[Counter[str]]:
    """While the block lasts, a program is killed at random moments, one in so many ticks of the clock on average.

    supervisord brings it back, and until it answers it is not killed again. The block gets the count of kills by
    program, which grows.
    """
    killed: Counter[str] = Counter()
    over, dice = threading.Event(), random.Random(seed)

    def kill_on() -> None:
        due = clock() + dice.expovariate(1 / every)
        while not over.wait(LOOK):
            if clock() >= due:
                chosen = _chosen(split, dice, killed, victims, companions)
                killed.update(program for program in chosen if _kill(split, program))
                due = clock() + dice.expovariate(1 / every)

    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(kill_on)
        try:
            yield killed
        finally:
            over.set()
    work.result()


def _chosen(
    split: Split, dice: random.Random, killed: Counter[str], victims: Sequence[str], companions: Sequence[str]
) -> list[str]:
    """Whoever is at work and was killed least, so that all have their share of few kills."""
    at_work = [victim for victim in victims if split.answers(victim, "/healthz") == 200]
    dice.shuffle(at_work)
    with_it = [dice.choice(companions)] if dice.random() < OFTEN else []
    return [min(at_work, key=lambda victim: killed[victim]), *with_it] if at_work else []


def _kill(split: Split, program: str) -> bool:
    """Whether it was there to be killed. supervisord makes each program the leader of a group."""
    pid = next(one.pid for one in split.supervisor.programs() if one.name == program)
    with contextlib.suppress(ProcessLookupError):
        if pid:
            os.killpg(pid, signal.SIGKILL)
            return True
    return False
